import { describe, expect, it } from "vitest";
import type { CaseDefinition } from "../../rules/case/definition.ts";
import { CASE_KIND_NAMES, definitionOf } from "../../rules/case/kinds.ts";
import { clashOfBrought, mayRead, possibleSteps } from "../../rules/case/step.ts";
import { PERMISSIONS } from "../../rules/permission.ts";
import { ROLES } from "../../rules/role.ts";
import type { Actor, Role } from "../../schema/actor.ts";

const BRANCH_ID = "sh-lujiazui";
const someone = (role: Role, staffId: string, branchId = BRANCH_ID): Actor => ({
	...{ kind: "staff", role, staffId },
	place: { kind: "branch", branchId },
});
const standing = (stage: string) => ({ branchId: BRANCH_ID, stage, ownerId: "owner", openedBy: "opener", facts: {} });

describe.each(CASE_KIND_NAMES)("%s", (kind) => {
	const definition: CaseDefinition = definitionOf(kind);
	const { open, over, texts, personal, steps, opening, fields = {}, ties = {}, asks = {} } = definition;
	const rules = [opening, ...Object.values(steps)];

	it("[CASE-11] has steps from stages it has to one it has, and from none that is over", () => {
		expect(new Set([...open, ...over]).size).toBe(open.length + over.length);
		for (const { from, to } of Object.values(steps)) {
			for (const stage of [...from, ...(to === undefined ? [] : [to])]) expect([...open, ...over]).toContain(stage);
			expect(from.some((stage) => open.includes(stage))).toBe(true);
		}
		const chosen = Object.values(steps).flatMap(({ stages = [] }) => stages);
		for (const end of over)
			expect(chosen.includes(end) || Object.values(steps).some(({ to }) => to === end)).toBe(true);
	});

	it("[CASE-11] brings texts it has, each by some step, and names no right or role there is not", () => {
		const brought = new Set(rules.flatMap(({ needs = [], takes = [] }) => [...needs, ...takes]));
		const own = [texts, fields, ties, asks].flatMap((each) => (Array.isArray(each) ? each : Object.keys(each)));
		const ofAll = ["owner", "due", "stage"];
		const asked = definition.asWhom === undefined ? own : own.filter((each) => each !== "why");
		expect([...brought].filter((each) => !ofAll.includes(each)).sort()).toEqual([...asked].sort());
		for (const text of personal) expect(texts).toContain(text);
		const movers = Object.values(steps)
			.flatMap(({ by }) => by)
			.filter((by) => by !== "owner" && by !== "opener");
		for (const right of [...movers, definition.rights.open, definition.rights.read])
			expect(PERMISSIONS).toHaveProperty([right]);
		for (const role of definition.escalatesTo) expect(ROLES).toContain(role);
	});

	it("[CASE-1] is read by its owner, its opener and who may read all of it, at its branch alone", () => {
		for (const role of ROLES) {
			const reads = PERMISSIONS[definition.rights.read].roles.some((each) => each === role);
			expect(mayRead(definition, standing(open[0]), someone(role, "somebody"))).toBe(reads);
			expect(mayRead(definition, standing(open[0]), someone(role, "owner"))).toBe(true);
			expect(mayRead(definition, standing(open[0]), someone(role, "opener"))).toBe(true);
			expect(mayRead(definition, standing(open[0]), someone(role, "owner", "sh-elsewhere"))).toBe(false);
		}
		const pad: Actor = {
			kind: "device",
			purpose: "counter-pad",
			deviceId: "owner",
			place: { kind: "branch", branchId: BRANCH_ID },
		};
		expect(mayRead(definition, standing(open[0]), pad)).toBe(false);
	});

	it("[CASE-1] nobody moves what is over, save by a step that leads from there", () => {
		for (const stage of over) {
			const leading = Object.entries(steps).flatMap(([name, { from }]) => (from.includes(stage) ? [name] : []));
			for (const role of ROLES) {
				const possible = possibleSteps(definition, standing(stage), someone(role, "owner"));
				expect(possible.filter((name) => !leading.includes(name))).toEqual([]);
			}
		}
	});
});

it("[CASE-11] what a step lacks, and what it brings too much, has a name", () => {
	const rule = { needs: ["owner", "what"], takes: ["due"] };
	expect(clashOfBrought(rule, ["owner", "what"])).toBeNull();
	expect(clashOfBrought(rule, ["what", "due", "owner"])).toBeNull();
	expect(clashOfBrought(rule, ["owner"])).toEqual({ missing: "what" });
	expect(clashOfBrought(rule, ["owner", "what", "why"])).toEqual({ surplus: "why" });
	expect(clashOfBrought({}, ["why"])).toEqual({ surplus: "why" });
});

describe("a referral is read", () => {
	const definition = definitionOf("referral");
	const of = (isAssigned: 0 | 1) => ({ ...standing("offered"), facts: { staffId: "recogniser", isAssigned } });

	it("[CASE-1] [PRV-6] by whoever recognised the customer too, and by every manager while nobody is assigned", () => {
		for (const role of ROLES) {
			const all = ["branch-head", "deputy-head", "lobby-manager", "stand-in"].includes(role);
			const advises = ["relationship-manager", "marketing-manager"].includes(role);
			expect(mayRead(definition, of(1), someone(role, "somebody"))).toBe(all);
			expect(mayRead(definition, of(0), someone(role, "somebody"))).toBe(all || advises);
			for (const who of ["owner", "opener", "recogniser"]) {
				expect(mayRead(definition, of(1), someone(role, who))).toBe(true);
				expect(mayRead(definition, of(0), someone(role, who, "sh-elsewhere"))).toBe(false);
			}
		}
	});
});
