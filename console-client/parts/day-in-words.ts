import type { Locale } from "../../client-kit/language/i18n.ts";

const DAY_MS = 86_400_000;

/** A day with its short weekday in the page's language: `2026-11-30 周一` / `2026-11-30 Mon`. */
export function dayInWords(businessDay: string, locale: Locale): string {
	return `${businessDay} ${weekdayOf(businessDay, locale, "short")}`;
}

/** A whole date as the page's language writes it: `2026年11月30日` / `30 November 2026`. */
export function dateInWords(businessDay: string, locale: Locale): string {
	const language = locale === "zh" ? "zh-CN" : "en-GB";
	return written(businessDay, new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }));
}

/** A date without its year: `11月30日` / `30 Nov`. */
export function shortDateInWords(businessDay: string, locale: Locale): string {
	const language = locale === "zh" ? "zh-CN" : "en-GB";
	const form = { month: locale === "zh" ? "long" : "short", day: "numeric", timeZone: "UTC" } as const;
	return written(businessDay, new Intl.DateTimeFormat(language, form));
}

/** The weekday of a business day: `星期一` / `Monday`, or short. */
export function weekdayOf(businessDay: string, locale: Locale, weekday: "short" | "long" = "long"): string {
	return written(businessDay, new Intl.DateTimeFormat(locale, { weekday, timeZone: "UTC" }));
}

/** The day so many days before a business day. */
export function daysBefore(businessDay: string, days: number): string {
	return new Date(startOf(businessDay) - days * DAY_MS).toISOString().slice(0, 10);
}

/** A text that is not a day is shown as it is: `format` would throw, and the whole page would be gone. */
function written(businessDay: string, format: Intl.DateTimeFormat): string {
	const at = startOf(businessDay);
	return Number.isNaN(at) ? businessDay : format.format(at);
}

/** A business day has no time zone. Read and written as UTC it stays the same day. */
function startOf(businessDay: string): number {
	return Date.parse(`${businessDay}T00:00:00Z`);
}
