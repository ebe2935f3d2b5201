import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Reporter, TestCase, TestModule } from "vitest/node";
import { type Standstill, watchForStandstill } from "../../scripts/process/standstill.ts";

const INSIDE_MS = 600_000;
const BETWEEN_MS = 240_000;
const file = (relativeModuleId: string) => ({ relativeModuleId, moduleId: `/tests/${relativeModuleId}` }) as TestModule;
const test = (relativeModuleId: string, fullName: string) => ({ module: file(relativeModuleId), fullName }) as TestCase;

describe("a run of the tests", () => {
	let told: Standstill[];
	let run: Reporter;
	beforeEach(() => {
		vi.useFakeTimers();
		told = [];
		run = watchForStandstill({ insideMs: INSIDE_MS, betweenMs: BETWEEN_MS }, (standstill) => told.push(standstill));
		run.onInit?.({} as never);
		void run.onTestRunStart?.([file("a.test.ts"), file("b.test.ts"), file("c.test.ts")] as never);
	});
	afterEach(() => vi.useRealTimers());

	function whole(name: string): void {
		void run.onTestModuleQueued?.(file(name));
		void run.onTestModuleStart?.(file(name));
		void run.onTestCaseReady?.(test(name, "counts"));
		void run.onTestCaseResult?.(test(name, "counts"));
		void run.onTestModuleEnd?.(file(name));
	}

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
			vi.advanceTimersByTime(INSIDE_MS - 1);
			void step();
		}
		expect(told).toEqual([]);
	});

	it("[PLAY-6] that stands still between two files says after which, and which had not begun", () => {
		whole("b.test.ts");
		vi.advanceTimersByTime(BETWEEN_MS - 1);
		expect(told).toEqual([]);
		vi.advanceTimersByTime(1);
		expect(told).toEqual([
			{
				sentence: "Nothing has happened for 4 minutes. The last thing was b.test.ts, which had ended.",
				ended: [file("b.test.ts")],
				left: ["/tests/a.test.ts", "/tests/c.test.ts"],
			},
		]);
	});

	it("[PLAY-6] that stands still within a file says in which test, and has nothing to run once more", () => {
		whole("b.test.ts");
		void run.onTestModuleStart?.(file("c.test.ts"));
		void run.onTestCaseReady?.(test("c.test.ts", "waits"));
		vi.advanceTimersByTime(INSIDE_MS);
		expect(told).toMatchObject([{ left: null }]);
		expect(told[0]?.sentence).toContain('c.test.ts, in "waits".');
	});
});
