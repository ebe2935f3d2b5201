import fc from "fast-check";
import { describe, it } from "vitest";
import { halfHourOf } from "../../../worker/domain/day/business-day.ts";
import { seedOf } from "../seed.ts";

/** Zones whose clocks are changed in summer, one of them by half an hour, and some that stand at a quarter or half an hour beside the others. */
const ZONES = [
	"Asia/Shanghai",
	"Asia/Kathmandu",
	"Asia/Kolkata",
	"Australia/Lord_Howe",
	"America/New_York",
	"Pacific/Chatham",
];
const FROM = Date.UTC(2018, 0, 1);
const TO = Date.UTC(2032, 0, 1);

describe("the half hour of an instant", () => {
	it("[REP-1] is what a clock on the wall shows there, whichever instants were asked for before", ({ expect }) => {
		const clocks = new Map(
			ZONES.map((timeZone) => [
				timeZone,
				new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }),
			]),
		);
		const seed = seedOf("half hours");
		const property = fc.property(fc.constantFrom(...ZONES), fc.integer({ min: FROM, max: TO }), (timeZone, at) => {
			const [hour, minute] = (clocks.get(timeZone)?.format(at) ?? "").split(":");
			expect(halfHourOf(timeZone, at)).toBe(`${hour}:${Number(minute) < 30 ? "00" : "30"}`);
		});
		fc.assert(property, { seed, numRuns: 4_000 });
	});
});
