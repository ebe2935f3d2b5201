import type { Locale } from "./i18n.ts";

/** A person of the staff with the staff number, or a unit with its id, so that no namesake is meant: `张伟（z1024）` / `Zhang Wei (z1024)`. */
export function nameAndNumber(name: string, id: string, locale: Locale): string {
	return locale === "zh" ? `${name}（${id}）` : `${name} (${id})`;
}
