import { describe, expect, it } from "vitest";
import { mayBeHeldAt, mayGrant } from "../../../rules/role.ts";
import { Role } from "../../../schema/actor.ts";
import { CustomerName } from "../../../schema/customer/customer-values.ts";
import { type Assignment, Joiner, PersonName } from "../../../schema/people/person.ts";
import {
	isVisibleFrom,
	refusalOfChange,
	refusalOfJoin,
	refusalOfLeaveOrReset,
} from "../../../worker/domain/people/person.ts";
import { KnownCustomer } from "../../../worker/privacy/customer-directory.ts";
import { acting, aJoiner, aPerson, BANK, LUJIAZUI, PUDONG, SHANGHAI, TELLER } from "../a-person.ts";

const NODES = ["bank", "sh", "sh.pudong", "sh-lujiazui"] as const;
const OPERATOR: Assignment = { role: "head-office-operator", nodeId: "bank" };
const HEAD: Assignment = { role: "branch-head", nodeId: "sh-lujiazui" };
const USHER: Assignment = { role: "lobby-usher", nodeId: "sh-lujiazui" };
const ABROAD: Assignment = { role: "closed-teller", nodeId: "bj-guomao" };

// Written down a second time on purpose: the levels from the bank down to the branch.
const HELD_AT: Partial<Record<Role, string>> = {
	"it-support": "yyyy",
	"retail-department": "yyyn",
	"human-resources": "yyyn",
	"head-office-operator": "yynn",
	auditor: "yynn",
};

describe("a role", () => {
	it.each(Role.options)("[PPL-1] %s is held at its own levels of the tree", (role) => {
		const levels = NODES.map((nodeId) => (mayBeHeldAt(role, nodeId) ? "y" : "n")).join("");
		expect(levels).toBe(HELD_AT[role] ?? "nnny");
	});

	it("[PPL-1] is refused at another level, whoever gives it", () => {
		const joiner = aJoiner([{ role: "closed-teller", nodeId: "bank" }]);
		expect(refusalOfJoin(acting("head-office-operator", BANK), joiner)).toBe("role-not-at-level");
		const change = { ...aJoiner([{ role: "auditor", nodeId: "sh-lujiazui" }]) };
		expect(refusalOfChange(acting("head-office-operator", BANK), aPerson(), change)).toBe("role-not-at-level");
	});
});

describe("who grants what where", () => {
	const HOUSE = Role.options.filter((role) => mayBeHeldAt(role, "sh-lujiazui"));
	const BELOW_HEAD = HOUSE.filter((role) => role !== "branch-head");

	it("[PPL-2] a branch head: every role below the head, at the own branch alone", () => {
		const head = acting("branch-head", LUJIAZUI);
		expect(HOUSE.filter((role) => mayGrant(head, { role, nodeId: "sh-lujiazui" }))).toEqual(BELOW_HEAD);
		for (const nodeId of ["bank", "sh", "sh.pudong", "sh-xujiahui", "bj-guomao"]) {
			expect(Role.options.filter((role) => mayGrant(head, { role, nodeId }))).toEqual([]);
		}
	});

	it.each([
		["bank", BANK, ["bank", "sh", "sh.pudong", "sh-lujiazui", "bj", "bj-guomao"]],
		["region", SHANGHAI, ["sh", "sh.pudong", "sh-lujiazui"]],
		["sub-branch", PUDONG, ["sh.pudong", "sh-lujiazui"]],
	] as const)("[PPL-2] human resources of a %s: within it, but no operators and no auditors", (_, place, within) => {
		const granters = acting("human-resources", place);
		for (const nodeId of ["bank", "sh", "sh.pudong", "sh-lujiazui", "sh-xujiahui", "bj", "bj-guomao"]) {
			const inside =
				(within as readonly string[]).includes(nodeId) || (place.kind !== "sub-branch" && nodeId === "sh-xujiahui");
			for (const role of Role.options) {
				const expected = inside && role !== "head-office-operator" && role !== "auditor";
				expect([nodeId, role, mayGrant(granters, { role, nodeId })]).toEqual([nodeId, role, expected]);
			}
		}
	});

	it("[PPL-2] an operator: everything within the own place, nothing above it", () => {
		const regional = acting("head-office-operator", SHANGHAI);
		expect(mayGrant(regional, { role: "head-office-operator", nodeId: "sh" })).toBe(true);
		expect(mayGrant(regional, OPERATOR)).toBe(false);
		expect(mayGrant(acting("head-office-operator", BANK), OPERATOR)).toBe(true);
	});

	it("[PPL-2] nobody else grants anything", () => {
		const granting = ["branch-head", "human-resources", "head-office-operator"];
		for (const role of Role.options.filter((each) => !granting.includes(each))) {
			expect(mayGrant(acting(role, BANK), TELLER)).toBe(false);
		}
	});

	it("[PPL-2] whoever holds several roles grants what any of them may", () => {
		const both = [...acting("branch-head", LUJIAZUI), ...acting("human-resources", { kind: "region", region: "bj" })];
		expect(mayGrant(both, TELLER)).toBe(true);
		expect(mayGrant(both, ABROAD)).toBe(true);
		expect(mayGrant(both, { role: "closed-teller", nodeId: "gz-tianhe" })).toBe(false);
	});
});

describe("a change of somebody's roles", () => {
	const head = acting("branch-head", LUJIAZUI);

	it("[PPL-2] what stays may lie outside the reach of whoever changes the rest", () => {
		const person = aPerson([TELLER, ABROAD]);
		expect(refusalOfChange(head, person, aJoiner([USHER, ABROAD]))).toBeNull();
		expect(refusalOfChange(head, person, aJoiner([USHER]))).toBe("may-not-grant");
		expect(refusalOfChange(head, person, aJoiner([TELLER, ABROAD, HEAD]))).toBe("may-not-grant");
	});

	it("[PPL-2] a head neither takes the head's role from another head nor renames one", () => {
		expect(refusalOfChange(head, aPerson([HEAD]), aJoiner([TELLER]))).toBe("may-not-grant");
		expect(refusalOfChange(head, aPerson([HEAD]), { ...aJoiner([HEAD]), name: { zh: "新名", en: "New" } })).toBe(
			"may-not-grant",
		);
	});

	it("[PPL-2] leaving and a first password need reach over every role: else it were a way up", () => {
		expect(refusalOfLeaveOrReset(head, aPerson([TELLER]))).toBeNull();
		for (const more of [HEAD, ABROAD, OPERATOR, { role: "human-resources", nodeId: "sh" } as const]) {
			expect(refusalOfLeaveOrReset(head, aPerson([TELLER, more]))).toBe("may-not-grant");
		}
	});

	it("[PPL-3] nobody changes the own record, whatever they may grant", () => {
		const self = acting("head-office-operator", BANK, "100001");
		expect(refusalOfChange(self, aPerson([OPERATOR]), aJoiner([OPERATOR, HEAD]))).toBe("own-record");
		expect(refusalOfLeaveOrReset(self, aPerson([OPERATOR]))).toBe("own-record");
		expect(refusalOfJoin(self, aJoiner([OPERATOR]))).toBe("own-record");
	});

	it("[PPL-10] nothing of somebody who left is changed", () => {
		const left = aPerson([TELLER], { status: "left", leftAt: 1 });
		expect(refusalOfChange(head, left, aJoiner([USHER]))).toBe("person-left");
		expect(refusalOfLeaveOrReset(head, left)).toBe("person-left");
	});

	it("[PPL-6] a person is seen from every place that holds one of the roles, and from no other", () => {
		expect([BANK, SHANGHAI, PUDONG, LUJIAZUI].map((place) => isVisibleFrom([place], [TELLER]))).not.toContain(false);
		expect(isVisibleFrom([{ kind: "branch", branchId: "sh-xujiahui" }], [TELLER])).toBe(false);
		expect(isVisibleFrom([{ kind: "region", region: "bj" }], [TELLER])).toBe(false);
		expect(isVisibleFrom([{ kind: "region", region: "bj" }, LUJIAZUI], [TELLER])).toBe(true);
		expect(isVisibleFrom([LUJIAZUI], [{ role: "human-resources", nodeId: "sh" }])).toBe(false);
	});
});

describe("what a person may be called", () => {
	it.each(["张伟", "阿卜杜拉·买买提", "O'Connor, Seán", "𠮷田", "Müller-Lüdenscheidt", "欧阳娜娜（小）"])(
		"[PPL-8] %s is a name",
		(name) => {
			expect(PersonName.safeParse({ zh: name, en: name }).success).toBe(true);
		},
	);

	it.each(["", " ", "=SUM(A1)", "+1", "-x", "@x", "张😀", "\u200b", "张\ufffd", "<b>", "x".repeat(51)])(
		"[PPL-8] %j is none",
		(name) => {
			expect(PersonName.safeParse({ zh: name, en: "x" }).success).toBe(false);
		},
	);

	it.each([
		["王　明", "王明"],
		["王 明", "王明"],
		["张\u202e伟", "张伟"],
		["a\u0000", "a"],
		["Zhang\nWei", "Zhang Wei"],
		["Ｌｉ　Ｎａ", "Li Na"],
		["\ue863明", "\ue863明"],
		["阿卜杜拉 · 买买提", "阿卜杜拉·买买提"],
		...[..."‧・･．⋅●∙•."].map((dot) => [`阿卜杜拉${dot}买买提`, "阿卜杜拉·买买提"]),
		["J. Smith", "J. Smith"],
		["王", "王"],
		["阿".repeat(50), "阿".repeat(50)],
		["𠮷".repeat(50), "𠮷".repeat(50)],
	])("[PPL-14] %j is kept as %s, of staff and customers alike", (name, kept) => {
		expect(PersonName.parse({ zh: name, en: name }).zh).toBe(kept);
		expect(CustomerName.parse(name)).toBe(kept);
		expect(KnownCustomer.shape.name.parse(name)).toBe(kept);
	});

	it("[PPL-14] one of nothing that can be read, or of more than fifty characters, is none", () => {
		for (const name of ["\u200b\u3164", "···", "王".repeat(51)]) {
			expect(PersonName.safeParse({ zh: name, en: "x" }).success).toBe(false);
			expect(CustomerName.safeParse(name).success).toBe(false);
		}
	});

	it("[PPL-1] somebody without a role, or with one twice, is nobody that joins", () => {
		expect(Joiner.safeParse(aJoiner([])).success).toBe(false);
		expect(Joiner.safeParse(aJoiner([TELLER, TELLER])).success).toBe(false);
		expect(Joiner.safeParse(aJoiner([TELLER, USHER])).success).toBe(true);
	});
});
