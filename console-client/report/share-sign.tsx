import { percent } from "../parts/percent.ts";
import { Sign } from "../parts/sign.tsx";
import { useWords } from "../words/words.ts";
import { levelOf } from "./target-level.ts";

/** The share within target on a ground of its level, which a word says too where it is not good. */
export function ShareSign({ share }: { readonly share: number | null }) {
	const { t } = useWords();
	const level = levelOf(share);
	if (level === null) return percent(share);
	if (level === "good") return <Sign tone="good">{percent(share)}</Sign>;
	return (
		<Sign tone={level}>
			{percent(share)} {t(level === "over" ? "overviewOverSign" : "overviewNearSign")}
		</Sign>
	);
}
