import { forgetDisclosures } from "../records/case/disclosure.ts";
import { destroyExpiredKeys } from "../records/case/expired-keys.ts";
import type { Memory } from "../records/memory.ts";

/** Transactions of one run; what is left waits for the next. */
const BATCHES_PER_RUN_MAX = 40;

/**
 * Destroys every data key whose time has come, and blanks what it sealed: from then on nobody can read it, in any copy
 * that lacks the key. `now` is wall-clock time. Returns how many keys went.
 */
export async function retentionRun(memory: Memory, now: number): Promise<number> {
	let destroyed = 0;
	for (let batch = 0; batch < BATCHES_PER_RUN_MAX; batch++) {
		const went = await destroyExpiredKeys(memory, now);
		destroyed += went;
		if (went === 0) break;
	}
	await forgetDisclosures(memory, now);
	return destroyed;
}
