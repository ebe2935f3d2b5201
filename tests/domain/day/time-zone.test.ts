import fc from "fast-check";
import { describe, it } from "vitest";
import { halfHourOf } from "../../../worker/domain/day/business-day.ts";
import { instantAt, localDate, localMinutes } from "../../../worker/domain/day/time-zone.ts";
import { seedOf } from "../seed.ts";

/** Zones whose clocks are changed in summer, one of them by half an hour, and some that stand at a quarter or half an hour beside the others. */
const ZONES = [
	"Asia/Shanghai",
	"Asia/Kathmandu",
	"Asia/Kolkata",
	"Australia/Lord_Howe",
	"America/New_York",
	"America/Sao_Paulo",
	"Pacific/Chatham",
	"UTC",
];
const FROM = Date.UTC(1975, 0, 1);
const TO = Date.UTC(2045, 0, 1);
const RUNS = 4_000;

/** A clock on the wall, as the platform tells it. */
const CLOCKS = new Map(
	ZONES.map((timeZone) => [
		timeZone,
		new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" }),
	]),
);
const shownBy = (timeZone: string, at: number) => (CLOCKS.get(timeZone)?.format(at) ?? "").split(" ");
const minutesOf = (time = "") => {
	const [hour, minute] = time.split(":").map(Number);
	return (hour ?? Number.NaN) * 60 + (minute ?? Number.NaN);
};
const zoneAndInstant = [fc.constantFrom(...ZONES), fc.integer({ min: FROM, max: TO })] as const;

describe("the time of a zone", () => {
	it("[REP-1] the half hour is what a clock on the wall shows there, whichever instants were asked for before", ({
		expect,
	}) => {
		const property = fc.property(...zoneAndInstant, (timeZone, at) => {
			const [hour, minute] = (shownBy(timeZone, at)[1] ?? "").split(":");
			expect(halfHourOf(timeZone, at)).toBe(`${hour}:${Number(minute) < 30 ? "00" : "30"}`);
		});
		fc.assert(property, { seed: seedOf("half hours"), numRuns: RUNS });
	});

	it("[DAY-1] the day and its minutes are what a clock on the wall shows, and lead back to an instant that shows the same", ({
		expect,
	}) => {
		const property = fc.property(...zoneAndInstant, (timeZone, at) => {
			const [day = "", time] = shownBy(timeZone, at);
			expect(localDate(timeZone, at)).toBe(day);
			expect(localMinutes(timeZone, at)).toBe(minutesOf(time));
			const back = instantAt(day, minutesOf(time), timeZone);
			expect(shownBy(timeZone, back)).toEqual([day, time]);
			expect(back).toBeLessThanOrEqual(at);
		});
		fc.assert(property, { seed: seedOf("wall clocks"), numRuns: RUNS });
	});

	it.each([
		["left out: as late after the gap as after its beginning", "America/New_York", "2026-03-08", "02:30", "07:30"],
		["twice: the first of both", "America/New_York", "2026-11-01", "01:30", "05:30"],
		["left out by half an hour", "Australia/Lord_Howe", "2026-10-04", "02:15", "15:45"],
		["the midnight that ends a day", "Asia/Shanghai", "2026-12-31", "24:00", "16:00"],
		["of no summer time any more", "Asia/Shanghai", "2026-07-01", "09:00", "01:00"],
	])("[DAY-1] a time that comes %s", (_, timeZone, day, time, utc) => {
		const at = instantAt(day, minutesOf(time), timeZone);
		const shown = new Date(at).toISOString().slice("2026-01-01T".length, "2026-01-01T00:00".length);
		if (shown !== utc) throw new Error(`${shown} instead of ${utc}`);
	});
});
