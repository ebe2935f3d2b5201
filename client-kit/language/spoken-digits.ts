import type { Locale } from "./i18n.ts";

const DIGITS: Readonly<Record<Locale, readonly string[]>> = {
	zh: ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"],
	en: ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
};

/** A ticket number for a voice: one character at a time, so that none is misheard. */
export function spokenDigits(number: string, locale: Locale): string {
	return [...number].map((character) => DIGITS[locale][Number(character)] ?? character).join(" ");
}
