import { describe, expect, it } from "vitest";
import { dateInWords, dayInWords, shortDateInWords, weekdayOf } from "../../console-client/parts/day-in-words.ts";

describe("a day in words", () => {
	it("[SCR-38] is said as the page's language says it", () => {
		expect(dateInWords("2026-11-30", "zh")).toBe("2026年11月30日");
		expect(dateInWords("2026-11-30", "en")).toBe("30 November 2026");
		expect(shortDateInWords("2026-11-30", "zh")).toBe("11月30日");
		expect(weekdayOf("2026-11-30", "en")).toBe("Monday");
		expect(dayInWords("2026-11-30", "zh")).toBe("2026-11-30 周一");
	});

	it("[SCR-34] stands as it is where it is no day, and takes no page with it", () => {
		for (const say of [dateInWords, shortDateInWords, weekdayOf]) {
			expect(say("", "zh")).toBe("");
			expect(say("2026-02-30x", "en")).toBe("2026-02-30x");
		}
	});
});
