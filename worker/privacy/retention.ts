import { forgetDisclosures } from "../records/case/disclosure.ts";
import { destroyExpiredKeys } from "../records/case/expired-keys.ts";
import type { Memory } from "../records/memory.ts";

/** At most so many transactions in one run; the rest waits for the next run. */
const BATCHES_PER_RUN_MAX = 40;

/**
 * Destroys every data key whose time is over, and blanks what it has sealed: a copy that does not hold the key cannot be read any
 * more. Deletes old counts of disclosures, too. `now` is wall-clock time. Returns how many keys were destroyed.
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
