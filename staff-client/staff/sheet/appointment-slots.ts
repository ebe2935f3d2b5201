import { HALF_HOUR_MS } from "../../../schema/limits.ts";

const SLOTS_BEFORE = 1;
const SLOTS_AFTER = 4;

type Hours = { readonly opensAt: number | null; readonly closesAt: number | null };

/**
 * The half hours (epoch ms) for which somebody who is here now may have an appointment: around `now`, within the day's opening hours
 * where those are known. They are the same instants in every time zone, also in those with half-hour offsets.
 */
export function appointmentSlots(now: number, { opensAt, closesAt }: Hours): number[] {
	const first = Math.floor(now / HALF_HOUR_MS) - SLOTS_BEFORE;
	const around = Array.from({ length: SLOTS_BEFORE + SLOTS_AFTER + 1 }, (_, index) => (first + index) * HALF_HOUR_MS);
	return around.filter((at) => (opensAt === null || at >= opensAt) && (closesAt === null || at < closesAt));
}
