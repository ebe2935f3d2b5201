import { describe, expect, it } from "vitest";
import { importFaults, kindsOfImport } from "../../scripts/rooms/import-table.ts";
import { importsOf, overfullRooms, roomCircles } from "../../scripts/rooms/room-faults.ts";

/** The rooms' faults of files with this source. */
function circlesOf(sources: Record<string, string>): string[] {
	return roomCircles(new Map(Object.entries(sources).map(([file, source]) => [file, importsOf(file, source)])));
}

describe("the rooms of the house", () => {
	it("[OPS-6] a folder of 26 files is one too many, one of 25 is not", () => {
		const files = Array.from({ length: 26 }, (_, at) => `worker/hall/file-${at}.ts`);
		expect(overfullRooms(files.slice(1))).toEqual([]);
		expect(overfullRooms(files)).toEqual([expect.stringContaining("worker/hall/ holds 26 files")]);
	});

	it("[OPS-6] two rooms that import each other are a circle, also by types, also over a third", () => {
		const there = 'import { b } from "../b/b.ts";';
		expect(circlesOf({ "a/a.ts": there, "b/b.ts": 'export const b = "../a/a.ts";' })).toEqual([]);
		expect(
			circlesOf({ "a/a.ts": there, "b/b.ts": 'import type { A } from "../a/other.ts";', "a/other.ts": "" }),
		).toEqual([expect.stringContaining("a/a.ts imports b/b.ts, b/b.ts imports a/other.ts")]);
		const third = { "b/b.ts": 'const c = await import("../c/c.ts");', "c/c.ts": 'export { a } from "../a/a.ts";' };
		expect(circlesOf({ "a/a.ts": there, ...third })).toHaveLength(1);
	});

	it("[OPS-6] files of one room may know each other; the rules know types of the contract that is built on them", () => {
		expect(circlesOf({ "a/a.ts": 'import "./b.ts";', "a/b.ts": 'import "./a.ts";' })).toEqual([]);
		const contract = 'import { role } from "../rules/role.ts";';
		expect(
			circlesOf({ "rules/role.ts": 'import type { Actor } from "../schema/actor.ts";', "schema/actor.ts": contract }),
		).toEqual([]);
	});

	it("[OPS-6] the table of the design says what a folder may import, and of what types alone", () => {
		const design = [
			"| folder | what it is | may import |",
			"| `rules/` | for both | itself; of `schema` types alone |",
			"| `worker/api/` | the door | `rules`, `domain` |",
			"| `worker/domain/` | the bank | `rules` |",
		].join("\n");
		const faultsOf = (file: string, source: string) =>
			importFaults(design, new Map([[file, kindsOfImport(file, source)]]));
		expect(faultsOf("worker/api/hall/a.ts", 'import { b } from "../../domain/hall/b.ts";')).toEqual([]);
		expect(faultsOf("worker/domain/hall/b.ts", 'import type { A } from "../../api/hall/a.ts";')).toEqual([
			expect.stringContaining("worker/domain/hall/b.ts imports worker/api/hall/a.ts"),
		]);
		expect(faultsOf("rules/role.ts", 'import type { Actor } from "../schema/actor.ts";')).toEqual([]);
		expect(faultsOf("rules/role.ts", 'import { Actor } from "../schema/actor.ts";')).toHaveLength(1);
		expect(faultsOf("cellar/wine.ts", "")).toEqual(["cellar has no row in the table of imports of docs/design.md."]);
	});
});
