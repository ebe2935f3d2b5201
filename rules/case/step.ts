import type { Actor } from "../../schema/actor.ts";
import { holds } from "../holding.ts";
import { covers } from "../place.ts";
import type { CaseDefinition, CaseStanding, Mover, StepRule } from "./definition.ts";

/** Whether nothing more is to be done about a case in this stage. */
export function isOver(definition: CaseDefinition, stage: string): boolean {
	return definition.over.includes(stage);
}

/**
 * Whether somebody learns that this case exists: its owner, its opener, whoever may read all of its kind at its branch, and
 * whom the kind names besides.
 */
export function mayRead({ rights, readsAlso }: CaseDefinition, standing: CaseStanding, actor: Actor): boolean {
	const readers = ["owner", "opener", rights.read] as const;
	if (readers.some((mover) => isMover(mover, standing, actor))) return true;
	return actor.kind === "staff" && covers(actor.place, standing.branchId) && (readsAlso?.(standing, actor) ?? false);
}

/** The steps that somebody may do to a case as it stands, by name. */
export function possibleSteps(definition: CaseDefinition, standing: CaseStanding, actor: Actor): readonly string[] {
	if (!mayRead(definition, standing, actor)) return [];
	return Object.entries(definition.steps).flatMap(([name, rule]) =>
		rule.from.includes(standing.stage) && mayMove(rule, standing, actor) ? [name] : [],
	);
}

export function mayMove(rule: StepRule, standing: CaseStanding, actor: Actor): boolean {
	return rule.by.some((mover) => isMover(mover, standing, actor));
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
