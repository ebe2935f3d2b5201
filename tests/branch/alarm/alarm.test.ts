import { runDurableObjectAlarm } from "cloudflare:test";
import { afterEach, describe, it, vi } from "vitest";
import { seededRandom } from "../../../simulation/seeded-random.ts";
import { count } from "../../counts.ts";
import {
	aBranch,
	commitsOf,
	DAY_MS,
	eventually,
	HOUR_MS,
	kiosk,
	MINUTE_MS,
	MONDAY,
	MONDAY_10,
	staff,
	type TestBranch,
} from "../a-branch.ts";
import { inside, sentUpTo } from "../storage.ts";

/** An hour after the branch closes at 17:00. */
const CLOSES_ITSELF_AT = MONDAY_10 + 8 * HOUR_MS;

const armedAt = (branch: TestBranch) => inside(branch.branchId, (_, storage) => storage.getAlarm());

async function dayStatus(branch: TestBranch): Promise<string> {
	const status = await branch.stub().status();
	return status.ok ? status.value.status.dayStatus : status.code;
}

async function anOpenDay(): Promise<TestBranch> {
	const branch = await aBranch();
	await branch.done(kiosk(branch.branchId), { type: "issue-ticket", services: ["cash"] });
	await sentUpTo(branch.branchId, 2);
	return branch;
}

afterEach(() => {
	vi.restoreAllMocks();
});

describe("a forgotten day", () => {
	it("[DAY-2] closes itself by alarm, and its report is stored", async ({ expect }) => {
		const branch = await anOpenDay();
		// Half a branch minute before, at a minute in a millisecond.
		await branch.setTime(CLOSES_ITSELF_AT - 30_000, 600);
		await eventually("the alarm to close the day", async () => (await dayStatus(branch)) === "closed");
		const last = (await commitsOf(branch.branchId, MONDAY)).at(-1);
		expect(last).toMatchObject({ actor: { kind: "system" } });
		expect(last?.events.at(-1)).toMatchObject({ type: "day-closed", by: "clock" });
		expect(last?.at).toBeGreaterThanOrEqual(CLOSES_ITSELF_AT);
		await sentUpTo(branch.branchId, 3);
		expect(await branch.stub().verification(MONDAY)).toMatchObject({ identical: true });
	});

	it("[DAY-2] whose alarm was missed is closed before anything else is decided", async ({ expect }) => {
		const branch = await anOpenDay();
		await branch.setTime(CLOSES_ITSELF_AT - 200, 10_000);
		await inside(branch.branchId, (_, storage) => storage.deleteAlarm());
		await scheduler.wait(5);
		const manager = staff(branch.branchId, "lobby-manager");
		const answer = await branch.send(manager, { type: "issue-ticket", services: ["cash"] });
		expect(answer).toMatchObject({ status: "refused", code: "day-closed" });
		// Somebody has waited for hours, and that was told before.
		const [tick, refusal] = (await commitsOf(branch.branchId, MONDAY)).slice(-2);
		expect(tick?.events.at(-1)).toMatchObject({ type: "day-closed", by: "clock" });
		expect(refusal?.refused).toMatchObject({ code: "day-closed" });
	});

	it("[DAY-2] whose alarm was missed while it slept arms it again when it wakes", async ({ expect }) => {
		const branch = await anOpenDay();
		await branch.setTime(MONDAY_10, 0.001);
		await inside(branch.branchId, (_, storage) => storage.deleteAlarm());
		await branch.evict();
		await branch.stub().configuration();
		expect(await armedAt(branch)).toBeGreaterThan(Date.now() + DAY_MS);
	});

	it("[DAY-2] is closed by the alarm even when the first command of the next day would come first", async ({
		expect,
	}) => {
		const branch = await anOpenDay();
		await branch.setTime(CLOSES_ITSELF_AT - 10_000, 10_000);
		await inside(branch.branchId, (_, storage) => storage.deleteAlarm());
		await branch.evict();
		await scheduler.wait(2);
		await branch.setTime(MONDAY_10 + DAY_MS);
		expect(await dayStatus(branch)).toBe("closed");
		const next = await branch.done(kiosk(branch.branchId), { type: "issue-ticket", services: ["cash"] });
		expect(next.number).toBe("A001");
		expect((await commitsOf(branch.branchId, "2026-11-24")).length).toBe(1);
	});

	it("[DAY-2] stays open when the alarm comes too early, and is armed anew", async ({ expect }) => {
		const branch = await anOpenDay();
		await branch.setTime(MONDAY_10, 0.001);
		const before = (await armedAt(branch)) ?? 0;
		expect(await runDurableObjectAlarm(branch.stub())).toBe(true);
		expect(await dayStatus(branch)).toBe("open");
		expect(Math.abs(((await armedAt(branch)) ?? 0) - before)).toBeLessThan(1_000);
	});

	it("[DAY-2] centuries away by a slow demo clock arms what the platform can hold", async ({ expect }) => {
		const branch = await anOpenDay();
		await branch.setTime(MONDAY_10, 0.000_001);
		expect(await armedAt(branch)).toBeGreaterThan(Date.now() + 300 * DAY_MS);
		await branch.evict();
		expect(await dayStatus(branch)).toBe("open");
		await branch.setTime(MONDAY_10 + MINUTE_MS, 0);
		expect(await armedAt(branch)).toBeNull();
	});

	it("[DAY-2] arms its alarm once: commands of the day do not set it again", async ({ expect }) => {
		const branch = await anOpenDay();
		await branch.setTime(MONDAY_10, 0.001);
		const sets = vi.fn();
		await inside(branch.branchId, (_, storage) => {
			const real = storage.setAlarm.bind(storage);
			const value = (at: number) => {
				sets();
				return real(at);
			};
			Object.defineProperty(storage, "setAlarm", { configurable: true, value });
		});
		for (let index = 0; index < 20; index++) {
			await branch.done(kiosk(branch.branchId), { type: "issue-ticket", services: ["cash"] });
		}
		expect(sets).not.toHaveBeenCalled();
	});
});

describe("branch time", () => {
	it("[DAY-4] never runs backwards, however the demo clock is set", async ({ expect }) => {
		const seed = 7_001;
		console.log(`seed ${seed}`);
		const random = seededRandom(seed);
		const branch = await aBranch();
		// The machine's clock stands at this Monday too, whatever day the test is run on.
		const startedAt = performance.now();
		const clockOfMachine = vi.spyOn(Date, "now");
		clockOfMachine.mockImplementation(() => Math.floor(MONDAY_10 + performance.now() - startedAt));
		for (let turn = 0; turn < count(60, 600); turn++) {
			const jump = random.between(-6 * HOUR_MS, 6 * HOUR_MS);
			const clock = random.chance(0.2)
				? ({ kind: "real" } as const)
				: ({ kind: "virtual", at: Math.floor(MONDAY_10 + jump), speed: random.pick([0, 1, 1_000]) } as const);
			await branch.stub().setClock(clock);
			if (random.chance(0.3)) await branch.evict();
			await branch.send(staff(branch.branchId, "lobby-manager"), { type: "issue-ticket", services: ["cash"] });
		}
		clockOfMachine.mockRestore();
		const times = (await commitsOf(branch.branchId, MONDAY)).map((commit) => commit.at);
		expect(times.length).toBeGreaterThan(10);
		expect(times).toEqual([...times].sort((a, b) => a - b));
	});

	it("[DAY-4] never runs backwards when the machine's own clock does", async ({ expect }) => {
		let now = MONDAY_10;
		const branch = await aBranch(MONDAY_10);
		const clock = vi.spyOn(Date, "now").mockImplementation(() => now);
		await branch.stub().setClock({ kind: "real" });
		const actor = kiosk(branch.branchId);
		for (const minutes of [0, 10, -45, -90, 5, -30, 25, -2_000, 26]) {
			now = MONDAY_10 + minutes * MINUTE_MS;
			await branch.done(actor, { type: "issue-ticket", services: ["cash"] });
			await branch.evict();
		}
		clock.mockRestore();
		// Those who took a number: that somebody waits too long is told besides.
		const given = (await commitsOf(branch.branchId, MONDAY)).filter((commit) => commit.actor.kind === "device");
		const minutes = given.map(({ at }) => (at - MONDAY_10) / MINUTE_MS);
		expect(minutes).toEqual([0, 10, 10, 10, 10, 10, 25, 25, 26]);
	});
});
