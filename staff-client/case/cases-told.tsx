import type { ReactNode } from "react";
import { nearTime } from "../../client-kit/case/case-standing.ts";
import { CaseTellingContext, type Tone } from "../../react-kit/case/telling.ts";
import { Icon } from "../../react-kit/icon.tsx";
import type { Hall } from "../hall/hall.ts";
import { staffName } from "../words/staff-name.ts";
import { useWords } from "../words/words.ts";

/**
 * Gives the shared parts that show cases (`react-kit/case`) what they need on a staff page: times as the branch's clock shows them, people by
 * the names of this hall, and this page's label for how urgent something is. `now`: the branch's clock, epoch milliseconds.
 */
export function CasesTold(props: { readonly hall: Hall; readonly now: number; readonly children: ReactNode }) {
	const { hall, now } = props;
	const words = useWords();
	const { locale } = words;
	const telling = {
		...{ locale, now, Sign },
		moment: (at: number) => nearTime(at, now, hall.branch.timeZone, words),
		person: (staffId: string, known: Parameters<typeof staffName>[3] | null) =>
			staffName(hall, staffId, words, known ?? null),
	};
	return <CaseTellingContext value={telling}>{props.children}</CaseTellingContext>;
}

const ICON = { good: "check", near: "clock", over: "alert" } as const;

function Sign({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
	if (tone === "plain") return <span className="tag">{children}</span>;
	return (
		<span className={`tag sign ${tone === "good" ? "within" : tone}`}>
			<Icon name={ICON[tone]} />
			{children}
		</span>
	);
}
