import type { Actor } from "../../schema/actor.ts";
import { holds } from "../holding.ts";
import { covers } from "../place.ts";
import type { CaseDefinition, CaseStanding, Mover, StepBy, StepRule } from "./definition.ts";

/** Whether nothing more is to be done about a case in this stage. */
export function isOver(definition: CaseDefinition, stage: string): boolean {
	return definition.over.includes(stage);
}

/** Whether its owner was chosen; else its owner is whoever it fell to. */
export function isAssigned({ assigned }: CaseDefinition, { facts }: Pick<CaseStanding, "facts">): boolean {
	return assigned === undefined || facts[assigned.fact] !== 0;
}

/**
 * Whether somebody learns that this case exists: its owner, its opener, whoever may read all of its kind at its branch,
 * whoever has a part in it, and while nobody is assigned to it whoever could be.
 */
export function mayRead(definition: CaseDefinition, standing: CaseStanding, actor: Actor): boolean {
	const { rights, parts = [], assigned } = definition;
	const readers = ["owner", "opener", rights.read] as const;
	if (readers.some((mover) => isMover(mover, standing, actor))) return true;
	if (actor.kind !== "staff" || !covers(actor.place, standing.branchId)) return false;
	if (parts.some((fact) => standing.facts[fact] === actor.staffId)) return true;
	return assigned !== undefined && !isAssigned(definition, standing) && holds(actor, assigned.to);
}

/** The steps that somebody may do to a case as it stands, by name. */
export function possibleSteps(definition: CaseDefinition, standing: CaseStanding, actor: Actor): readonly string[] {
	if (!mayRead(definition, standing, actor)) return [];
	return Object.entries(definition.steps).flatMap(([name, rule]) =>
		rule.from.includes(standing.stage) &&
		hasFacts(rule.when?.is, standing) &&
		mayMove(rule, standing, actor) &&
		ruleAs(definition, name, standing, byOf(actor)) !== null
			? [name]
			: [],
	);
}

export function mayMove(rule: StepRule, standing: CaseStanding, actor: Actor): boolean {
	return rule.by.some((mover) => isMover(mover, standing, actor));
}

/** A step as somebody does it, with what they bring besides; null: there is none, or not for them. */
export function ruleAs(definition: CaseDefinition, step: string, standing: CaseStanding, by: StepBy): StepRule | null {
	const rule = definition.steps[step];
	const more = definition.asWhom === undefined ? [] : definition.asWhom(step, standing, by);
	if (rule === undefined || more === null) return null;
	return more.length === 0 ? rule : { ...rule, needs: [...(rule.needs ?? []), ...more] };
}

/** Who acts, as the rules of a step ask. */
export function byOf(actor: Actor): StepBy {
	return { staffId: actor.kind === "staff" ? actor.staffId : "", may: (right) => holds(actor, right) };
}

/** Whether facts are as a test asks. */
export function hasFacts(is: CaseStanding["facts"] = {}, { facts }: Pick<CaseStanding, "facts">): boolean {
	return Object.entries(is).every(([fact, value]) => (facts[fact] ?? null) === value);
}

function isMover(mover: Mover, { branchId, ownerId, openedBy }: CaseStanding, actor: Actor): boolean {
	if (actor.kind !== "staff" || !covers(actor.place, branchId)) return false;
	switch (mover) {
		case "owner":
			return actor.staffId === ownerId;
		case "opener":
			return actor.staffId === openedBy;
		default:
			return holds(actor, mover);
	}
}

/** The first thing that a step lacks, or brings too much; null: it brings what it should. */
export function clashOfBrought(
	{ needs = [], takes = [] }: Pick<StepRule, "needs" | "takes">,
	brought: readonly string[],
): { readonly missing: string } | { readonly surplus: string } | null {
	const missing = needs.find((each) => !brought.includes(each));
	if (missing !== undefined) return { missing };
	const surplus = brought.find((each) => !needs.includes(each) && !takes.includes(each));
	return surplus === undefined ? null : { surplus };
}
