import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Reporter, TestCase, TestModule } from "vitest/node";
import { watchForStandstill } from "../../scripts/standstill.ts";

const AFTER_MS = 600_000;
const file = (relativeModuleId: string) => ({ relativeModuleId }) as TestModule;
const test = (relativeModuleId: string, fullName: string) => ({ module: file(relativeModuleId), fullName }) as TestCase;

describe("a run of the tests", () => {
	let told: string[];
	let run: Reporter;
	beforeEach(() => {
		vi.useFakeTimers();
		told = [];
		run = watchForStandstill(AFTER_MS, (sentence) => told.push(sentence));
		run.onInit?.({} as never);
	});
	afterEach(() => vi.useRealTimers());

	it("[PLAY-6] goes on as long as tests begin and end, or something is printed", () => {
		const steps = [
			() => run.onTestModuleQueued?.(file("a.test.ts")),
			() => run.onTestModuleStart?.(file("a.test.ts")),
			() => run.onTestCaseReady?.(test("a.test.ts", "counts")),
			() => run.onUserConsoleLog?.({} as never),
			() => run.onTestCaseResult?.(test("a.test.ts", "counts")),
			() => run.onTestModuleEnd?.(file("a.test.ts")),
		];
		for (const step of steps) {
			vi.advanceTimersByTime(AFTER_MS - 1);
			void step();
		}
		expect(told).toEqual([]);
	});

	it("[PLAY-6] that stands still is ended, and says which file and test it stood at", () => {
		void run.onTestCaseResult?.(test("a.test.ts", "counts"));
		void run.onTestModuleEnd?.(file("a.test.ts"));
		vi.advanceTimersByTime(AFTER_MS);
		expect(told).toEqual([
			"Nothing has happened for 10 minutes, so the run is ended. The last thing was a.test.ts, which had ended.",
		]);
		void run.onTestCaseReady?.(test("b.test.ts", "waits"));
		vi.advanceTimersByTime(AFTER_MS);
		expect(told[1]).toContain('b.test.ts, in "waits".');
	});
});
