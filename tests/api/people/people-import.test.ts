import { describe, it } from "vitest";
import type { HolderActor } from "../../../schema/actor.ts";
import type { ImportResult } from "../../../schema/people/people-import.ts";
import { findPerson } from "../../../worker/records/people/person.ts";
import { aBank, aboveRegion, added, aStaffId, ask, codeOf, headOf, joinerAt, personSeenBy } from "../a-bank.ts";
import { OPERATOR } from "../callers.ts";

const HEADER = "工号,姓名,英文名,岗位,机构,状态";

async function bring(actor: HolderActor, lines: readonly string[], { dryRun = false, header = HEADER } = {}) {
	const body = { csv: [header, ...lines].join("\r\n"), dryRun };
	const answer = await ask(actor, "POST", "/people/import", { body });
	return { code: codeOf(answer), status: answer.status, result: answer.body as ImportResult };
}

describe("a file of people", () => {
	it("[PPL-8] joins, changes and leaves, all in one; a second import finds nothing to do", async ({ expect }) => {
		const { main, sister, region } = await aBank();
		const hr = aboveRegion("human-resources", region);
		const [stays, goes] = [await added(hr, joinerAt(main)), await added(hr, joinerAt(main))];
		const fresh = aStaffId();
		const file = [
			`${fresh},王小明,Wang Xiaoming,大堂经理,${main},在职`,
			`${fresh},王小明,Wang Xiaoming,stand-in,${sister},`,
			`${stays.person.staffId},张伟,Zhang Wei,Lobby usher,${main},active`,
			`${goes.person.staffId},,,,,离职`,
		];
		const dry = await bring(hr, file, { dryRun: true });
		expect(dry.result).toMatchObject({ applied: false, counts: { join: 1, change: 1, leave: 1, same: 0, error: 0 } });
		expect(await personSeenBy(hr, stays.person.staffId)).toEqual(stays.person);
		const first = await bring(hr, file);
		expect(first.result).toEqual({ ...dry.result, applied: true });
		expect(await personSeenBy(hr, fresh)).toMatchObject({
			name: { zh: "王小明", en: "Wang Xiaoming" },
			hasPassword: false,
			assignments: [
				{ role: "lobby-manager", nodeId: main },
				{ role: "stand-in", nodeId: sister },
			],
		});
		const changed = await personSeenBy(hr, stays.person.staffId);
		expect(changed).toMatchObject({
			version: 2,
			hasPassword: true,
			assignments: [{ role: "lobby-usher", nodeId: main }],
		});
		expect(await personSeenBy(hr, goes.person.staffId)).toMatchObject({
			status: "left",
			hasPassword: false,
			version: 2,
		});
		const again = await bring(hr, file);
		expect(again.result.counts).toEqual({ join: 0, change: 0, leave: 0, same: 3, error: 0 });
		expect(await personSeenBy(hr, stays.person.staffId)).toEqual(changed);
	});

	it("[PPL-8] [PPL-10] takes back who left", async ({ expect }) => {
		const { main, region } = await aBank();
		const hr = aboveRegion("human-resources", region);
		const { person } = await added(hr, joinerAt(main));
		await ask(hr, "POST", `/people/${person.staffId}/leave`, { version: 1 });
		const { result } = await bring(hr, [`${person.staffId},张伟,Zhang Wei,保安,${main},在职`]);
		expect(result).toMatchObject({ applied: true, counts: { join: 1 } });
		const back = await personSeenBy(hr, person.staffId);
		expect(back).toMatchObject({ status: "active", version: 3, assignments: [{ role: "guard", nodeId: main }] });
	});

	it("[PPL-8] with one wrong line does nothing at all", async ({ expect }) => {
		const { main, region, memory } = await aBank();
		const hr = aboveRegion("human-resources", region);
		const [good, bad] = [aStaffId(), aStaffId()];
		const { result } = await bring(hr, [
			`${good},李娜,Li Na,guard,${main},`,
			`${bad},"=HYPERLINK(""http://evil"")",x,guard,${main},`,
			`${bad}1,张😀,x,guard,${main},`,
			`${bad}2,"O'Connor, Seán","O'Connor, Seán",guard,${main},`,
		]);
		expect(result.applied).toBe(false);
		expect(result.lines.map(({ line, outcome }) => [line, outcome])).toEqual([
			[2, "join"],
			[3, "error"],
			[4, "error"],
			[5, "join"],
		]);
		expect(await findPerson(memory, good)).toBeNull();
	});

	it("[PPL-8] reads quotes, a byte order mark, English columns in any order and blank lines", async ({ expect }) => {
		const { main, region } = await aBank();
		const staffId = aStaffId();
		const lines = ["", `${main},guard,"O'Connor, Seán",${staffId},"note, with comma"`, ""];
		const header = "\uFEFFnodeId,role,name,staffId,note";
		const { result } = await bring(aboveRegion("human-resources", region), lines, { header });
		expect(result).toMatchObject({ applied: true, counts: { join: 1 }, lines: [{ line: 3, staffId }] });
	});

	it.for([
		["in GBK, read as UTF-8", "\uFFFD\uFFFD\uFFFD,\uFFFD\uFFFD", ["1,2"]],
		["without a column", "工号,姓名,岗位", ["1,2,3"]],
		["with a column twice", "工号,姓名,岗位,机构,name", ["1,2,3,4,5"]],
		["with nobody in it", HEADER, []],
		["with an open quote", HEADER, ['1,"张伟,a,guard,sh-x,']],
		["with a quote inside", HEADER, ['1,张"伟,a,guard,sh-x,']],
		["with lines of another length", HEADER, ["1,张伟,guard"]],
	] as const)("[PPL-8] %s cannot be read, and says why", async ([, header, lines], { expect }) => {
		const { code, result } = await bring(OPERATOR, lines, { header });
		expect(code).toBe("import-unreadable");
		expect((result as unknown as { detail: string }).detail.length).toBeGreaterThan(5);
	});

	it.for([
		["rows of nothing", HEADER, (own: string) => [",,,,,", own, " , ,\u3000,,,", ""]],
		["a header that ends in commas", `${HEADER},,`, (own: string) => [`${own},,`]],
		["columns without a name or of another, twice", `备注,,${HEADER},备注,`, (own: string) => [`a,b,${own},c,d`]],
		["blanks in the header", "工　号, 姓 名 ,英文名,岗位*,机构（编号）,状态", (own: string) => [own]],
		["a header of full width", "ＳｔａｆｆＩｄ,NAME,nameEn,Role,Node ID,status", (own: string) => [own]],
		["a mark and sep", `\uFEFFsep=;\r\n${HEADER.replaceAll(",", ";")}`, (own: string) => [own.replaceAll(",", ";")]],
		["semicolons", HEADER.replaceAll(",", ";"), (own: string) => [own.replaceAll(",", ";")]],
		["tabs", HEADER.replaceAll(",", "\t"), (own: string) => [own.replaceAll(",", "\t"), "\t\t\t\t\t"]],
		["commas of full width", HEADER.replaceAll(",", "，"), (own: string) => [own.replaceAll(",", "，")]],
		["cells left out at the end", HEADER, (own: string) => [own.replace(/,$/, "")]],
	] as const)("[PPL-15] with %s is read", async ([, header, linesOf], { expect }) => {
		const { main, region } = await aBank();
		const staffId = aStaffId();
		const wide = staffId.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).toUpperCase();
		const lines = linesOf(`${wide},王　明,Wang Ming,保　安,${main.toUpperCase().replace("-", "－")},`);
		const { result } = await bring(aboveRegion("human-resources", region), lines, { header });
		expect(result, JSON.stringify(result)).toMatchObject({ applied: true, counts: { join: 1, error: 0 } });
		const kept = { name: { zh: "王明", en: "Wang Ming" }, assignments: [{ role: "guard", nodeId: main }] };
		expect(await personSeenBy(aboveRegion("human-resources", region), staffId)).toMatchObject(kept);
	});

	it.for([
		["工号,姓名,岗位,机构,姓　名", ["1,2,3,4,5"], "姓名"],
		["工号,姓名,岗位", ["1,2,3"], "机构"],
		[HEADER, ["1,张伟,x,guard,sh-x,,extra"], "第 2 行"],
		[HEADER, ["1,张伟,x,guard,sh-x,", '2,"张伟,x,guard,sh-x,'], "第 3 行"],
		[HEADER, ["1,张\u0000伟,x,guard,sh-x,"], "CSV"],
	] as const)("[PPL-15] %s %j is refused with what is wrong", async ([header, lines, said], { expect }) => {
		const { code, result } = await bring(OPERATOR, lines, { header });
		expect(code).toBe("import-unreadable");
		expect((result as unknown as { detail: string }).detail).toContain(said);
	});

	it("[PPL-8] of five thousand lines is done, of more is refused", async ({ expect }) => {
		const { main, region, memory } = await aBank();
		const hr = aboveRegion("human-resources", region);
		const stem = aStaffId();
		const lines = (count: number) =>
			Array.from({ length: count }, (_, at) => `${stem}-${at},张伟,Zhang Wei,closed-teller,${main},`);
		expect((await bring(hr, lines(5_001))).code).toBe("import-too-long");
		expect((await bring(hr, lines(10_000))).code).toBe("invalid-input");
		expect((await bring(hr, lines(100_000))).code).toBe("body-too-large");
		const { result } = await bring(hr, lines(5_000));
		expect(result).toMatchObject({ applied: true, counts: { join: 5_000, error: 0 } });
		expect(await findPerson(memory, `${stem}-4999`)).toMatchObject({ assignments: [{ nodeId: main }] });
		// With the one branch that all of them leave.
		const leaving = Array.from({ length: 400 }, (_, at) => `${stem}-${at},,,,,left`);
		expect((await bring(hr, leaving, { dryRun: true })).code).toBe("import-changes-too-many");
		expect((await bring(hr, leaving.slice(1))).result).toMatchObject({ applied: true, counts: { leave: 399 } });
	});

	it("[PPL-5] twice at once is done once; whatever the other sees, nobody is there twice", async ({ expect }) => {
		const { main, region } = await aBank();
		const hr = aboveRegion("human-resources", region);
		const { person } = await added(hr, joinerAt(main));
		const file = [`${aStaffId()},王小明,,guard,${main},`, `${person.staffId},张伟,Zhang Wei,guard,${main},`];
		const both = await Promise.all([bring(hr, file), bring(hr, file)]);
		const codes = both.map(({ code }) => code);
		expect(codes).toContain("done");
		for (const code of codes) expect(["done", "changed-since-read"]).toContain(code);
		expect((await personSeenBy(hr, person.staffId)).version).toBe(2);
	});

	it("[PPL-2] [PPL-6] of a foreign region's administrator reaches nobody", async ({ expect }) => {
		const { main, memory } = await aBank();
		const { region } = await aBank();
		const { person } = await added(headOf(main), joinerAt(main));
		const foreign = aboveRegion("human-resources", region);
		const { result } = await bring(foreign, [`${person.staffId},,,,,left`, `${aStaffId()},王小明,,guard,${main},`]);
		expect(result.lines.map((line) => line.outcome)).toEqual(["error", "error"]);
		expect(await findPerson(memory, person.staffId)).toEqual(person);
	});
});
