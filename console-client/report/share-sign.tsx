import { targetLevel } from "../../rules/measure/target-share.ts";
import { percent } from "../parts/percent.ts";
import { Sign } from "../parts/sign.tsx";
import { useWords } from "../words/words.ts";

/** The share within target on a ground of its level, which a word says too where it is not good; plain: the word alone says it. */
export function ShareSign({ share, isPlain = false }: { readonly share: number | null; readonly isPlain?: boolean }) {
	const { t } = useWords();
	const level = targetLevel(share);
	if (level === null) return percent(share);
	if (level === "good") return <Sign tone={isPlain ? "plain" : "good"}>{percent(share)}</Sign>;
	return (
		<Sign tone={isPlain ? "plain" : level}>
			{percent(share)} {t(level === "over" ? "overviewOverSign" : "overviewNearSign")}
		</Sign>
	);
}
