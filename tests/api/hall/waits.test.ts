import { env } from "cloudflare:workers";
import { describe, it } from "vitest";
import { NO_QUOTES_SCORED } from "../../../rules/measure/quote-accuracy.ts";
import type { BranchSummary, SeriesRow } from "../../../schema/endpoint/branch-endpoints.ts";
import type { CounterEffect } from "../../../schema/endpoint/forecast-endpoint.ts";
import { rememberBranch, rememberRollup } from "../../../worker/records/bank/branch.ts";
import { rememberReport } from "../../../worker/records/bank/report.ts";
import { memoryOf } from "../../../worker/records/memory.ts";
import { configurationOf, HEAD_OFFICE, MONDAY_10, newCommandId } from "../../branch/a-branch.ts";
import { aConfiguration, aReport, aRollup } from "../../records/summaries.ts";
import { aBank, aboveRegion, ask, headOf } from "../a-bank.ts";

const scored = (many: number, late: number) => ({
	...NO_QUOTES_SCORED,
	...{ count: many, held: many - late, scored: many, early: many / 10, late },
	...{ offMs: 60_000 * many, waitedMs: 300_000 * many, widthMs: 400_000 * many },
});

describe("how well told waits held, over the API", () => {
	it("[QTE-18] a branch is flagged by its latest seven closed days with quotes, all of them together", async ({
		expect,
	}) => {
		const { main, region } = await aBank();
		const memory = memoryOf(env.DB);
		await rememberBranch(memory, aConfiguration(main), { epoch: 1, seq: 1 });
		const listed = async () => {
			const { body } = await ask(aboveRegion("retail-department", region), "GET", "/branches");
			return (body as { rows: BranchSummary[] }).rows.find(({ branchId }) => branchId === main)?.quoteWeek;
		};
		const remember = (day: number, late: number | null, dayStatus: "open" | "closed" = "closed") => {
			const quotes = late === null ? {} : { quotes: scored(100, late) };
			const rollup = { ...aRollup(main, `2026-11-${String(day).padStart(2, "0")}`), dayStatus, ...quotes };
			return rememberRollup(memory, rollup, { epoch: 1, seq: day }, MONDAY_10);
		};
		expect(await listed()).toBeNull();
		for (let day = 1; day <= 7; day++) await remember(day, 10);
		expect(await listed()).toMatchObject({ days: 7, count: 700, scored: 700, late: 70, isUntrue: false });
		// A holiday, a day of before quotes were counted, and the day that goes on say nothing.
		await remember(8, null);
		await remember(9, 100, "open");
		expect(await listed()).toMatchObject({ days: 7, late: 70, isUntrue: false });
		// Two bad days are a bad week: 20 late in 100 where ten should be.
		await remember(10, 45);
		await remember(11, 45);
		expect(await listed()).toMatchObject({ days: 7, late: 140, isUntrue: true });
	});

	it("[QTE-18] is in the series of reports, and absent where it was not counted", async ({ expect }) => {
		const { main, region } = await aBank();
		const memory = memoryOf(env.DB);
		const origin = { epoch: 1, seq: 1, hash: "h", storedAt: MONDAY_10 };
		const quotes = { whole: scored(10, 1), byService: [], byClass: [], byHalfHour: [] };
		await rememberReport(memory, { ...aReport(main, "2026-11-20"), version: 4, quotes }, origin);
		await rememberReport(memory, aReport(main, "2026-11-19"), origin);
		const { body } = await ask(aboveRegion("retail-department", region), "GET", "/reports");
		const rows = (body as { rows: SeriesRow[] }).rows.filter(({ branchId }) => branchId === main);
		expect(rows.map((row) => row.quotes?.whole.late)).toEqual([1, undefined]);
	});

	it("[QTE-19] says on request what one more counter would do, to those who oversee the counters", async ({
		expect,
	}) => {
		const { main } = await aBank();
		const stub = env.BRANCH.getByName(main);
		const read = () => ask(headOf(main), "GET", `/branches/${main}/one-more-counter`);
		expect(await read()).toMatchObject({ body: { code: "branch-not-configured" } });
		await stub.setClock({ kind: "virtual", at: MONDAY_10, speed: 0 });
		const configuration = configurationOf(main);
		await stub.execute({ commandId: newCommandId(), command: { type: "configure", configuration } }, HEAD_OFFICE);
		const manager = {
			kind: "staff",
			role: "lobby-manager",
			staffId: "li-na",
			place: { kind: "branch", branchId: main },
		} as const;
		for (let number = 0; number < 3; number++) {
			await stub.execute({ commandId: newCommandId(), command: { type: "issue-ticket", services: ["cash"] } }, manager);
		}
		const { status, body } = await read();
		expect(status).toBe(200);
		const { effects } = body as { effects: CounterEffect[] };
		expect(effects[0]).toMatchObject({ waiting: 0, unserved: 3, beforeMs: null, afterMs: null });
		// Reading it leaves nothing: the configuration and three numbers are all there is.
		expect(await stub.status()).toMatchObject({ ok: true, value: { seq: 4 } });
	});
});
