import { FIGURE_FRESH_MS } from "../../schema/limits.ts";
import type { Words } from "../words/words.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How old a figure is, in words; null: it was never read. */
export function ageInWords(ageMs: number | null, t: Words["t"]): string {
	if (ageMs === null) return t("ageNever");
	if (ageMs <= FIGURE_FRESH_MS) return t("ageNow");
	if (ageMs < MINUTE_MS) return t("ageSeconds", { count: Math.floor(ageMs / 1_000) });
	if (ageMs < HOUR_MS) return t("ageMinutes", { count: Math.floor(ageMs / MINUTE_MS) });
	if (ageMs < DAY_MS) return t("ageHours", { count: Math.floor(ageMs / HOUR_MS) });
	return t("ageDays", { count: Math.floor(ageMs / DAY_MS) });
}
