import { describe, expect, it } from "vitest";
import type { Person } from "../../../schema/people/person.ts";
import { type FileLine, type Known, planImport } from "../../../worker/domain/people/people-import.ts";
import { acting, aPerson, BANK, LUJIAZUI, TELLER } from "../a-person.ts";

const OPERATOR = { role: "head-office-operator", nodeId: "bank" } as const;
const HR = acting("human-resources", BANK);

function aLine(line: number, more: Partial<FileLine> = {}): FileLine {
	const role = { role: "高柜柜员", nodeId: "sh-lujiazui", status: "" };
	return { line, staffId: "100001", name: "张伟", nameEn: "Zhang Wei", ...role, ...more };
}

function knowing(people: Person[] = [], operatorIds: string[] = ["op-1"]): Known {
	const nodeIds = new Set(["bank", "sh", "sh-lujiazui", "bj-guomao"]);
	return { people: new Map(people.map((each) => [each.staffId, each])), nodeIds, operatorIds };
}

const outcomes = (plan: ReturnType<typeof planImport>) => plan.lines.map(({ line, outcome }) => [line, outcome]);

describe("a file of people", () => {
	it("[PPL-8] several lines of one number are several roles of one person", () => {
		const plan = planImport([aLine(2), aLine(3, { role: "lobby-usher" })], knowing(), HR);
		expect(outcomes(plan)).toEqual([
			[2, "join"],
			[3, "join"],
		]);
		expect(plan.joins.map(({ joiner }) => joiner.assignments)).toEqual([
			[TELLER, { role: "lobby-usher", nodeId: "sh-lujiazui" }],
		]);
	});

	it("[PPL-8] tells joiners, changes, leavers and those who are as they were", () => {
		const people = ["1", "2", "3", "4"].map((staffId) => aPerson([TELLER], { staffId: `10000${staffId}` }));
		const left = aPerson([TELLER], { staffId: "100005", status: "left", leftAt: 1 });
		const file = [
			aLine(2, { staffId: "100001" }),
			aLine(3, { staffId: "100002", role: "Lobby usher" }),
			aLine(4, { staffId: "100003", name: "张维" }),
			aLine(5, { staffId: "100004", status: "离职", role: "", nodeId: "" }),
			aLine(6, { staffId: "100005" }),
			aLine(7, { staffId: "100006", nameEn: "" }),
			aLine(8, { staffId: "100007", status: "left" }),
		];
		const plan = planImport(file, knowing([...people, left]), HR);
		expect(outcomes(plan)).toEqual([
			[2, "same"],
			[3, "change"],
			[4, "change"],
			[5, "leave"],
			[6, "join"],
			[7, "join"],
			[8, "error"],
		]);
		expect(plan.joins.map(({ joiner }) => joiner.name.en)).toEqual(["Zhang Wei", "张伟"]);
		expect(plan.lines[6]?.reason?.zh).toContain("工号");
	});

	it("[PPL-8] takes a role by its code, by its name in either language, and by what banks also call it", () => {
		const names = ["closed-teller", "高柜柜员", "CLOSED-COUNTER TELLER", "封闭式柜员"];
		for (const role of names) {
			const plan = planImport([aLine(2, { role })], knowing(), HR);
			expect(plan.joins[0]?.joiner.assignments).toEqual([TELLER]);
		}
	});

	it("[PPL-8] a number already left and still leaving is as it was", () => {
		const left = aPerson([TELLER], { status: "left", leftAt: 1 });
		expect(outcomes(planImport([aLine(2, { status: "离职" })], knowing([left]), HR))).toEqual([[2, "same"]]);
	});

	it.each([
		["a number with signs", { staffId: "10 0001" }],
		["no number", { staffId: "" }],
		["a formula for a name", { name: "=HYPERLINK(1)" }],
		["an emoji", { name: "张😀" }],
		["a role nobody has", { role: "行长助理" }],
		["a place that is none", { nodeId: "上海" }],
		["a place that is not there", { nodeId: "sh-nowhere" }],
		["a role at the wrong level", { nodeId: "sh" }],
		["a status nobody has", { status: "休假" }],
		["an operator, named by human resources", { role: "总行操作员", nodeId: "bank" }],
	])("[PPL-8] says in two languages what is wrong: %s", (_, more) => {
		const [line] = planImport([aLine(2, more)], knowing(), HR).lines;
		expect(line?.outcome).toBe("error");
		expect(line?.reason?.zh).toMatch(/[\u4e00-\u9fff]/);
		expect(line?.reason?.en).toMatch(/[a-z]/);
	});

	it("[PPL-8] one wrong line makes the others of that person wrong, and says where", () => {
		const plan = planImport([aLine(2), aLine(3, { role: "?" }), aLine(4, { staffId: "100002" })], knowing(), HR);
		expect(outcomes(plan)).toEqual([
			[2, "error"],
			[3, "error"],
			[4, "join"],
		]);
		expect(plan.lines[0]?.reason?.en).toContain("Another line");
		expect(plan.lines[1]?.reason?.en).toContain("role");
	});

	it("[PPL-8] two names, two statuses or one role twice under one number are mistakes", () => {
		const doubled = planImport([aLine(2), aLine(3)], knowing(), HR);
		const renamed = planImport([aLine(2), aLine(3, { name: "李娜", role: "guard" })], knowing(), HR);
		const mixed = planImport([aLine(2), aLine(3, { status: "left" })], knowing([aPerson()]), HR);
		for (const plan of [doubled, renamed, mixed]) {
			expect(plan.lines.map((line) => line.outcome)).toEqual(["error", "error"]);
		}
	});

	it("[PPL-2] reaches no further than whoever brings it", () => {
		const head = acting("branch-head", LUJIAZUI);
		const abroad = aPerson([{ role: "closed-teller", nodeId: "bj-guomao" }], { staffId: "100002" });
		const file = [aLine(2), aLine(3, { staffId: "100002" }), aLine(4, { staffId: "100003", nodeId: "bj-guomao" })];
		const plan = planImport(file, knowing([abroad]), head);
		expect(plan.lines.map((line) => line.outcome)).toEqual(["join", "error", "error"]);
	});

	it("[PPL-3] contains nobody who brings it, unless nothing changes", () => {
		const self = acting("human-resources", BANK, "100001");
		expect(outcomes(planImport([aLine(2)], knowing([aPerson()]), self))).toEqual([[2, "same"]]);
		expect(outcomes(planImport([aLine(2, { role: "guard" })], knowing([aPerson()]), self))).toEqual([[2, "error"]]);
	});

	it("[PPL-4] never takes the bank's last operator away, but lets one hand over to another", () => {
		const boss = acting("head-office-operator", BANK, "boss");
		const operator = aPerson([OPERATOR], { staffId: "op-1" });
		const leaving = aLine(2, { staffId: "op-1", status: "left" });
		const next = aLine(3, { staffId: "op-2", role: "总行操作员", nodeId: "bank" });
		expect(outcomes(planImport([leaving], knowing([operator]), boss))).toEqual([[2, "error"]]);
		expect(outcomes(planImport([leaving, next], knowing([operator]), boss))).toEqual([
			[2, "leave"],
			[3, "join"],
		]);
		const others = knowing([operator], ["op-1", "op-9"]);
		expect(outcomes(planImport([leaving], others, boss))).toEqual([[2, "leave"]]);
	});
});
