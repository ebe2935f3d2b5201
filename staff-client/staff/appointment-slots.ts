import { HALF_HOUR_MS } from "../../schema/limits.ts";

const SLOTS_BEFORE = 1;
const SLOTS_AFTER = 4;

/**
 * The half hours around `now` (epoch ms) that somebody who is here may have an appointment for. Zones with half-hour
 * offsets have them at the same instants as every other zone.
 */
export function appointmentSlots(now: number): number[] {
	const first = Math.floor(now / HALF_HOUR_MS) - SLOTS_BEFORE;
	return Array.from({ length: SLOTS_BEFORE + SLOTS_AFTER + 1 }, (_, index) => (first + index) * HALF_HOUR_MS);
}
