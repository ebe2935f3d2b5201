import { describe, expect, it } from "vitest";
import { dayBefore, dayForReplay } from "../../simulation/business-days.ts";
import { demoConfiguration } from "../../simulation/cli/demo-branch.ts";
import { DEMO_BRANCHES } from "../../worker/domain/bank/demo-branches.ts";
import { seedOf } from "../domain/seed.ts";
import { CONFIGURATION, playInVirtualTime, sampleDay } from "./a-recorded-day.ts";
import { ODD_DAYS } from "./odd-days.ts";

const DAY_MS = 86_400_000;
const YEARS = 8;
const FIRST_DAY = Date.parse("2026-01-01T00:00+08:00");

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

	it.each(ODD_DAYS)("[PLAY-4] %s is played from morning to evening", async (_, date) => {
		const from = Date.parse(`${date}T00:00+08:00`);
		const seed = seedOf(date);
		const played = await playInVirtualTime(sampleDay(), seed, { fullness: 1.2 }, OPEN_DAILY, from);
		expect(played.planned.day.businessDay).toBe(date);
		expect([...played.counts.errors, ...played.faults, ...played.audit.faults]).toEqual([]);
		expect(played.report).toMatchObject({ businessDay: date, tickets: { issued: 330, unserved: 0 } });
	});
});
