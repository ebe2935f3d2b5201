import type { Locale } from "../../client-kit/language/i18n.ts";

const DAY_MS = 86_400_000;

/** `2026-11-30` with its weekday, as the page's language says it. */
export function dayInWords(businessDay: string, locale: Locale): string {
	return `${businessDay} ${weekdayOf(businessDay, locale, "short")}`;
}

/** A whole date as the page's language writes it: `2026年11月30日` / `30 November 2026`. */
export function dateInWords(businessDay: string, locale: Locale): string {
	const language = locale === "zh" ? "zh-CN" : "en-GB";
	return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(startOf(businessDay));
}

/** A date without its year: `11月30日` / `30 Nov`. */
export function shortDateInWords(businessDay: string, locale: Locale): string {
	const language = locale === "zh" ? "zh-CN" : "en-GB";
	const form = { month: locale === "zh" ? "long" : "short", day: "numeric", timeZone: "UTC" } as const;
	return new Intl.DateTimeFormat(language, form).format(startOf(businessDay));
}

/** The weekday of a business day: `星期一` / `Monday`, or short. */
export function weekdayOf(businessDay: string, locale: Locale, weekday: "short" | "long" = "long"): string {
	return new Intl.DateTimeFormat(locale, { weekday, timeZone: "UTC" }).format(startOf(businessDay));
}

/** The day so many days before a business day. */
export function daysBefore(businessDay: string, days: number): string {
	return new Date(startOf(businessDay) - days * DAY_MS).toISOString().slice(0, 10);
}

/** Days have no time of their own; UTC moves none of them. */
function startOf(businessDay: string): number {
	return Date.parse(`${businessDay}T00:00:00Z`);
}
