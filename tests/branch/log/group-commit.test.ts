import { describe, expect, it } from "vitest";
import { GroupCommit } from "../../../worker/branch/group-commit.ts";
import { aBranch, kiosk, newCommandId } from "../a-branch.ts";

/** A storage whose flushes end when the test says so, and a clock that stands still. */
function aGroup() {
	const ends: ((error?: Error) => void)[] = [];
	const done: string[] = [];
	const clock = { now: 1_000_000 };
	const flushed = () =>
		new Promise<void>((resolve, reject) => ends.push((error) => (error === undefined ? resolve() : reject(error))));
	const group = new GroupCommit(
		flushed,
		() => {},
		() => clock.now,
	);
	const run = (name: string) =>
		group.run(() => {
			done.push(name);
			return name;
		});
	const endFlush = async (error?: Error) => {
		ends.shift()?.(error);
		await scheduler.wait(0);
	};
	return { group, run, done, clock, endFlush };
}

/** So many within ten milliseconds are no rush yet. */
const CALM = 6;
const names = (count: number) => Array.from({ length: count }, (_, index) => `command ${index + 1}`);

describe("commands of a rush", () => {
	it("[CMD-7] run at once while they are few, and wait for the flush when they are many, in their order", async () => {
		const { run, done, clock, endFlush } = aGroup();
		const calm = names(CALM);
		expect(calm.map(run)).toEqual(calm);
		clock.now += 1_000;
		expect(calm.map(run)).toEqual(calm);
		expect(run("begins the rush")).toBe("begins the rush");
		const waiting = ["a", "b", "c"].map(run);
		expect(done.at(-1)).toBe("begins the rush");
		await endFlush();
		expect(done.slice(-3)).toEqual(["a", "b", "c"]);
		expect(await Promise.all(waiting)).toEqual(["a", "b", "c"]);
		const next = run("d");
		expect(done).not.toContain("d");
		await endFlush();
		expect(await next).toBe("d");
		await endFlush();
		clock.now += 1_000;
		expect(run("alone at last")).toBe("alone at last");
	});

	it("[CMD-7] each fail alone, and go on after a flush that failed", async () => {
		const { group, run, done, endFlush } = aGroup();
		names(CALM + 1).map(run);
		const fails = expect(
			group.run(() => {
				throw new Error("a bug");
			}),
		).rejects.toThrow("a bug");
		const works = run("works");
		await endFlush(new Error("the disk is full"));
		await fails;
		expect(await works).toBe("works");
		expect(done).toEqual([...names(CALM + 1), "works"]);
	});

	it("[CMD-7] take a clock set back for no rush", () => {
		const { run, clock } = aGroup();
		names(CALM).map(run);
		clock.now -= 3_600_000;
		expect(names(CALM).map(run)).toEqual(names(CALM));
	});

	it("[CMD-7] at a branch are a commit each, in the order in which they came; a refusal among them is its sender's alone", async () => {
		const branch = await aBranch();
		const stub = branch.stub();
		const actor = kiosk(branch.branchId);
		const command = (services: string[]) => ({ type: "issue-ticket" as const, services });
		const answers = await Promise.all(
			Array.from({ length: 20 }, (_, index) =>
				stub.execute(
					{ commandId: newCommandId(), command: command([index === 7 ? "no-such-service" : "cash"]) },
					actor,
				),
			),
		);
		expect(answers[7]).toMatchObject({ status: "refused" });
		const done = answers.flatMap((answer) => (answer.status === "done" ? [answer] : []));
		expect(done.map(({ number }) => number)).toEqual(
			Array.from({ length: 19 }, (_, index) => `A${String(index + 1).padStart(3, "0")}`),
		);
		const first = done[0]?.seq ?? 0;
		expect(done.map(({ seq }) => seq)).toEqual(Array.from({ length: 19 }, (_, index) => first + index));
	});
});
