import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LocalServer, startLocalServer } from "../../scripts/local-server.ts";
import { beginningOf, dayBefore, dayForReplay } from "../../simulation/business-days.ts";
import { createApi } from "../../simulation/cli/api.ts";
import { createApiPort } from "../../simulation/cli/api-port.ts";
import { createBranchApi } from "../../simulation/cli/branch-api.ts";
import { demoConfiguration, foundBranch } from "../../simulation/cli/demo-branch.ts";
import { prepareBranch } from "../../simulation/cli/prepare-branch.ts";
import { createReplay } from "../../simulation/replay.ts";
import { planReplay } from "../../simulation/replay-plan.ts";
import { DEMO_BRANCHES } from "../../worker/domain/demo-branches.ts";
import { seedOf } from "../domain/seed.ts";
import { CONFIGURATION, dayOf, playInVirtualTime, sampleDay } from "./a-recorded-day.ts";

const START_TIMEOUT_MS = 60_000;
const DAY_MS = 86_400_000;
const YEARS = 8;
const FIRST_DAY = Date.parse("2026-01-01T00:00+08:00");

/** Somebody types `npm start` at noon of these days. */
const DAYS = [
	["a Sunday of the Spring Festival", "2027-02-07"],
	["the last day of a year", "2026-12-31"],
	["29 February", "2028-02-29"],
] as const;
const noonOf = (day: string) => Date.parse(`${day}T12:00+08:00`);

const OPEN_DAILY = {
	...CONFIGURATION,
	calendar: { week: CONFIGURATION.calendar.week.map(() => CONFIGURATION.calendar.week[0] ?? null), exceptions: [] },
};

describe("any day", () => {
	it("[PLAY-4] has a day after it, and one before it, that hold the sample", () => {
		const recorded = sampleDay();
		for (let at = FIRST_DAY; at < FIRST_DAY + YEARS * 366 * DAY_MS; at += DAY_MS) {
			for (const branch of DEMO_BRANCHES) {
				const configuration = demoConfiguration(branch);
				const today = dayForReplay(configuration, recorded, at, null);
				const yesterday = dayBefore(configuration, recorded, at);
				expect(today?.startsAt).toBeGreaterThanOrEqual(at);
				expect(yesterday?.startsAt).toBeLessThan(at);
			}
		}
	});

	it.each(DAYS)("[PLAY-4] %s is played from morning to evening", async (_, date) => {
		const from = Date.parse(`${date}T00:00+08:00`);
		const seed = seedOf(date);
		const played = await playInVirtualTime(sampleDay(), seed, { fullness: 1.2 }, OPEN_DAILY, from);
		expect(played.planned.day.businessDay).toBe(date);
		expect([...played.books.errors, ...played.faults, ...played.audit.faults]).toEqual([]);
		expect(played.report).toMatchObject({ businessDay: date, tickets: { issued: 330, unserved: 0 } });
	});
});

describe("the demo of a server", () => {
	let server: LocalServer;
	beforeAll(async () => {
		server = await startLocalServer({ pages: false });
	}, START_TIMEOUT_MS);
	afterAll(() => server?.stop());

	const few = dayOf(...Array.from({ length: 20 }, (_, minute) => ({ minute })));

	it.each(DAYS)("[PLAY-4] begins on %s with the branch that ships", async (_, date) => {
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
		const books = await createReplay({ plan, port, seed, runId: `any-${date}` }).run();
		expect(books.errors).toEqual([]);
		expect(books.issued).toBe(20);
		await expect.poll(async () => (await branch.report(day.businessDay))?.report.tickets.issued).toBe(20);
	});
});
