import { describe, expect, it } from "vitest";
import { createAgenda } from "../../simulation/agenda.ts";

/** Time that jumps to whatever is slept until, and only runs by itself when told so. */
function clock(timeRuns: boolean) {
	let now = 0;
	return {
		timeRuns,
		now: () => now,
		sleepUntil: async (at: number) => {
			now = Math.max(now, at);
		},
	};
}

describe("the agenda", () => {
	it("[PLAY-2] does things by time, equal times as they were added", async () => {
		const agenda = createAgenda(clock(false));
		const done: string[] = [];
		const note = (what: string) => async () => void done.push(what);
		agenda.add(30, note("late"));
		agenda.add(10, note("first"));
		agenda.add(20, note("second"));
		agenda.add(20, note("third"));
		agenda.add(10, async () => agenda.add(15, note("added on the way")));
		await agenda.run();
		expect(done).toEqual(["first", "added on the way", "second", "third", "late"]);
		expect(agenda.mostLateMs()).toBe(0);
	});

	it("lets things overlap where time runs, and waits for the last of them", async () => {
		const agenda = createAgenda(clock(true));
		const done: string[] = [];
		let open = () => {};
		agenda.add(10, async () => {
			await new Promise<void>((resolve) => {
				open = resolve;
			});
			done.push("slow");
		});
		agenda.add(20, async () => {
			done.push("quick");
			open();
		});
		await agenda.run();
		expect(done).toEqual(["quick", "slow"]);
	});

	it("throws what an act threw, whether time runs or not, and begins nothing after it", async () => {
		for (const timeRuns of [false, true]) {
			const agenda = createAgenda(clock(timeRuns));
			const done: string[] = [];
			agenda.add(10, async () => {
				throw new Error("broken");
			});
			agenda.add(1_000, async () => void done.push("after"));
			await expect(agenda.run()).rejects.toThrow("broken");
			expect(done).toEqual([]);
		}
	});

	it("forgets what has not begun when it is stopped", async () => {
		const agenda = createAgenda(clock(false));
		const done: number[] = [];
		for (const at of [1, 2, 3]) {
			agenda.add(at, async () => {
				done.push(at);
				if (at === 2) agenda.stop();
			});
		}
		await agenda.run();
		expect(done).toEqual([1, 2]);
	});
});
