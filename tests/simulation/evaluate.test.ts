import { describe, expect, it } from "vitest";
import { readEvaluationOptions } from "../../simulation/cli/evaluation-options.ts";
import { findingsTable } from "../../simulation/cli/evaluation-table.ts";
import { calendar } from "../../simulation/evaluate/calendar.ts";
import { baseline, isReached, result } from "../../simulation/evaluate/evaluation.ts";
import { fairness } from "../../simulation/evaluate/fairness.ts";

const input = (text: string) => ({ text: () => text, seeds: { from: 1, to: 3 }, progress: () => {} });

describe("the evaluation commands", () => {
	it("[EVAL-1] read folder, file names and seeds from their options, and refuse what they do not know", () => {
		const options = readEvaluationOptions(
			["calendar", "--data", "some", "--calendar", "own.csv", "--seeds", "5-9", "--json", "--strict"],
			["calendar"],
		);
		expect(options).toMatchObject({ name: "calendar", data: "some", json: true, strict: true });
		expect(options.seeds).toEqual({ from: 5, to: 9 });
		expect(options.files.calendar).toBe("own.csv");
		expect(options.files.calls).toBe("technion_dev_1999-01_08.csv.gz");
		for (const wrong of [["calender"], [], ["calendar", "--seeds", "9-5"], ["calendar", "--seed", "1"]]) {
			expect(() => readEvaluationOptions(wrong, ["calendar"])).toThrow(/npm run evaluate|two whole numbers/);
		}
	});

	it("[EVAL-1] say of each figure whether its goal is reached", () => {
		const [in1, low, high, free] = [
			result("coverage", "%", 90, { min: 88, max: 92 }),
			result("coverage", "%", 87.9, { min: 88, max: 92 }),
			result("error", "%", 5.5, { max: 5.4 }),
			baseline("simple", "%", 7.0),
		];
		expect([in1, low, high, free].map(isReached)).toEqual([true, false, false, null]);
		const table = findingsTable("forecast", [in1, high, free]);
		expect(table).toMatch(/coverage +90 +% +88 to 92 +reached/);
		expect(table).toMatch(/error +5\.500 +% +<= 5\.4 +MISSED/);
		expect(table).toMatch(/simple \(baseline\) +7 +%/);
	});

	it("[EVAL-2] count every day on which the calendar and a bank's own differ", () => {
		const rows = "date,type\n2020-05-08,WN\n2020-05-09,WS\n2020-05-10,SN\n2020-05-01,NH\n2020-05-04,SS\n";
		const wrong = (text: string) => calendar.run(input(text)).map(({ value }) => value);
		expect(wrong(rows)).toEqual([5, 0, 3, 0]);
		expect(wrong(rows.replace("09,WS", "09,SN").replace("04,SS", "04,NH"))).toEqual([5, 1, 2, 2]);
		expect(() => wrong("date,type\n2020-05-08,XX")).toThrow("2020-05-08,XX");
	});

	it("[EVAL-3] measure the policy of a new branch beside first come, first served and strict priority", () => {
		const findings = fairness.run(input(""));
		const value = (name: string) => findings.find((each) => each.name === name)?.value;
		expect(value("330 a day, policy of a new branch: bound broken")).toBe(0);
		expect(value("330 a day, policy of a new branch: inversions within a class")).toBe(0);
		expect(value("330 a day, first come, first served: most overtakes")).toBe(0);
		expect(value("330 a day, strict priority: most overtakes")).toBeGreaterThan(4);
		expect(findings).toEqual(fairness.run(input("")));
		expect(findings).not.toEqual(fairness.run({ ...input(""), seeds: { from: 2, to: 4 } }));
	});
});
