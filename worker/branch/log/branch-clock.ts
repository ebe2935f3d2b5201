import * as z from "zod";

export const ClockSetting = z.object({
	/** Branch time at the anchor. */
	at: z.number(),
	/** Wall-clock time at the anchor. */
	realAt: z.number(),
	/** Branch milliseconds per real millisecond; 0 stands still. */
	speed: z.number(),
	/** Seq when it was set: who knows no later one may reckon by another clock. */
	setAtSeq: z.number().int().default(0),
});
const UNPACED = 1_000_000;

/** How a demo branch's clock differs from the wall clock. */
export type ClockSetting = z.infer<typeof ClockSetting>;

/** The time of one branch: the wall clock, unless the demo set it otherwise. */
export class BranchClock {
	#setting: ClockSetting | null;

	constructor(setting: ClockSetting | null) {
		this.#setting = setting;
	}

	get speed(): number {
		return this.#setting?.speed ?? 1;
	}

	/** What a sender may be faster by: a replay lives a day in minutes, and one that sets the clock itself in no time at all. */
	get paceFactor(): number {
		return this.speed === 0 ? UNPACED : Math.max(1, this.speed);
	}

	/** The branch's seq when the clock was set; -1: never. */
	get setAtSeq(): number {
		return this.#setting?.setAtSeq ?? -1;
	}

	/** Branch time, epoch milliseconds. */
	now(): number {
		const setting = this.#setting;
		if (setting === null) return Date.now();
		return Math.floor(setting.at + (Date.now() - setting.realAt) * setting.speed);
	}

	/** The wall-clock time at which the branch's clock will show `at`; null when it stands still before that. */
	realTimeOf(at: number): number | null {
		const setting = this.#setting;
		if (setting === null) return at;
		if (setting.speed === 0) return at <= setting.at ? Date.now() : null;
		return Math.ceil(setting.realAt + (at - setting.at) / setting.speed);
	}
}
