import * as z from "zod";
import { StoredConfiguration } from "../../hall/configuration.ts";
import { asCalled, asPlainWord } from "../../text/public-text.ts";
import { liveSection, type SectionFault } from "../definition/section.ts";
import { PUBLIC_WORDS_NAME } from "./words.ts";

const MAX_BYTES = 4_000;
/** A single letter stands in most names. */
const LETTERS_MIN = 2;

const PublicWords = z.strictObject({ words: StoredConfiguration.shape.publicWords.unwrap() });
export type PublicWords = z.infer<typeof PublicWords>;

/** Words that no public label may say, beside those that are always kept off: a bank's own names of what a customer is worth. */
export const PUBLIC_WORDS = liveSection<PublicWords>({
	kind: "live",
	name: PUBLIC_WORDS_NAME,
	schema: PublicWords,
	shipped: { words: [] },
	maxBytes: MAX_BYTES,
	check: ({ words }) => words.flatMap((word, at) => wordFaults(word, words.slice(0, at))),
	of: ({ publicWords = [] }) => ({ words: publicWords }),
	into: ({ publicWords: _, ...configuration }, { words }) =>
		words.length === 0 ? configuration : { ...configuration, publicWords: words },
});

function wordFaults(word: string, before: readonly string[]): SectionFault[] {
	const field = "words";
	if ([...asPlainWord(word)].length < LETTERS_MIN) {
		return [
			{
				field,
				zh: `“${word}”不足两个字，会挡住许多正常用语：请写完整的词`,
				en: `“${word}” has fewer than two letters and would stand in many good names: write the whole word`,
			},
		];
	}
	if (!before.some((each) => asCalled(each) === asCalled(word))) return [];
	return [{ field, zh: `“${word}”出现两次：请删除其中一个`, en: `“${word}” stands here twice: take one out` }];
}
