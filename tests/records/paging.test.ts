import { describe, expect, it } from "vitest";
import type { Place } from "../../schema/actor.ts";
import { listBranches, rememberBranch, rememberRollup, sortValueOf } from "../../worker/records/bank/branch.ts";
import { listReports, listSeries, rememberReport } from "../../worker/records/bank/report.ts";
import { cursorOf, readCursor } from "../../worker/records/cursor.ts";
import { aConfiguration, aReport, aRollup, memory, newRegion } from "./summaries.ts";

const ORIGIN = { epoch: 1, seq: 1 };
const CODES = ["aa", "bb", "cc", "dd", "ee"];
const DAYS = ["2026-11-21", "2026-11-22", "2026-11-23"];
const BANK: Place = { kind: "bank" };

/** Five branches with three days of reports and rollups each. */
async function aRegion(): Promise<{ region: string; ids: string[] }> {
	const region = newRegion();
	const ids = CODES.map((code) => `${region}-${code}`);
	for (const branchId of ids) {
		await rememberBranch(memory(), aConfiguration(branchId), ORIGIN);
		for (const [index, day] of DAYS.entries()) {
			await rememberRollup(memory(), aRollup(branchId, day, index), ORIGIN, 100);
			await rememberReport(memory(), aReport(branchId, day, index), { ...ORIGIN, hash: "hash", storedAt: 1 });
		}
	}
	return { region, ids };
}

/** Every page of a list, each asked for with where the last one ended. */
async function pages<Row, Key>(
	list: (after: Key | null) => Promise<Row[]>,
	keyOf: (row: Row) => Key,
): Promise<Row[][]> {
	const all: Row[][] = [];
	for (let after: Key | null = null; ; ) {
		const page = await list(after);
		const last = page.at(-1);
		if (last === undefined) return all;
		all.push(page);
		after = keyOf(last);
	}
}

describe("the list of branches", () => {
	it("[SCR-33] sorted by the share within target has open days before closed ones, either way and from page to page", async ({
		expect,
	}) => {
		const region = newRegion();
		const shares = [0.9, 0.5, null, 0.2, 0.7] as const;
		for (const [at, withinTarget] of shares.entries()) {
			const branchId = `${region}-${CODES[at]}`;
			await rememberBranch(memory(), aConfiguration(branchId), ORIGIN);
			const rollup = aRollup(branchId, "2026-11-23");
			const dayStatus = at % 2 === 0 ? "open" : "closed";
			const waits = { ...rollup.waits, withinTarget };
			await rememberRollup(memory(), { ...rollup, dayStatus, waits }, ORIGIN, 100);
		}
		const sorted = async (descending: boolean) => {
			const page = { limit: 2, sort: "within-target", descending } as const;
			const found = await pages(
				(after: { branchId: string; value: number } | null) =>
					listBranches(memory(), [{ kind: "region", region }], { ...page, after }, 1_000),
				(row) => ({ branchId: row.branchId, value: sortValueOf(row, "within-target", descending) }),
			);
			return found.flat().map(({ rollup }) => [rollup?.dayStatus, rollup?.waits.withinTarget]);
		};
		const none = ["open", null];
		expect(await sorted(false)).toEqual([["open", 0.7], ["open", 0.9], ["closed", 0.2], ["closed", 0.5], none]);
		expect(await sorted(true)).toEqual([["open", 0.9], ["open", 0.7], ["closed", 0.5], ["closed", 0.2], none]);
	});

	it("[DOOR-3] covers a place and nothing outside it, by id, page by page", async ({ expect }) => {
		const here = await aRegion();
		const there = await aRegion();
		const place: Place = { kind: "region", region: here.region };
		const found = await pages(
			(after: { branchId: string; value: number } | null) =>
				listBranches(memory(), [place], { limit: 2, after }, 1_000),
			(row) => ({ branchId: row.branchId, value: 0 }),
		);
		expect(found.map((page) => page.map((row) => row.branchId))).toEqual([
			here.ids.slice(0, 2),
			here.ids.slice(2, 4),
			here.ids.slice(4),
		]);
		const [one = ""] = there.ids;
		const own = await listBranches(memory(), [{ kind: "branch", branchId: one }], { limit: 10, after: null }, 1_000);
		expect(own.map((row) => row.branchId)).toEqual([one]);
		const everything = await listBranches(memory(), [BANK], { limit: 200, after: null }, 1_000);
		expect(everything.map((row) => row.branchId)).toEqual([...everything.map((row) => row.branchId)].sort());
		for (const id of [...here.ids, ...there.ids]) expect(everything.map((row) => row.branchId)).toContain(id);
	});

	it("[DOOR-3] carries the latest day so far with its age, and none where there is none yet", async ({ expect }) => {
		const { region, ids } = await aRegion();
		await rememberBranch(memory(), aConfiguration(`${region}-zz`), ORIGIN);
		const rows = await listBranches(memory(), [{ kind: "region", region }], { limit: 10, after: null }, 1_000);
		expect(rows).toHaveLength(ids.length + 1);
		for (const row of rows.slice(0, -1)) {
			expect(row).toMatchObject({ ageMs: 900, rollup: { businessDay: "2026-11-23", tickets: { issued: 2 } } });
		}
		expect(rows.at(-1)).toMatchObject({ branchId: `${region}-zz`, rollup: null, ageMs: null });
		const [first] = await listBranches(memory(), [{ kind: "region", region }], { limit: 1, after: null }, 50);
		expect(first?.ageMs).toBe(0);
	});

	it.each(["asc", "desc"] as const)(
		"[CON-11] is sorted by a figure as a whole, %s, without gap or repeat",
		async (order) => {
			const region = newRegion();
			const issued = [3, 0, 7, 7, 12, null];
			for (const [index, count] of issued.entries()) {
				const branchId = `${region}-b${index}`;
				await rememberBranch(memory(), aConfiguration(branchId), ORIGIN);
				if (count !== null) await rememberRollup(memory(), aRollup(branchId, "2026-11-23", count), ORIGIN, 100 + index);
			}
			const place: Place = { kind: "region", region };
			const descending = order === "desc";
			for (const sort of ["issued", "age", "mean-wait"] as const) {
				const found = await pages(
					(after: { branchId: string; value: number } | null) =>
						listBranches(memory(), [place], { limit: 2, after, sort, descending }, 1_000),
					(row) => ({ branchId: row.branchId, value: sortValueOf(row, sort, descending) }),
				);
				const rows = found.flat();
				expect(new Set(rows.map((row) => row.branchId)).size).toBe(issued.length);
				const values = rows.map((row) => sortValueOf(row, sort, descending));
				expect(values).toEqual([...values].sort((a, b) => (descending ? b - a : a - b)));
				// Who has nothing measured is neither the best nor the worst.
				expect(rows.at(-1)?.branchId).toBe(`${region}-b5`);
			}
		},
	);

	it("[CON-11] is found by a part of id, name or region, whatever signs are typed", async () => {
		const region = newRegion();
		await rememberBranch(memory(), aConfiguration(`${region}-aa`, "甲%"), ORIGIN);
		await rememberBranch(memory(), aConfiguration(`${region}-bb`, "Bund"), ORIGIN);
		const place: Place = { kind: "region", region };
		const find = async (text: string) =>
			(await listBranches(memory(), [place], { limit: 9, after: null, find: text }, 1_000)).map((row) => row.branchId);
		expect(await find("bund")).toEqual([`${region}-bb`]);
		expect(await find("甲%")).toEqual([`${region}-aa`]);
		expect(await find("-BB")).toEqual([`${region}-bb`]);
		expect(await find("_")).toEqual([]);
		expect(await find("")).toHaveLength(2);
	});

	it("[DOOR-3] of a region is not that of one whose name begins alike", async ({ expect }) => {
		const region = newRegion().slice(0, 6);
		await rememberBranch(memory(), aConfiguration(`${region}-aa`), ORIGIN);
		await rememberBranch(memory(), aConfiguration(`${region}x-aa`), ORIGIN);
		const rows = await listBranches(memory(), [{ kind: "region", region }], { limit: 10, after: null }, 1_000);
		expect(rows.map((row) => row.branchId)).toEqual([`${region}-aa`]);
	});
});

describe("the reports of one branch", () => {
	it("[DOOR-3] come newest first, page by page, within a range", async ({ expect }) => {
		const { ids } = await aRegion();
		const [branchId = ""] = ids;
		const newest = [...DAYS].reverse();
		const found = await pages(
			(before: string | null) => listReports(memory(), branchId, {}, { limit: 2, before }),
			(row) => row.businessDay,
		);
		expect(found.map((page) => page.map((row) => row.businessDay))).toEqual([newest.slice(0, 2), newest.slice(2)]);
		const range = { from: "2026-11-22", to: "2026-11-22" };
		const some = await listReports(memory(), branchId, range, { limit: 5, before: null });
		expect(some.map((row) => row.businessDay)).toEqual(["2026-11-22"]);
		const until = await listReports(memory(), branchId, { to: "2026-11-22" }, { limit: 5, before: null });
		expect(until.map((row) => row.businessDay)).toEqual(["2026-11-22", "2026-11-21"]);
	});
});

describe("the series over branches", () => {
	type Key = { businessDay: string; branchId: string };
	const keyOf = ({ businessDay, branchId }: Key): Key => ({ businessDay, branchId });

	it("[DOOR-3] come newest day first and by branch within a day, no row lost or doubled at any page size", async ({
		expect,
	}) => {
		const { region, ids } = await aRegion();
		const wanted = [...DAYS].reverse().flatMap((day) => ids.map((id) => `${day} ${id}`));
		for (const limit of [1, 2, 4, 7, 15, 200]) {
			const found = await pages(
				(after: Key | null) => listSeries(memory(), [{ kind: "region", region }], {}, { limit, after }),
				keyOf,
			);
			expect(found.flat().map((row) => `${row.businessDay} ${row.branchId}`)).toEqual(wanted);
			for (const page of found.slice(0, -1)) expect(page).toHaveLength(limit);
		}
	});

	it("[DOOR-3] keep to the place of the caller, whatever region is asked for", async ({ expect }) => {
		const here = await aRegion();
		const there = await aRegion();
		const [one = ""] = here.ids;
		const list = async (place: Place, region?: string) => {
			const rows = await listSeries(memory(), [place], { region }, { limit: 200, after: null });
			return [...new Set(rows.map((row) => row.branchId))].sort();
		};
		expect(await list({ kind: "region", region: here.region }, there.region)).toEqual([]);
		expect(await list({ kind: "branch", branchId: one })).toEqual([one]);
		expect(await list({ kind: "branch", branchId: one }, there.region)).toEqual([]);
		expect(await list(BANK, there.region)).toEqual(there.ids);
	});
});

describe("a cursor", () => {
	it("[DOOR-3] gives back its key, and nothing for what somebody made up", ({ expect }) => {
		for (const key of [["sh-lujiazui"], ["2026-11-23", "bj-guomao"], ["??>>~~"]]) {
			const cursor = cursorOf(key);
			expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
			expect(readCursor(cursor, key.length)).toEqual(key);
			expect(readCursor(cursor, key.length + 1)).toBeNull();
		}
		for (const made of ["", "x", "%%%", "bnVsbA", btoa("{}"), btoa("[1]"), btoa('["a"'), "贵宾", "=".repeat(200)]) {
			expect(readCursor(made, 1), made).toBeNull();
		}
	});
});
