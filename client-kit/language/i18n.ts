import type { Bilingual } from "../../schema/ids.ts";
import { type Fill, fillIn, fillWell } from "./fill-in.ts";

export type Locale = "zh" | "en";
/** Flat: one level, keys without dots. `{{name}}` is replaced by a parameter; `{{n:one|many}}` chooses a form (only with `fillWell`). */
export type Dict = Readonly<Record<string, string>>;

/** The query parameter that asks for a language: `?lang=en`. */
export const LANGUAGE_PARAM = "lang";

type Placeholder<Text extends string> = Text extends `${string}{{${infer Name}}}${infer Rest}`
	? Name | Placeholder<Rest>
	: never;
type Params<Text extends string> = string extends Text
	? [params?: Readonly<Record<string, string | number>>]
	: [Placeholder<Text>] extends [never]
		? []
		: [params: Readonly<Record<Placeholder<Text>, string | number>>];

export type Translator<Zh extends Dict> = {
	/** The text in the present locale. */
	t<Key extends keyof Zh & string>(key: Key, ...params: Params<Zh[Key]>): string;
	/** The text in a given locale, for screens that show both. */
	tIn<Key extends keyof Zh & string>(locale: Locale, key: Key, ...params: Params<Zh[Key]>): string;
	locale(): Locale;
	setLocale(locale: Locale): void;
	/** Calls back after each change of locale; returns how to stop. */
	onChange(callback: (locale: Locale) => void): () => void;
};

/** The translator of a screen that says everything in both languages, and so has no present locale. */
export type BothWords<Zh extends Dict> = Pick<Translator<Zh>, "tIn">;

/** Where the choice of language is kept. */
export type ChosenLocale = { read(): string | null; write(locale: Locale): void };

type Catalogue<Zh extends Dict> = { readonly zh: Zh; readonly en: { readonly [Key in keyof Zh]: string } };

/**
 * The texts of one catalogue by language; a missing or extra English key does not compile.
 * @param fill `fillIn` puts values in as they are; `fillWell` also chooses singular or plural, and drops blanks between Chinese words
 */
export function bothWords<const Zh extends Dict>(catalogue: Catalogue<Zh>, fill: Fill = fillIn): BothWords<Zh> {
	return { tIn: (locale, key, ...[params]) => fill(catalogue[locale][key], params) };
}

/**
 * A translator over one catalogue; fills its texts by `fillWell`. Starts with `?lang=`, else the stored choice (a shared machine,
 * like the kiosk, stores none), else the browser's language, else Chinese.
 */
export function createTranslator<const Zh extends Dict>(
	catalogue: Catalogue<Zh>,
	{ chosen }: { readonly chosen?: ChosenLocale } = {},
): Translator<Zh> {
	const callbacks = new Set<(locale: Locale) => void>();
	let current = startLocale(chosen);
	const { tIn } = bothWords(catalogue, fillWell);
	const apply = () => {
		if (typeof document !== "undefined") document.documentElement.lang = current === "zh" ? "zh-CN" : "en";
	};
	apply();
	return {
		t: (key, ...params) => tIn(current, key, ...params),
		tIn,
		locale: () => current,
		setLocale: (locale) => {
			current = locale;
			apply();
			chosen?.write(locale);
			for (const callback of callbacks) callback(locale);
		},
		onChange: (callback) => {
			callbacks.add(callback);
			return () => callbacks.delete(callback);
		},
	};
}

/** The part of a name in the given language. */
export function pick(name: Bilingual, locale: Locale): string {
	return name[locale];
}

function startLocale(chosen?: ChosenLocale): Locale {
	const asked = typeof location === "undefined" ? null : new URLSearchParams(location.search).get(LANGUAGE_PARAM);
	return [asked, chosen?.read() ?? null].find(isLocale) ?? browserLocale();
}

/** The first of the browser's languages that is `zh` or `en`; else Chinese. */
function browserLocale(): Locale {
	const languages = typeof navigator === "undefined" ? [] : (navigator.languages ?? []);
	return languages.map((language) => language.slice(0, 2).toLowerCase()).find(isLocale) ?? "zh";
}

function isLocale(text: string | null): text is Locale {
	return text === "zh" || text === "en";
}
