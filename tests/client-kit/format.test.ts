import { describe, expect, it } from "vitest";
import {
	agoInWords,
	clockTime,
	closingTime,
	dayInWords,
	localDay,
	minutesInWords,
	people,
	spanInWords,
	stopwatch,
	waitInWords,
} from "../../client-kit/language/format.ts";

const MINUTE_MS = 60_000;
const AT = Date.UTC(2026, 10, 21, 1, 5, 9);

describe("waitInWords", () => {
	it.each([
		[0, 5, "5 分钟以内", "within 5 minutes"],
		[0, 15, "15 分钟以内", "within 15 minutes"],
		[10, 15, "大约 10 到 15 分钟", "about 10 to 15 minutes"],
		[5, 25, "大约 5 到 25 分钟", "about 5 to 25 minutes"],
	])("[SCR-7] %i to %i minutes", (fromMin, toMin, zh, en) => {
		expect(waitInWords({ fromMin, toMin }, "zh")).toBe(zh);
		expect(waitInWords({ fromMin, toMin }, "en")).toBe(en);
	});
});

it("[SCR-7] tells whole minutes that have passed", () => {
	expect(minutesInWords(59_999, "zh")).toBe("不到 1 分钟");
	expect(minutesInWords(12.9 * MINUTE_MS, "en")).toBe("12 min");
});

it("[SCR-19] tells how long ago something was in words, hours too", () => {
	const told = (ms: number) => [
		spanInWords(ms, "zh"),
		spanInWords(ms, "en"),
		agoInWords(ms, "zh"),
		agoInWords(ms, "en"),
	];
	expect(told(-5)).toEqual(["不到 1 分钟", "under 1 min", "刚刚", "just now"]);
	expect(told(18.9 * MINUTE_MS)).toEqual(["18 分钟", "18 min", "18 分钟前", "18 min ago"]);
	expect(told(65 * MINUTE_MS)).toEqual(["1 小时 5 分钟", "1 h 5 min", "1 小时 5 分钟前", "1 h 5 min ago"]);
	expect(told(120 * MINUTE_MS)).toEqual(["2 小时", "2 h", "2 小时前", "2 h ago"]);
});

it("[SCR-7] runs like a stopwatch", () => {
	expect(stopwatch(247_900)).toBe("4:07");
	expect(stopwatch(-5)).toBe("0:00");
});

it("[SCR-7] tells clock and day in the branch's zone, wherever the device is", () => {
	expect(clockTime(AT, "Asia/Shanghai")).toBe("09:05");
	expect(clockTime(AT, "Asia/Shanghai", { seconds: true })).toBe("09:05:09");
	expect(localDay(AT, "Asia/Shanghai")).toBe("2026-11-21");
	expect(localDay(AT - 36_000_000, "Asia/Shanghai")).toBe("2026-11-20");
	expect(dayInWords(AT, "Asia/Shanghai", "zh")).toBe("11月21日 星期六");
	expect(dayInWords(AT, "Asia/Shanghai", "en")).toBe("Saturday 21 November");
});

it("[SCR-7] ends a day at 24:00, which begins at 00:00", () => {
	const midnight = Date.UTC(2026, 10, 20, 16);
	expect([clockTime(midnight, "Asia/Shanghai"), closingTime(midnight, "Asia/Shanghai")]).toEqual(["00:00", "24:00"]);
	expect(closingTime(AT, "Asia/Shanghai")).toBe("09:05");
});

it("[SCR-7] counts people", () => {
	expect([people(1, "zh"), people(1, "en"), people(0, "en")]).toEqual(["1 人", "1 person", "0 people"]);
});
