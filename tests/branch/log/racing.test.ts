import { describe, it } from "vitest";
import { count } from "../../counts.ts";
import { faultOf } from "../linearizability.ts";
import { race } from "../race.ts";

const RACES = count(50, 1_000);
const RACES_PER_TEST = 5;
const FIRST_SEED = 20_261_123;

describe("20 tellers over 40 tickets", () => {
	for (let first = FIRST_SEED; first < FIRST_SEED + RACES; first += RACES_PER_TEST) {
		it(`[CMD-6] race without a ticket called twice, lost, or a number given twice: seeds from ${first}`, async ({
			expect,
		}) => {
			let sendings = 0;
			let evictions = 0;
			let operations = 0;
			for (let seed = first; seed < first + RACES_PER_TEST; seed++) {
				const result = await race(seed);
				expect(faultOf(result.history), `seed ${seed}`).toBeNull();
				sendings += result.sendings;
				evictions += result.evictions;
				operations += result.history.operations.length;
			}
			console.log(
				`seeds ${first} +${RACES_PER_TEST}: ${operations} commands, ${sendings} sendings, ${evictions} evictions`,
			);
			expect(evictions).toBeGreaterThan(RACES_PER_TEST);
			expect(sendings).toBeGreaterThan(operations);
		});
	}
});
