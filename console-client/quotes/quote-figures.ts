import { minutesToATenth } from "../../client-kit/time/day-figures.ts";
import { keptTo, type QuoteScore } from "../../rules/measure/quote-accuracy.ts";
import { percent } from "../parts/percent.ts";
import type { PlainWord, Words } from "../words/words.ts";

type Figure = { readonly word: PlainWord; readonly of: (score: QuoteScore) => string | number };

/** What a score says, in the order in which lists and tables show it. */
export function quoteFigures({ locale }: Pick<Words, "locale">): readonly Figure[] {
	const mean = (sum: number, { scored }: QuoteScore) => minutesToATenth(scored === 0 ? null : sum / scored, locale);
	return [
		{ word: "quoteCount", of: ({ count }) => count },
		{ word: "quoteHeld", of: ({ count, held }) => percent(count === 0 ? null : held / count) },
		{ word: "quoteUpper", of: (score) => percent(keptTo(score)?.upper ?? null) },
		{ word: "quoteLower", of: (score) => percent(keptTo(score)?.lower ?? null) },
		{ word: "quoteOff", of: (score) => mean(score.offMs, score) },
		{ word: "quoteOffShare", of: ({ offMs, waitedMs }) => percent(waitedMs === 0 ? null : offMs / waitedMs) },
		{ word: "quoteWidth", of: (score) => mean(score.widthMs, score) },
	];
}
