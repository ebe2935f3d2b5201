import type { Role } from "../../../schema/actor.ts";
import { type Bilingual, NodeId, StaffId } from "../../../schema/ids.ts";
import type { ImportLine, ImportOutcome } from "../../../schema/people/people-import.ts";
import { type Assignment, Joiner, type Person, PersonName } from "../../../schema/people/person.ts";
import { PROBLEMS, type ProblemCode } from "../../../schema/problem.ts";
import { ROLE_NAMES } from "../../../schema/role-name.ts";
import { type Granters, isOperator, refusalOfChange, refusalOfJoin, refusalOfLeaveOrReset, without } from "./person.ts";

/** One line of a file, its cells as they were written. */
export type FileLine = {
	/** As an editor counts them. */
	readonly line: number;
	readonly staffId: string;
	readonly name: string;
	/** Empty: the same as `name`. */
	readonly nameEn: string;
	readonly role: string;
	readonly nodeId: string;
	/** Empty: active. */
	readonly status: string;
};

/** What the bank's memory says of the people and nodes a file names. */
export type Known = {
	readonly people: ReadonlyMap<string, Person>;
	readonly nodeIds: ReadonlySet<string>;
	/** The active operators of the whole bank. */
	readonly operatorIds: readonly string[];
};

/** What a file asks for. It is done as a whole, and only when no line is an error. */
export type ImportPlan = {
	readonly lines: readonly ImportLine[];
	readonly joins: readonly { readonly joiner: Joiner; readonly before: Person | null }[];
	readonly changes: readonly { readonly joiner: Joiner; readonly before: Person }[];
	readonly leaves: readonly Person[];
};

/** What one person's lines come to. */
type Wish =
	| { readonly outcome: "join"; readonly joiner: Joiner; readonly before: Person | null }
	| { readonly outcome: "change"; readonly joiner: Joiner; readonly before: Person }
	| { readonly outcome: "leave"; readonly before: Person }
	| { readonly outcome: "same" };
type Fault = { readonly line: number; readonly reason: Bilingual };

const STATUSES: Readonly<Record<string, Person["status"]>> = {
	"": "active",
	active: "active",
	在职: "active",
	left: "left",
	离职: "left",
};

/** Works out, line by line, what a file would do; the lines of one person are all of that person's roles. */
export function planImport(file: readonly FileLine[], known: Known, granters: Granters): ImportPlan {
	const byPerson = Map.groupBy(file, (line) => line.staffId.toLowerCase());
	const wishes = [...byPerson].map(([staffId, lines]) => ({ lines, ...wishOf(staffId, lines, known, granters) }));
	const operators = operatorsAfter(wishes, known);
	const lines = wishes.flatMap(({ lines: own, wish, faults }) => {
		const fault = operators && takesOperator(wish) ? faultsOf(own, "last-operator") : faults;
		return linesOf(own, fault.length === 0 ? wish.outcome : "error", fault);
	});
	const of = <Outcome extends Wish["outcome"]>(outcome: Outcome) =>
		wishes.flatMap(({ wish }) => (wish.outcome === outcome ? [wish as Extract<Wish, { outcome: Outcome }>] : []));
	return {
		lines: lines.sort((one, other) => one.line - other.line),
		joins: of("join"),
		changes: of("change"),
		leaves: of("leave").map((wish) => wish.before),
	};
}

type Judged = { readonly wish: Wish; readonly faults: readonly Fault[] };
const NOTHING: Wish = { outcome: "same" };

function wishOf(staffId: string, lines: readonly FileLine[], known: Known, granters: Granters): Judged {
	if (!StaffId.safeParse(staffId).success) return { wish: NOTHING, faults: faultsOf(lines, BAD_STAFF_ID) };
	const statuses = new Set(lines.map((line) => STATUSES[line.status.toLowerCase()]));
	if (statuses.has(undefined)) {
		const wrong = lines.filter((line) => STATUSES[line.status.toLowerCase()] === undefined);
		return { wish: NOTHING, faults: faultsOf(wrong, BAD_STATUS) };
	}
	if (statuses.size > 1) return { wish: NOTHING, faults: faultsOf(lines, MIXED) };
	const before = known.people.get(staffId) ?? null;
	return statuses.has("left") ? leaver(lines, before, granters) : stayer(staffId, lines, before, known, granters);
}

function leaver(lines: readonly FileLine[], before: Person | null, granters: Granters): Judged {
	if (before === null) return { wish: NOTHING, faults: faultsOf(lines, "unknown-person") };
	if (before.status === "left") return { wish: NOTHING, faults: [] };
	const refusal = refusalOfLeaveOrReset(granters, before);
	return { wish: { outcome: "leave", before }, faults: refusal === null ? [] : faultsOf(lines, refusal) };
}

function stayer(
	staffId: string,
	lines: readonly FileLine[],
	before: Person | null,
	known: Known,
	granters: Granters,
): Judged {
	const faults = lines.flatMap((line) => faultsOfCells(line, lines[0] ?? line, known));
	if (faults.length > 0) return { wish: NOTHING, faults };
	const assignments = lines.map(assignmentOf);
	const joiner = Joiner.safeParse({ staffId, name: nameOf(lines[0]), assignments });
	if (!joiner.success) return { wish: NOTHING, faults: faultsOf(lines, DOUBLED) };
	if (before === null || before.status === "left") {
		const refusal = refusalOfJoin(granters, joiner.data);
		const wish: Wish = { outcome: "join", joiner: joiner.data, before };
		return { wish, faults: refusal === null ? [] : faultsOf(lines, refusal) };
	}
	if (isSame(before, joiner.data)) return { wish: NOTHING, faults: [] };
	const refusal = refusalOfChange(granters, before, joiner.data);
	const wish: Wish = { outcome: "change", joiner: joiner.data, before };
	return { wish, faults: refusal === null ? [] : faultsOf(lines, refusal) };
}

function faultsOfCells(line: FileLine, first: FileLine, known: Known): Fault[] {
	if (!PersonName.safeParse(nameOf(line)).success) return faultsOf([line], BAD_NAME);
	if (line.name !== first.name || line.nameEn !== first.nameEn) return faultsOf([line], OTHER_NAME);
	if (roleOf(line.role) === undefined) return faultsOf([line], BAD_ROLE);
	if (!NodeId.safeParse(line.nodeId).success || !known.nodeIds.has(line.nodeId))
		return faultsOf([line], "unknown-node");
	return [];
}

function nameOf(line: FileLine | undefined) {
	return { zh: line?.name ?? "", en: line?.nameEn || (line?.name ?? "") };
}

function assignmentOf(line: FileLine): { role: Role | undefined; nodeId: string } {
	return { role: roleOf(line.role), nodeId: line.nodeId };
}

/** What banks also call them. */
const OTHER_NAMES: readonly (readonly [name: string, role: Role])[] = [
	["理财经理", "relationship-manager"],
	["高柜柜员", "closed-teller"],
	["低柜柜员", "open-teller"],
	["行长", "branch-head"],
	["副行长", "deputy-head"],
];
const ROLES_BY_NAME = new Map([
	...Object.entries(ROLE_NAMES).flatMap(([role, { zh, en }]) =>
		[role, zh, en.toLowerCase()].map((name): [string, Role] => [name, role as Role]),
	),
	...OTHER_NAMES,
]);

function roleOf(text: string): Role | undefined {
	return ROLES_BY_NAME.get(text.toLowerCase());
}

function isSame(before: Person, after: Joiner): boolean {
	const renamed = before.name.zh !== after.name.zh || before.name.en !== after.name.en;
	const moved = [
		...without(before.assignments, after.assignments),
		...without(after.assignments, before.assignments),
	] satisfies Assignment[];
	return !renamed && moved.length === 0;
}

/** Whether the bank would be left without its operator, having one now. */
function operatorsAfter(wishes: readonly Judged[], { operatorIds }: Known): boolean {
	const named = wishes.flatMap(({ wish }) =>
		"joiner" in wish && wish.joiner.assignments.some(isOperator) ? [wish] : [],
	);
	const gone = new Set(wishes.flatMap(({ wish }) => (takesOperator(wish) ? [wish.before.staffId] : [])));
	return operatorIds.length > 0 && named.length === 0 && operatorIds.every((staffId) => gone.has(staffId));
}

function takesOperator(wish: Wish): wish is Extract<Wish, { readonly outcome: "change" | "leave" }> {
	if (wish.outcome !== "change" && wish.outcome !== "leave") return false;
	const keeps = wish.outcome === "change" && wish.joiner.assignments.some(isOperator);
	return wish.before.assignments.some(isOperator) && !keeps;
}

function linesOf(lines: readonly FileLine[], outcome: ImportOutcome, faults: readonly Fault[]): ImportLine[] {
	return lines.map(({ line, staffId }) => {
		const own = faults.find((fault) => fault.line === line);
		const elsewhere = outcome === "error" && own === undefined ? OTHER_LINE : null;
		return { line, staffId, outcome, reason: own?.reason ?? elsewhere };
	});
}

function faultsOf(lines: readonly FileLine[], why: Bilingual | ProblemCode): Fault[] {
	const reason = typeof why === "string" ? { zh: PROBLEMS[why][1], en: PROBLEMS[why][2] } : why;
	return lines.map(({ line }) => ({ line, reason }));
}

const BAD_STAFF_ID: Bilingual = {
	zh: "工号只能由小写字母、数字和连字符组成，最长 32 位，请更正",
	en: "A staff number is made of letters, digits and hyphens, at most 32: correct it",
};
const BAD_NAME: Bilingual = {
	zh: "姓名为空、过长或含有姓名中不会出现的符号，请更正",
	en: "The name is empty, too long, or has signs that no name has: correct it",
};
const OTHER_NAME: Bilingual = {
	zh: "同一工号在文件中有不同姓名，请改成一致",
	en: "The same staff number has another name in an earlier line: make them the same",
};
const BAD_ROLE: Bilingual = {
	zh: "没有这个岗位，请使用岗位名称或代码",
	en: "There is no such role: use a role's name or code",
};
const BAD_STATUS: Bilingual = {
	zh: "状态只能是“在职”或“离职”，请更正",
	en: "The status is either active or left: correct it",
};
const MIXED: Bilingual = {
	zh: "同一工号既有在职又有离职，请只保留一种",
	en: "The same staff number is both active and left: keep one of them",
};
const DOUBLED: Bilingual = {
	zh: "同一岗位重复或岗位过多，请删去多余的行",
	en: "The same role twice, or too many roles: take out the lines too many",
};
const OTHER_LINE: Bilingual = {
	zh: "同一工号的另一行有错误，请先更正那一行",
	en: "Another line of the same staff number is wrong: correct that one first",
};
