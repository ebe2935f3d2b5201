import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LocalServer, startLocalServer } from "../../scripts/serve/local-server.ts";
import { beginningOf } from "../../simulation/business-days.ts";
import { createApi } from "../../simulation/cli/api.ts";
import { createApiPort } from "../../simulation/cli/api-port.ts";
import { type BranchApi, createBranchApi } from "../../simulation/cli/branch-api.ts";
import { prepareBranch } from "../../simulation/cli/prepare-branch.ts";
import { auditOvertakes } from "../../simulation/overtake-audit.ts";
import { disagreements } from "../../simulation/reconcile.ts";
import type { RecordedDay } from "../../simulation/recorded-day.ts";
import { createReplay } from "../../simulation/replay.ts";
import { planReplay } from "../../simulation/replay-plan.ts";
import { seedOf } from "../domain/seed.ts";
import { CONFIGURATION, dayOf } from "../simulation/a-recorded-day.ts";

const START_TIMEOUT_MS = 60_000;
const REPORT_TIMEOUT_MS = 20_000;
/** The day below takes about five seconds at this speed. */
const FAST = 1_000;

let server: LocalServer;
beforeAll(async () => {
	server = await startLocalServer({ pages: false });
}, START_TIMEOUT_MS);
afterAll(() => server?.stop());

const crowd = dayOf(
	...Array.from({ length: 60 }, (_, index) => ({
		minute: index,
		class: ["", "high", "mid"][index % 3] ?? "",
		services: index % 10 === 0 ? ["cash", "wealth"] : ["cash"],
		serviceMs: [180_000, 240_000].slice(0, index % 10 === 0 ? 2 : 1),
		...(index % 7 === 0 ? { leavesAfterMs: 240_000 } : {}),
		...(index % 11 === 0 ? { noShow: true as const } : {}),
	})),
);

describe("a replay through the public API", () => {
	const seed = seedOf("public API");

	async function play(branch: BranchApi, recorded: RecordedDay, speed: number) {
		const { configuration, day } = await prepareBranch(branch, recorded, CONFIGURATION, false);
		const plan = planReplay(recorded, configuration, day, { seed, fullness: 1.1 });
		const from = beginningOf(day, recorded);
		const stepUntil = speed === 0 ? Number.POSITIVE_INFINITY : from;
		const port = await createApiPort(branch, from, { stepUntil, speed: speed || 1 });
		const counts = await createReplay({ plan, port, seed, runId: `test-${speed}-${seed}` }).run();
		const audit = auditOvertakes(await branch.commits(day.businessDay));
		await expect.poll(() => branch.report(day.businessDay), { timeout: REPORT_TIMEOUT_MS }).not.toBeNull();
		const report = (await branch.report(day.businessDay))?.report ?? null;
		return { day, counts, audit, faults: disagreements(counts, audit, report) };
	}

	it("[PLAY-1] step by step and at speed, day after day, to the same counts the branch keeps", async () => {
		const branch = createBranchApi(createApi(server.url), CONFIGURATION.branchId);
		const days: string[] = [];
		for (const speed of [0, FAST]) {
			const { day, counts, audit, faults } = await play(branch, crowd, speed);
			days.push(day.businessDay);
			expect([...counts.errors, ...audit.faults, ...faults]).toEqual([]);
			expect(counts.issued).toBe(60);
			expect(counts.served + counts.noShows + counts.cancelled).toBe(60);
		}
		expect(days[1]! > days[0]!).toBe(true);
	});
});
