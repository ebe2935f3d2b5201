import type { CaseDefinition } from "../../../rules/case/definition.ts";
import { saysWho } from "../../../rules/case/fields.ts";
import { definitionOf } from "../../../rules/case/kinds.ts";
import { byOf, clashOfBrought, isOver, mayMove, mayRead, ruleAs } from "../../../rules/case/step.ts";
import { holds } from "../../../rules/holding.ts";
import { covers } from "../../../rules/place.ts";
import type { Actor } from "../../../schema/actor.ts";
import type { CaseFacts, CaseStep, MoveCase, StoredCase } from "../../../schema/customer/case.ts";
import type { BranchEvent } from "../../../schema/hall/event.ts";
import { CASE_DUE_MAX_DAYS, CASE_STEPS_MAX, OPEN_CASES_MAX } from "../../../schema/limits.ts";
import { businessDayAt } from "../day/business-day.ts";
import type { BranchState } from "../hall/branch-state.ts";
import { type Configured, isRefusal, type Refusal, refuse } from "../hall/decision.ts";
import type { CaseContext, KindAnswer } from "../kind/kind-rule.ts";
import { staffOf } from "../people/staff.ts";
import { kindRuleOf } from "./kind-rules.ts";
import { stepped } from "./stepped.ts";

const DAY_MS = 86_400_000;

/** A case after a step, and the events that say so; what is sealed stands beside them. */
export type CaseMove = { readonly after: CaseFacts; readonly events: readonly BranchEvent[] };

/**
 * What one step does to a case, or why it is refused. Pure. `before` is null for a case that does not exist.
 * Whoever may not read the case is told that there is none.
 */
export function moveCase(
	state: BranchState,
	before: StoredCase | null,
	command: MoveCase,
	context: CaseContext,
): CaseMove | Refusal {
	if (!isConfigured(state)) return refuse("branch-not-configured");
	const definition = definitionOf(command.kind);
	return command.version === 0
		? openCase(state, before, command, context, definition)
		: stepCase(state, before, command, context, definition);
}

function openCase(
	state: Configured,
	before: StoredCase | null,
	command: MoveCase,
	context: CaseContext,
	definition: CaseDefinition,
): CaseMove | Refusal {
	const { actor, now } = context;
	if (actor.kind !== "staff" || !holds(actor, definition.rights.open)) return refuse("not-permitted");
	if (!covers(actor.place, state.branchId)) return refuse("wrong-place");
	if (before !== null) return refuse("changed-since-read");
	if (context.openCount >= (definition.openMax ?? OPEN_CASES_MAX)) return refuse("too-many-cases");
	const wrong = clashOf(state, { definition, rule: definition.opening, command, now });
	if (wrong !== null) return wrong;
	const answer = kindRuleOf(command.kind)?.({ state, before, command, context }) ?? {};
	if (isRefusal(answer)) return answer;
	const stage = answer.stage ?? command.stage ?? definition.open[0];
	const { ownerId = answer.ownerId ?? actor.staffId } = command;
	const dueAt = command.dueAt ?? endOfDay(state, now);
	const opened = {
		caseId: command.caseId,
		branchId: state.branchId,
		kind: command.kind,
		businessDay: businessDayOf(state, now),
		openedAt: now,
		openedBy: actor.staffId,
		closedAt: null,
		erasedAt: null,
		facts: {},
		steps: [],
		version: 0,
	};
	return moved({ ...opened, stage, ownerId, dueAt }, command, context, { stage, ownerId, dueAt }, answer);
}

function stepCase(
	state: Configured,
	before: StoredCase | null,
	command: MoveCase,
	context: CaseContext,
	definition: CaseDefinition,
): CaseMove | Refusal {
	const { actor, now } = context;
	if (before === null || before.kind !== command.kind || !mayRead(definition, before, actor)) {
		return refuse("unknown-case");
	}
	const rule = definition.steps[command.step];
	if (rule === undefined) return refuse("wrong-stage", before.stage);
	const as = mayMove(rule, before, actor) ? ruleAs(definition, command.step, before, byOf(actor)) : null;
	if (as === null) return refuse("not-permitted");
	if (before.erasedAt !== null) return refuse("case-erased");
	if (command.version !== before.version) return refuse("changed-since-read");
	if (!rule.from.includes(before.stage)) return refuse("wrong-stage", before.stage);
	const wrong = clashOf(state, { definition, rule: as, command, now });
	if (wrong !== null) return wrong;
	const answer = kindRuleOf(command.kind)?.({ state, before, command, context }) ?? {};
	if (isRefusal(answer)) return answer;
	const to = answer.stage ?? command.stage ?? rule.to ?? before.stage;
	if (before.steps.length >= CASE_STEPS_MAX - (isOver(definition, to) ? 0 : 1)) return refuse("too-many-steps");
	const { ownerId = answer.ownerId ?? before.ownerId, dueAt = before.dueAt } = command;
	return moved(before, command, context, { stage: to, ownerId, dueAt }, answer);
}

type Brought = {
	readonly definition: CaseDefinition;
	readonly rule: CaseDefinition["opening"];
	readonly command: MoveCase;
	readonly now: number;
};

/** What keeps that which a step brings from being good; null: nothing. */
function clashOf(state: Configured, { definition, rule, command, now }: Brought): Refusal | null {
	const { ownerId, dueAt, stage, texts, facts = {}, holds: held = [], drops = [], numbers = [] } = command;
	const timed = Object.entries({ owner: ownerId, due: dueAt, stage }).flatMap(([name, value]) =>
		value === undefined ? [] : [name],
	);
	const clash = clashOfBrought(rule, [...timed, ...texts, ...held, ...drops, ...Object.keys(facts)]);
	if (clash !== null) return refuse("wrong-for-step", "missing" in clash ? clash.missing : clash.surplus);
	if (drops.includes("owner") && definition.assigned === undefined) return refuse("wrong-for-step", "owner");
	if (stage !== undefined && !rule.stages?.includes(stage)) return refuse("wrong-for-step", "stage");
	const lists = held.some((field) => definition.fields?.[field]?.is === "lists") ? "some" : "none";
	if (stage !== undefined && (rule.lines?.[stage] ?? lists) !== lists) return refuse("wrong-for-step", "stage");
	const isNaming = numbers.length > 0 || held.some((field) => saysWho(definition.fields?.[field]));
	if (isNaming && state.configuration.referenceOnly === true) return refuse("reference-only");
	if (ownerId !== undefined && !isStaff(state, ownerId)) return refuse("unknown-staff", ownerId);
	if (dueAt !== undefined && (dueAt <= now || dueAt > now + CASE_DUE_MAX_DAYS * DAY_MS))
		return refuse("wrong-due-time");
	return null;
}

function isConfigured(state: BranchState): state is Configured {
	return state.configuration !== null;
}

function isStaff({ configuration, people }: Configured, staffId: string): boolean {
	return staffOf({ configuration, people }).some((each) => each.id === staffId);
}

function moved(
	before: CaseFacts,
	{ step, texts }: MoveCase,
	{ actor, now }: CaseContext,
	standing: Pick<CaseStep, "stage" | "ownerId" | "dueAt">,
	{ facts = before.facts, events = [] }: KindAnswer,
): CaseMove {
	const move = stepped({ ...before, facts: { ...facts } }, { step, at: now, by: moverOf(actor), ...standing, texts });
	return { after: move.after, events: [move.event, ...events] };
}

/** Who did a step, as it stands in the case; null: the branch itself. */
export function moverOf(actor: Actor): CaseStep["by"] {
	return actor.kind === "staff" ? { staffId: actor.staffId, role: actor.role } : null;
}

/** The open day, or the one that it is by the clock: a case is opened at any hour. */
function businessDayOf({ day, configuration }: Configured, now: number): string {
	return day?.status === "open" ? day.businessDay : businessDayAt(configuration.timeZone, now);
}

/** When a case is due that nobody gave a time: as the day's doors close, if that is still to come. */
function endOfDay({ day }: BranchState, now: number): number {
	return day?.status === "open" && day.closesAt > now ? day.closesAt : now + DAY_MS / 2;
}
