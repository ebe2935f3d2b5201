import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LocalServer, startLocalServer } from "../../scripts/serve/local-server.ts";
import { beginningOf, dayForReplay } from "../../simulation/business-days.ts";
import { createApi } from "../../simulation/cli/api.ts";
import { createApiPort } from "../../simulation/cli/api-port.ts";
import { createBranchApi } from "../../simulation/cli/branch-api.ts";
import { demoConfiguration, foundBranch } from "../../simulation/cli/demo-branch.ts";
import { prepareBranch } from "../../simulation/cli/prepare-branch.ts";
import { createReplay } from "../../simulation/replay.ts";
import { planReplay } from "../../simulation/replay-plan.ts";
import { DEMO_BRANCHES } from "../../worker/domain/bank/demo-branches.ts";
import { seedOf } from "../domain/seed.ts";
import { dayOf } from "../simulation/a-recorded-day.ts";
import { ODD_DAYS } from "../simulation/odd-days.ts";

const START_TIMEOUT_MS = 60_000;
/** Somebody types `npm start` at noon. */
const noonOf = (day: string) => Date.parse(`${day}T12:00+08:00`);

describe("the demo of a server", () => {
	let server: LocalServer;
	beforeAll(async () => {
		server = await startLocalServer({ pages: false });
	}, START_TIMEOUT_MS);
	afterAll(() => server?.stop());

	const few = dayOf(...Array.from({ length: 20 }, (_, minute) => ({ minute })));

	it.each(ODD_DAYS)("[PLAY-4] begins on %s with the branch that ships", async (_, date) => {
		const demo = { ...DEMO_BRANCHES[0]!, branchId: `sh-any${date.replaceAll("-", "")}` };
		const wanted = demoConfiguration(demo);
		const branch = createBranchApi(createApi(server.url), demo.branchId);
		const seed = seedOf(date);
		await foundBranch(branch, wanted, dayForReplay(wanted, few, noonOf(date), null)?.startsAt ?? 0);
		const { configuration, day } = await prepareBranch(branch, few, wanted, false);
		expect(day.businessDay >= date).toBe(true);
		const plan = planReplay(few, configuration, day, { seed, fullness: 1.2 });
		const pace = { stepUntil: Number.POSITIVE_INFINITY, speed: 1 };
		const port = await createApiPort(branch, beginningOf(day, few), pace);
		const counts = await createReplay({ plan, port, seed, runId: `any-${date}` }).run();
		expect(counts.errors).toEqual([]);
		expect(counts.issued).toBe(20);
		await expect.poll(async () => (await branch.report(day.businessDay))?.report.tickets.issued).toBe(20);
	});
});
