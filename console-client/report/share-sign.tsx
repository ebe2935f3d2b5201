import { targetLevel } from "../../rules/measure/target-share.ts";
import { percent } from "../parts/percent.ts";
import { Sign } from "../parts/sign.tsx";
import { useWords } from "../words/words.ts";

/** The share within target on a ground of its level, which a word says too where it is not good. */
export function ShareSign({ share }: { readonly share: number | null }) {
	const { t } = useWords();
	const level = targetLevel(share);
	if (level === null) return percent(share);
	if (level === "good") return <Sign tone="good">{percent(share)}</Sign>;
	return (
		<Sign tone={level}>
			{percent(share)} {t(level === "over" ? "overviewOverSign" : "overviewNearSign")}
		</Sign>
	);
}
