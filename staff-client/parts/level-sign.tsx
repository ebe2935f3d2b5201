import { Icon, type IconName } from "../../react-kit/icon.tsx";
import type { WaitLevel } from "../../rules/measure/wait-level.ts";
import { useWords } from "../words/words.ts";

const ICON: Record<WaitLevel, IconName> = { within: "check", near: "clock", over: "alert" };
const WORD = { within: "withinTarget", near: "nearTarget", over: "overTarget" } as const;

/** A signal colour with its sign and word. */
export function LevelSign({ level }: { readonly level: WaitLevel }) {
	const { t } = useWords();
	return (
		<span className={`sign ${level}`}>
			<Icon name={ICON[level]} />
			{t(WORD[level])}
		</span>
	);
}
