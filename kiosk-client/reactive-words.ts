import { type ReadonlySignal, signal } from "@preact/signals";
import type { Locale, Translator } from "../client-kit/language/i18n.ts";

/** The words of a page, read inside a component so that a change of language redraws it. */
export type Words<Say> = {
	readonly say: Say;
	readonly locale: ReadonlySignal<Locale>;
	readonly setLocale: (locale: Locale) => void;
};

/** A translator whose present language is a signal. */
export function reactiveWords<Texts extends Readonly<Record<string, string>>>(
	translator: Translator<Texts>,
): Words<Translator<Texts>["t"]> {
	const locale = signal(translator.locale());
	translator.onChange((next) => {
		locale.value = next;
	});
	return {
		say: (key, ...params) => translator.tIn(locale.value, key, ...params),
		locale,
		setLocale: translator.setLocale,
	};
}
