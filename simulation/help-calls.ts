import type { Role } from "../schema/actor.ts";
import type { HelpReason } from "../schema/hall/alert.ts";
import type { SeededRandom } from "./seeded-random.ts";
import type { PlannedShift } from "./teller-plan.ts";

/** A teller who asks for help in the middle of a shift. Instants are epoch milliseconds of branch time. */
export type PlannedHelpCall = Pick<PlannedShift, "counterId" | "staffId" | "role"> & {
	readonly at: number;
	readonly reason: HelpReason;
	readonly acceptedAfterMs: number;
	readonly answerer: Answerer;
};

/** Who comes: the first here of those whom the reason is for. */
export type Answerer = { readonly staffId: string; readonly role: Role };

const HOUR_MS = 3_600_000;
const ACCEPTED_MIN_MS = 15_000;
const ACCEPTED_MAX_MS = 120_000;
const REASONS = ["customer", "authorisation", "device", "queue", "language"] as const satisfies readonly HelpReason[];

/** Calls for help at random times of random shifts, `perHour` on average in the whole branch until `until`. */
export function planHelpCalls(
	shifts: readonly PlannedShift[],
	until: number,
	perHour: number,
	random: SeededRandom,
	answererOf: (reason: HelpReason) => Answerer,
): PlannedHelpCall[] {
	const calls: PlannedHelpCall[] = [];
	const first = shifts[0]?.opensAt;
	if (first === undefined || perHour <= 0) return calls;
	for (
		let at = first + random.exponential(HOUR_MS / perHour);
		at < until;
		at += random.exponential(HOUR_MS / perHour)
	) {
		const present = shifts.filter(({ opensAt, closesAt }) => opensAt < at && (closesAt === null || closesAt > at));
		if (present.length === 0) continue;
		const { counterId, staffId, role } = random.pick(present);
		const acceptedAfterMs = Math.round(random.between(ACCEPTED_MIN_MS, ACCEPTED_MAX_MS));
		const reason = random.pick(REASONS);
		const who = { counterId, staffId, role };
		calls.push({ ...who, at: Math.round(at), reason, acceptedAfterMs, answerer: answererOf(reason) });
	}
	return calls;
}
