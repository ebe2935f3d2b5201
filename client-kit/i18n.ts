import rosetta from "rosetta";
import type { Bilingual } from "../schema/ids.ts";

export type Locale = "zh" | "en";
/** Flat: a key holds no dot. `{{name}}` in a text is filled from the parameters. */
export type Dict = Readonly<Record<string, string>>;

const STORE_KEY = "tingtang.locale";

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

/**
 * A translator over one catalogue; a missing or extra English key does not compile. Starts with `?lang=`, else the
 * stored choice, else Chinese. `remember: false` for machines that strangers share.
 */
export function createTranslator<const Zh extends Dict>(
	catalogue: { readonly zh: Zh; readonly en: { readonly [Key in keyof Zh]: string } },
	{ remember = true } = {},
): Translator<Zh> {
	const dictionary = rosetta<Dict>({ zh: catalogue.zh, en: catalogue.en });
	const callbacks = new Set<(locale: Locale) => void>();
	let current = startLocale(remember);
	const tIn = (locale: Locale, key: string, ...[params]: [params?: Readonly<Record<string, string | number>>]) =>
		dictionary.t(key, params, locale);
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
			if (remember && typeof localStorage !== "undefined") localStorage.setItem(STORE_KEY, locale);
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

function startLocale(remember: boolean): Locale {
	const asked = typeof location === "undefined" ? null : new URLSearchParams(location.search).get("lang");
	const stored = remember && typeof localStorage !== "undefined" ? localStorage.getItem(STORE_KEY) : null;
	const wanted = asked ?? stored;
	return wanted === "en" ? "en" : "zh";
}
