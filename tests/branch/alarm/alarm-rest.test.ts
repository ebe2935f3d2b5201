import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { pauseAfter } from "../../../worker/domain/pace/alarm-pace.ts";
import { draft, evictLedger, forwarded, newChain } from "../../ledger/a-ledger.ts";
import { aBranch, DAY_MS, eventually, evict, HOUR_MS, kiosk, MINUTE_MS, SECOND_MS } from "../a-branch.ts";
import { breakMemory } from "../failing-memory.ts";

/** The platform's clock, which no test replaces. */
const platformNow = () => performance.timeOrigin + performance.now();
/** Long enough for thousands of alarms that come at once. */
const WATCH_MS = 400;
const FIRES_MAX = 3;

type WithAlarm = { alarm(): Promise<void> };
type Watched = { fires: number; readonly waits: number[] };

/** Counts the alarms of an awake object, and how long each it arms has to wait by the platform's clock. */
async function watch(stub: unknown): Promise<Watched> {
	const watched: Watched = { fires: 0, waits: [] };
	await runInDurableObject(stub as DurableObjectStub<undefined>, (instance, { storage }) => {
		// Every object of ours has an alarm; the platform's type of a stub does not say so.
		const object = instance as unknown as WithAlarm;
		const alarm = object.alarm.bind(object);
		Object.defineProperty(object, "alarm", {
			configurable: true,
			value: () => {
				watched.fires += 1;
				return alarm();
			},
		});
		const setAlarm = storage.setAlarm.bind(storage);
		const value = (at: number) => {
			watched.waits.push(at - platformNow());
			return setAlarm(at);
		};
		Object.defineProperty(storage, "setAlarm", { configurable: true, value });
	});
	return watched;
}

const CLOCKS: Readonly<Record<string, (real: number) => number>> = {
	"stands still": (() => {
		const still = Math.floor(platformNow());
		return () => still;
	})(),
	"jumps back a month": (real) => real - 30 * DAY_MS,
	"jumps ahead a year": (real) => real + 365 * DAY_MS,
};

const OBJECTS: Readonly<
	Record<string, (jump: () => void) => Promise<{ stub: () => unknown; rouse: () => Promise<unknown> }>>
> = {
	branch: async (jump) => {
		const branch = await aBranch(Date.UTC(2026, 10, 23, 2));
		await branch.done(kiosk(branch.branchId), { type: "issue-ticket", services: ["cash"] });
		jump();
		await branch.setTime(Date.UTC(2026, 10, 23, 3), 1);
		const rouse = () => branch.send(kiosk(branch.branchId), { type: "issue-ticket", services: ["cash"] });
		return { stub: branch.stub, rouse };
	},
	holder: async (jump) => {
		const stub = () => env.HOLDER.getByName(`staff:alarm-${crypto.randomUUID().slice(0, 8)}`);
		const one = stub();
		const place = { kind: "bank" } as const;
		const actor = { kind: "staff", role: "auditor", staffId: "auditor", place } as const;
		jump();
		const rouse = () => one.openForDemo(actor, "a test", HOUR_MS);
		await rouse();
		return { stub: () => one, rouse };
	},
	ledger: async (jump) => {
		const stub = env.LEDGER.getByName(newChain());
		jump();
		const rouse = () => stub.append(draft(crypto.randomUUID()));
		await rouse();
		return { stub: () => stub, rouse };
	},
};

beforeEach(() => {
	vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
	vi.restoreAllMocks();
});

describe.for(Object.entries(OBJECTS))("the alarm of a %s", ([, make]) => {
	it.for(Object.entries(CLOCKS))("[LOG-6] comes seldom while its clock %s", async ([, clock]) => {
		const jump = () => vi.spyOn(Date, "now").mockImplementation(() => Math.floor(clock(platformNow())));
		const { stub, rouse } = await make(jump);
		const watched = await watch(stub());
		await rouse();
		await scheduler.wait(WATCH_MS);
		expect(watched.fires).toBeLessThanOrEqual(FIRES_MAX);
		for (const wait of watched.waits) expect(wait).toBeGreaterThan(0);
	});
});

describe("an alarm that brings nothing", () => {
	it("[LOG-6] rests from a second to minutes, counted and logged, and no eviction makes it forget", async () => {
		const said = vi.spyOn(console, "error");
		const branch = await aBranch();
		await branch.setTime(Date.UTC(2026, 10, 23, 2), 1);
		await branch.done(kiosk(branch.branchId), { type: "issue-ticket", services: ["cash"] });
		const still = Math.floor(platformNow());
		vi.spyOn(Date, "now").mockImplementation(() => still);
		// Nothing is due by this clock, and nothing ever will be.
		const rests: number[] = [];
		for (let fires = 0; fires < 12; fires++) {
			if (fires % 4 === 3) await evict(branch.branchId);
			const stub = branch.stub();
			const watched = await watch(stub);
			// So that the one it rests for does not come by itself meanwhile.
			await runInDurableObject(stub, (_, { storage }) => storage.setAlarm(platformNow() + HOUR_MS));
			await runDurableObjectAlarm(stub);
			rests.push(watched.waits.at(-1) ?? 0);
		}
		const logged = said.mock.calls.flatMap(([text]) => (String(text).includes("alarm brought nothing") ? [text] : []));
		// The first one sends what was owed; the others find nothing to do.
		expect(logged).toHaveLength(11);
		expect(JSON.parse(String(logged.at(-1)))).toMatchObject({ fruitless: 11, pauseMs: 5 * MINUTE_MS });
		expect(Math.min(...rests.slice(1))).toBeGreaterThanOrEqual(SECOND_MS);
	});

	it("[LOG-6] is not one that was set for what has settled since, also after an eviction", async () => {
		const said = vi.spyOn(console, "error");
		const branch = await aBranch();
		await branch.setTime(Date.UTC(2026, 10, 23, 2), 1);
		await branch.done(kiosk(branch.branchId), { type: "issue-ticket", services: ["cash"] });
		// What D1 was owed is there; the alarm for it still stands, and the next thing due is a wait that becomes too long.
		await forwarded(branch.branchId);
		await evict(branch.branchId);
		expect(await runDurableObjectAlarm(branch.stub())).toBe(true);
		const logged = said.mock.calls.filter(([text]) => String(text).includes("alarm brought nothing"));
		expect(logged).toEqual([]);
	});

	it("[LOG-6] waits twice as long each time, up to five minutes", () => {
		const pauses = [1, 2, 3, 4, 9, 10, 1_000].map(pauseAfter);
		expect(pauses.map((ms) => ms / SECOND_MS)).toEqual([1, 2, 4, 8, 256, 300, 300]);
	});
});

describe("a retry that a wrong clock put a year away", () => {
	it("[LOG-6] comes with the next entry of a ledger", async () => {
		const chain = newChain();
		const stub = () => env.LEDGER.getByName(chain);
		const mend = breakMemory("rejects");
		vi.spyOn(Date, "now").mockImplementation(() => Math.floor(platformNow() + 365 * DAY_MS));
		await stub().append(draft("one year ahead"));
		await runDurableObjectAlarm(stub());
		vi.mocked(Date.now).mockRestore();
		mend();
		await evictLedger(chain);
		await stub().append(draft("back in time"));
		await eventually("both to be sent", async () => (await stub().attest(0)).acknowledged.seq === 2);
	});
});
