/** The console shows the whole bank, so all its times are in one zone: that of head office. */
export const ZONE = "Asia/Shanghai";
const OFFSET = "+08:00";

const WHOLE = new Intl.DateTimeFormat("sv-SE", {
	timeZone: ZONE,
	dateStyle: "short",
	timeStyle: "medium",
});

/** `2026-11-21 14:05:09` in Shanghai. */
export function moment(at: number): string {
	return WHOLE.format(at);
}

/** `2026-11-21 14:05` in Shanghai. */
export function momentToMinute(at: number): string {
	return moment(at).slice(0, 16);
}

/** The Shanghai day, as a business day is written: `2026-11-21`. */
export function dayOf(at: number): string {
	return moment(at).slice(0, 10);
}

/** The first millisecond of a Shanghai day; null for what is not a day. China has kept one offset since 1992. */
export function startOfDay(day: string): number | null {
	const at = Date.parse(`${day}T00:00:00${OFFSET}`);
	return Number.isNaN(at) ? null : at;
}

/** The last millisecond of a Shanghai day; null for what is not a day. */
export function endOfDay(day: string): number | null {
	const at = Date.parse(`${day}T23:59:59.999${OFFSET}`);
	return Number.isNaN(at) ? null : at;
}
