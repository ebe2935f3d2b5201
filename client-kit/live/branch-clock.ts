/**
 * The branch's time, which may run faster than ours in a demo. It is anchored by each frame and carried on by a
 * monotonic clock of our own, so that setting the device's clock moves nothing.
 */
export type BranchClock = {
	/** Branch time of the latest frame, epoch milliseconds. */
	readonly at: number;
	/** Branch seconds per real second. */
	readonly speed: number;
	/** Our monotonic milliseconds when that frame came. */
	readonly heardAt: number;
};

/** A patch whose time lies further back than this, in real time, was kept somewhere on its way. */
const LATE_MS = 3_000;

/**
 * The clock after a frame. Only a whole view tells the speed; a patch moves `at` alone, and one that was missed and is
 * made up for tells a time long past, which must not make old calls look new.
 */
export function clockAfter(
	clock: BranchClock | null,
	frame: { readonly at: number; readonly speed?: number },
	monotonicMs: number,
): BranchClock {
	if (frame.speed !== undefined || clock === null) {
		return { at: frame.at, speed: frame.speed ?? 1, heardAt: monotonicMs };
	}
	const lateMs = branchNow(clock, monotonicMs) - frame.at;
	return lateMs > LATE_MS * clock.speed ? clock : { at: frame.at, speed: clock.speed, heardAt: monotonicMs };
}

/** Branch time now, epoch milliseconds. */
export function branchNow(clock: BranchClock, monotonicMs: number): number {
	return clock.at + (monotonicMs - clock.heardAt) * clock.speed;
}
