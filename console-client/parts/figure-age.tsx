import { FIGURE_FRESH_MS } from "../../schema/limits.ts";
import { useWords } from "../words/words.ts";
import { ageInWords } from "./age.ts";
import { Sign } from "./sign.tsx";
import { useNow } from "./use-now.ts";

const AGE_EVERY_MS = 1_000;

/** Says how old the figures below are; nothing while they are fresh. They grow old when they cannot be read again. */
export function FigureAge({ readAt }: { readonly readAt: number }) {
	const { t } = useWords();
	const ageMs = useNow(AGE_EVERY_MS) - readAt;
	if (ageMs <= FIGURE_FRESH_MS) return null;
	return (
		<p className="figure-age">
			<Sign tone="near">{t("figuresOld", { age: ageInWords(ageMs, t) })}</Sign>
		</p>
	);
}
