import type { Locale } from "./i18n.ts";

/** A person with the staff number, or a unit with its id, so that two of the same name are told apart: `张伟（z1024）` / `Zhang Wei (z1024)`. */
export function nameAndNumber(name: string, id: string, locale: Locale): string {
	return locale === "zh" ? `${name}（${id}）` : `${name} (${id})`;
}
