import type { Locale } from "../../client-kit/language/i18n.ts";

const DAY_MS = 86_400_000;

/** `2026-11-30` with its weekday, as the page's language says it. */
export function dayInWords(businessDay: string, locale: Locale): string {
	return `${businessDay} ${weekdayOf(businessDay, locale, "short")}`;
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
