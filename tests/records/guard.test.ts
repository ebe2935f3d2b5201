import { describe, it } from "vitest";
import { seededRandom } from "../../simulation/seeded-random.ts";
import { listBranches, rememberBranch, rememberRollup } from "../../worker/records/bank/branch.ts";
import { findReport, rememberReport } from "../../worker/records/bank/report.ts";
import type { Origin } from "../../worker/records/memory.ts";
import { count } from "../counts.ts";
import { aConfiguration, aReport, aRollup, memory, newRegion } from "./summaries.ts";

const DAY = "2026-11-23";
const isLater = (a: Origin, b: Origin) => a.epoch > b.epoch || (a.epoch === b.epoch && a.seq > b.seq);

async function seen(branchId: string) {
	const [branch] = await listBranches(memory(), [{ kind: "branch", branchId }], { limit: 1, after: null }, 1_000);
	return branch;
}

const EARLIER: readonly Origin[] = [
	{ epoch: 5, seq: 9 },
	{ epoch: 4, seq: 99 },
	{ epoch: 0, seq: 0 },
];
const LATER: readonly Origin[] = [
	{ epoch: 5, seq: 11 },
	{ epoch: 6, seq: 1 },
];
const KNOWN: Origin = { epoch: 5, seq: 10 };

describe("an absolute row", () => {
	it("[FWD-1] of a branch gives way to a later one, and to nothing late or doubled", async ({ expect }) => {
		const branchId = `${newRegion()}-one`;
		await rememberBranch(memory(), aConfiguration(branchId, "known"), KNOWN);
		for (const origin of [...EARLIER, KNOWN]) {
			await rememberBranch(memory(), aConfiguration(branchId, "late"), origin);
			expect((await seen(branchId))?.name.en).toBe("known");
		}
		for (const [index, origin] of LATER.entries()) {
			await rememberBranch(memory(), aConfiguration(branchId, `later ${index}`), origin);
			expect((await seen(branchId))?.name.en).toBe(`later ${index}`);
		}
	});

	it("[FWD-1] of a day so far gives way to a later one, and a doubled one does not look fresher than it is", async ({
		expect,
	}) => {
		const branchId = `${newRegion()}-one`;
		await rememberBranch(memory(), aConfiguration(branchId), KNOWN);
		await rememberRollup(memory(), aRollup(branchId, DAY, 10), KNOWN, 400);
		for (const origin of [...EARLIER, KNOWN]) {
			await rememberRollup(memory(), aRollup(branchId, DAY, 99), origin, 900);
			expect(await seen(branchId)).toMatchObject({ ageMs: 600, rollup: { tickets: { issued: 10 } } });
		}
		for (const [index, origin] of LATER.entries()) {
			await rememberRollup(memory(), aRollup(branchId, DAY, 20 + index), origin, 950);
			expect(await seen(branchId)).toMatchObject({ ageMs: 50, rollup: { tickets: { issued: 20 + index } } });
		}
	});

	it("[FWD-1] of a report gives way to a later one, hash and time with it, and to nothing late or doubled", async ({
		expect,
	}) => {
		const branchId = `${newRegion()}-one`;
		const stored = (origin: Origin, issued: number) =>
			rememberReport(memory(), aReport(branchId, DAY, issued), { ...origin, hash: `hash ${issued}`, storedAt: issued });
		await stored(KNOWN, 10);
		for (const origin of [...EARLIER, KNOWN]) {
			await stored(origin, 99);
			expect(await findReport(memory(), branchId, DAY)).toMatchObject({ hash: "hash 10", storedAt: 10, epoch: 5 });
		}
		for (const [index, origin] of LATER.entries()) {
			await stored(origin, 20 + index);
			expect(await findReport(memory(), branchId, DAY)).toMatchObject({
				hash: `hash ${20 + index}`,
				storedAt: 20 + index,
				epoch: origin.epoch,
				report: { tickets: { issued: 20 + index } },
			});
		}
	});

	it("[FWD-1] in any order and number of deliveries, the latest is what stays", async ({ expect }) => {
		const seed = 5_511;
		console.log(`seed ${seed}`);
		const random = seededRandom(seed);
		for (let round = 0; round < count(10, 100); round++) {
			const branchId = `${newRegion()}-one`;
			await rememberBranch(memory(), aConfiguration(branchId), KNOWN);
			const sent = Array.from({ length: 6 }, (_, index) => ({
				epoch: 1 + Math.floor(index / 3),
				seq: 1 + Math.floor(random.between(0, 1_000)),
			}));
			const latest = sent.reduce((best, each) => (isLater(each, best) ? each : best));
			for (const origin of random.shuffle([...sent, ...sent])) {
				await rememberRollup(memory(), aRollup(branchId, DAY, origin.epoch * 1_000 + origin.seq), origin, 1);
			}
			expect((await seen(branchId))?.rollup?.tickets.issued).toBe(latest.epoch * 1_000 + latest.seq);
		}
	});
});
