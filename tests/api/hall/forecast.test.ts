import { env } from "cloudflare:workers";
import { afterEach, describe, it } from "vitest";
import { dateOf, dayNumber } from "../../../rules/calendar/calendar-date.ts";
import type { Forecast } from "../../../schema/endpoint/forecast-endpoint.ts";
import type { Command } from "../../../schema/hall/command.ts";
import type { BranchKind } from "../../../schema/hall/configuration.ts";
import type { Rollup } from "../../../schema/hall/report.ts";
import { rememberBranch, rememberRollup } from "../../../worker/records/bank/branch.ts";
import { memoryOf } from "../../../worker/records/memory.ts";
import { configurationOf, HEAD_OFFICE, MONDAY_10, newCommandId } from "../../branch/a-branch.ts";
import { breakMemory } from "../../branch/failing-memory.ts";
import { aConfiguration, aRollup } from "../../records/summaries.ts";
import { aBank, aboveRegion, ask, codeOf, headOf } from "../a-bank.ts";

const TODAY = "2026-11-23";
const DAYS = 30;
const DAY_MS = 86_400_000;

let mend = () => {};
afterEach(() => mend());

/** A closed day on which `many` came for cash at ten, and one for wealth in the afternoon. */
function aDay(branchId: string, daysAgo: number, many: number): Rollup {
	const arrivals = [
		{ serviceId: "cash", halfHour: "10:00", issued: many },
		{ serviceId: "wealth", halfHour: "15:30", issued: 1 },
	];
	return { ...aRollup(branchId, dateOf(dayNumber(TODAY) - daysAgo), many + 1), dayStatus: "closed", arrivals };
}

async function remember(branchId: string, many: number, days = DAYS) {
	const memory = memoryOf(env.DB);
	for (let ago = days; ago >= 1; ago--) {
		await rememberRollup(memory, aDay(branchId, ago, many), { epoch: 1, seq: ago }, MONDAY_10);
	}
}

/** A configured branch at ten o'clock on that Monday, with days behind it. */
async function aBranchWithPast(many: number, days = DAYS, kind: BranchKind = "standard") {
	const bank = await aBank();
	const stub = env.BRANCH.getByName(bank.main);
	await stub.setClock({ kind: "virtual", at: MONDAY_10, speed: 0 });
	const configuration = { ...configurationOf(bank.main), kind };
	await stub.execute({ commandId: newCommandId(), command: { type: "configure", configuration } }, HEAD_OFFICE);
	await remember(bank.main, many, days);
	const read = async (query = "") => {
		const { status, body } = await ask(headOf(bank.main), "GET", `/branches/${bank.main}/forecast${query}`);
		return { status, forecast: body as Forecast };
	};
	return { ...bank, stub, read };
}

describe("the forecast over the API", () => {
	it("[FCT-5] expects what the branch's days brought, of all services and of one", async ({ expect }) => {
		const { read } = await aBranchWithPast(20);
		const { status, forecast } = await read();
		expect(status).toBe(200);
		expect(forecast).toMatchObject({ serviceId: null, learnedFrom: DAYS, pooledFrom: 0, yearsMissing: [] });
		expect(forecast.days.map(({ businessDay }) => businessDay)).toEqual(
			Array.from({ length: 14 }, (_, ahead) => dateOf(dayNumber(TODAY) + ahead)),
		);
		expect(forecast.days[1]?.whole?.expected).toBeGreaterThan(18);
		expect(forecast.days[1]?.whole?.expected).toBeLessThan(24);
		const ten = forecast.days[1]?.halfHours.find(({ id }) => id === "10:00");
		expect(ten?.expected).toBeGreaterThan(17);
		const wealth = (await read("?service=wealth")).forecast;
		expect(wealth.serviceId).toBe("wealth");
		expect(wealth.days[1]?.whole?.expected).toBeLessThan(2);
		expect(forecast.held?.days).toBe(15);
	});

	it("[FCT-3] counts who came today, as the branch itself says when it is asked", async ({ expect }) => {
		const { read, stub, main } = await aBranchWithPast(20);
		const place = { kind: "branch", branchId: main } as const;
		const manager = { kind: "staff", role: "lobby-manager", staffId: "li-na", place } as const;
		for (let each = 0; each < 3; each++) {
			const command = { type: "issue-ticket" as const, services: ["cash"] };
			await stub.execute({ commandId: newCommandId(), command }, manager);
		}
		await stub.setClock({ kind: "virtual", at: MONDAY_10 + 45 * 60_000, speed: 0 });
		const [today] = (await read()).forecast.days;
		const came = today?.halfHours.filter((each) => each.came !== null) ?? [];
		expect(came.at(-1)).toMatchObject({ id: "10:00", came: 3 });
		expect(today?.halfHours.find(({ id }) => id === "10:30")?.came).toBeNull();
	});

	it("[FCT-9] keeps what it foresees of the next open day as a day closes, in one row, and judges that day by it", async ({
		expect,
	}) => {
		const { read, stub, main } = await aBranchWithPast(20);
		const place = { kind: "branch", branchId: main } as const;
		const manager = { kind: "staff", role: "lobby-manager", staffId: "li-na", place } as const;
		const send = (command: Command) => stub.execute({ commandId: newCommandId(), command }, manager);
		const aDayWith = async (at: number, many: number) => {
			await stub.setClock({ kind: "virtual", at, speed: 0 });
			for (let each = 0; each < many; each++) await send({ type: "issue-ticket", services: ["cash"] });
			await send({ type: "close-day" });
			await stub.bringUpToDate();
		};
		const rows = () =>
			env.DB.prepare("SELECT business_day, body FROM forecasts WHERE branch_id = ? ORDER BY business_day")
				.bind(main)
				.all<{ business_day: string; body: string }>()
				.then(({ results }) => results);
		await aDayWith(MONDAY_10, 2);
		const [kept] = await rows();
		expect(kept?.business_day).toBe("2026-11-24");
		const { whole, halfHours } = JSON.parse(kept?.body ?? "{}");
		expect(halfHours.length).toBeGreaterThan(10);
		const ahead = (await read()).forecast.days[1];
		expect(ahead?.businessDay).toBe("2026-11-24");
		await aDayWith(MONDAY_10 + DAY_MS, 3);
		// The first stands as it was told, however the second day went.
		expect((await rows()).map(({ business_day }) => business_day)).toEqual(["2026-11-24", "2026-11-25"]);
		expect((await rows())[0]).toEqual(kept);
		const { past, held } = (await read()).forecast;
		expect(past.at(-1)).toMatchObject({ businessDay: "2026-11-24", came: 3, ...whole });
		expect(past.at(-1)?.toldAt).toBeGreaterThan(0);
		expect(past.at(-1)?.error).toBeCloseTo(Math.abs(whole.expected - 3) / 3);
		expect(past.at(-2)).toMatchObject({ businessDay: "2026-11-23", toldAt: null });
		expect(held?.told).toBe(1);
		expect((await read("?service=cash")).forecast.past.at(-1)).toMatchObject({ toldAt: null });
		// What is sent once more says nothing new of a day that is over.
		await stub.sendAgain();
		await stub.bringUpToDate();
		expect((await rows())[0]).toEqual(kept);
	});

	it("[FCT-7] a branch without days of its own goes by three others of its kind, and never by fewer", async ({
		expect,
	}) => {
		const { read, region, stub } = await aBranchWithPast(0, 0, "convenience");
		await stub.bringUpToDate();
		const sisters = ["x", "y", "z"].map((code) => `${region}-${code}`);
		const add = async (sister: string) => {
			await rememberBranch(memoryOf(env.DB), { ...aConfiguration(sister), kind: "convenience" }, { epoch: 1, seq: 1 });
			await remember(sister, 30);
		};
		for (const sister of sisters.slice(0, 2)) await add(sister);
		expect((await read()).forecast).toMatchObject({ learnedFrom: 0, pooledFrom: 0 });
		await add(sisters[2] ?? "");
		const { forecast } = await read();
		expect(forecast).toMatchObject({ learnedFrom: 0, pooledFrom: DAYS });
		expect(forecast.days[1]?.whole?.expected).toBeGreaterThan(27);
	});

	it("[FCT-5] is for who may read reports there, of a service that exists, at a branch that is configured", async ({
		expect,
	}) => {
		const { main, sister, region, read } = await aBranchWithPast(5);
		const code = async (who: Parameters<typeof ask>[0], branchId: string) =>
			codeOf(await ask(who, "GET", `/branches/${branchId}/forecast`));
		expect(await code(aboveRegion("retail-department", region), main)).toBe("done");
		expect(await code(headOf(sister), main)).toBe("wrong-place");
		const place = { kind: "branch", branchId: main } as const;
		expect(await code({ kind: "staff", role: "closed-teller", staffId: "teller-1", place }, main)).toBe(
			"not-permitted",
		);
		expect(await code(headOf(sister), sister)).toBe("branch-not-configured");
		expect((await read("?service=no-such")).status).toBe(404);
		mend = breakMemory("rejects");
		expect((await read()).status).toBe(503);
		mend();
		expect((await read()).status).toBe(200);
	});
});
