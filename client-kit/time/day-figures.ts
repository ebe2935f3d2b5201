import type { Locale } from "../language/i18n.ts";

const MINUTE_MS = 60_000;

/** A mean or percentile, to a tenth of a minute on every page: `15.8 分钟` / `15.8 min`; a dash where nothing was measured. */
export function minutesToATenth(ms: number | null, locale: Locale): string {
	if (ms === null) return "—";
	const minutes = (ms / MINUTE_MS).toFixed(1);
	return locale === "zh" ? `${minutes} 分钟` : `${minutes} min`;
}

/** Calls that nobody came to, and how many of those missed came back later: `3（2 人返回）` / `3 (2 came back)`. */
export function noShowsInWords(noShows: number, returns: number, locale: Locale): string {
	if (returns === 0) return String(noShows);
	const missed = noShows + returns;
	return locale === "zh" ? `${missed}（${returns} 人返回）` : `${missed} (${returns} came back)`;
}
