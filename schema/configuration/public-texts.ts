import type { Bilingual } from "../ids.ts";
import { asPlainWord, saidOf } from "../text/public-text.ts";
import type { SectionFault } from "./definition/section.ts";
import { type SectionId, sectionOf } from "./sections.ts";

/** The public texts of a section that say a word the bank keeps off public labels: where, and what to do. */
export function forbiddenIn(id: SectionId, value: object, words: readonly string[]): SectionFault[] {
	const plain = words.map(asPlainWord);
	const texts = words.length === 0 ? [] : (sectionOf(id).publicTexts?.(value) ?? []);
	return texts.flatMap(({ field, text }) => {
		const said = words[saidOf(text.zh, plain) ?? saidOf(text.en, plain) ?? -1];
		return said === undefined ? [] : [{ field, ...forbidden(text, said) }];
	});
}

/** What is wrong with a public text that says such a word. */
export function forbidden(text: Bilingual, word: string): Bilingual {
	return {
		zh: `“${text.zh}”含有本行不得对外公示的词“${word}”：请换一个说法`,
		en: `“${text.en}” says “${word}”, which the bank keeps off public labels: put it another way`,
	};
}
