import { definitionOf } from "../../../rules/case/kinds.ts";
import { referralIdOf, signsAs } from "../../../rules/case/referral.ts";
import { isOver } from "../../../rules/case/step.ts";
import { holds } from "../../../rules/holding.ts";
import type { Actor } from "../../../schema/actor.ts";
import type { MoveCase, StoredCase } from "../../../schema/customer/case.ts";
import { OpenReferralStatus } from "../../../schema/customer/referral.ts";
import { AskedOfReferral, ReferralFacts } from "../../../schema/customer/referral-facts.ts";
import { businessDayAt } from "../day/business-day.ts";
import { type Configured, type Refusal, refuse } from "../hall/decision.ts";
import type { KindAnswer, KindQuestion, KindRule } from "../kind/kind-rule.ts";
import { staffOf } from "../people/staff.ts";

/** What a step makes of an identified-customer record. The door has sealed what is personal, and knows what goes with what. */
export const referralRule: KindRule = (question) => {
	const { before, command } = question;
	if (before === null) return recorded(question);
	switch (command.step) {
		case "change":
			return changed(question, before);
		case "sign":
		case "outcome":
			return confirmed(question, before);
		default:
			return {};
	}
};

/** Never refused for anything that can be added later; open at any hour, for customers come before and after too. */
function recorded({ state, command, context }: KindQuestion): KindAnswer | Refusal {
	const { actor, now, notedAt = now } = context;
	const asked = AskedOfReferral.parse(command.facts ?? {});
	const { reasonCode, identifiedBy, ticketId } = asked;
	const status = OpenReferralStatus.catch("offered").parse(asked.status);
	if (actor.kind !== "staff" || reasonCode === undefined) return refuse("wrong-for-step", "reasonCode");
	const missing = missingFrom(command.holds ?? [], isReferenceOnly(state));
	if (missing !== null) return refuse(missing);
	const staffId = identifiedBy ?? actor.staffId;
	const role = staffId === actor.staffId ? actor.role : staffOf(state).find((each) => each.id === staffId)?.role;
	if (role === undefined) return refuse("unknown-staff", staffId);
	const isAssigned = command.ownerId === undefined ? 0 : 1;
	const nothing = { objectedAt: null, signedBy: null, signedAt: null, signedStatus: null, outcomeAt: null } as const;
	const facts: ReferralFacts = { staffId, role, reasonCode, isAssigned, ...nothing, ...consentOf(asked, notedAt) };
	const referralId = referralIdOf(command.caseId);
	const businessDay =
		state.day?.status === "open" ? state.day.businessDay : businessDayAt(state.configuration.timeZone, now);
	const event = { type: "referral-recorded" as const, referralId, status, reasonCode, staffId, role, businessDay };
	const more = {
		...(command.ownerId === undefined ? {} : { managerId: command.ownerId }),
		...(ticketId === undefined ? {} : { visit: ticketId }),
	};
	return { stage: status, ownerId: staffId, facts, events: [{ ...event, ...more }] };
}

function changed({ state, command, context }: KindQuestion, before: StoredCase): KindAnswer | Refusal {
	const { now, notedAt = now } = context;
	const missing = missingAfter(command, before, isReferenceOnly(state));
	if (missing !== null) return refuse(missing);
	const asked = AskedOfReferral.parse(command.facts ?? {});
	const facts = ReferralFacts.parse(before.facts);
	const { status, reasonCode = facts.reasonCode, objection } = asked;
	const after: ReferralFacts = {
		...facts,
		reasonCode,
		...(asked.consent === undefined ? {} : consentOf(asked, notedAt)),
		...(objection === undefined ? {} : { objectedAt: objection === 1 ? (facts.objectedAt ?? notedAt) : null }),
	};
	const stage = status === undefined ? {} : { stage: status };
	if (command.ownerId !== undefined) return { ...stage, facts: { ...after, isAssigned: 1 } };
	if (!command.drops?.includes("owner")) return { ...stage, facts: after };
	return { ...stage, ownerId: facts.staffId, facts: { ...after, isAssigned: 0 } };
}

/** Who signs, or records what came of it, has met the customer: that is the confirmation, once. */
function confirmed({ state, command, context }: KindQuestion, before: StoredCase): KindAnswer | Refusal {
	const { actor, now } = context;
	const facts = ReferralFacts.parse(before.facts);
	const asked = AskedOfReferral.parse(command.facts ?? {});
	const denied = whyNotConfirm(command, before, facts, actor);
	if (denied !== null) return denied;
	if (asked.hasNumber === 1 && isReferenceOnly(state)) return refuse("reference-only");
	const isSigning = command.step === "sign";
	if (isSigning && facts.signedBy !== null) return refuse("already-signed");
	const isOverBefore = isOver(definitionOf(before.kind), before.stage);
	const stage = isSigning && isOverBefore ? before.stage : (asked.status ?? before.stage);
	const staffId = actor.kind === "staff" ? actor.staffId : before.ownerId;
	const outcome = isSigning ? {} : { outcomeAt: now };
	if (facts.signedBy !== null) return { stage, facts: { ...facts, ...outcome } };
	const signature = { signedBy: staffId, signedAt: now, signedStatus: stage };
	const ownerId = facts.isAssigned === 1 ? before.ownerId : staffId;
	return { stage, ownerId, facts: { ...facts, ...outcome, ...signature, isAssigned: 1 } };
}

/** The assigned manager alone; while there is none, any of them; a head signs in their place, with a reason. */
function whyNotConfirm(
	{ step, texts }: MoveCase,
	{ ownerId }: StoredCase,
	{ isAssigned }: ReferralFacts,
	actor: Actor,
): Refusal | null {
	if (actor.kind !== "staff") return refuse("not-permitted");
	const as = signsAs(isAssigned === 1 ? ownerId : null, actor.staffId, (right) => holds(actor, right));
	if (as === "manager") return null;
	if (as === null || step !== "sign") return refuse("not-permitted");
	return texts.includes("why") ? null : refuse("wrong-for-step", "why");
}

function isReferenceOnly({ configuration }: Configured): boolean {
	return configuration.referenceOnly === true;
}

function consentOf({ consent = "not-asked", consentHow = null }: AskedOfReferral, notedAt: number) {
	return { consent, consentHow, consentAt: consent === "not-asked" ? null : notedAt };
}

/** What says who somebody is or how to reach them. */
const NAMING: ReadonlySet<string> = new Set(["name", "number", "contact"]);

/** What a record may not hold, or lacks, in a branch that keeps names or references only; null: all is well. */
function missingFrom(holding: readonly string[], referenceOnly: boolean): "reference-only" | "reference-needed" | null {
	if (referenceOnly && holding.some((field) => NAMING.has(field))) return "reference-only";
	const isEnough = holding.includes("customerReference") || (!referenceOnly && holding.includes("name"));
	return isEnough ? null : "reference-needed";
}

/** As `missingFrom`, of a record after a change; what it holds from before the mode is not this change's fault. */
function missingAfter({ holds: given = [], drops = [] }: MoveCase, before: StoredCase, referenceOnly: boolean) {
	const isTouched = [...given, ...drops].some((each) => each === "customerReference");
	if (!isTouched && !given.some((each) => NAMING.has(each))) return null;
	const ties = Object.keys(before.ties).filter((tie) => !drops.includes(tie));
	const named = before.fields.name !== undefined && !referenceOnly ? ["name"] : [];
	return missingFrom([...given, ...ties, ...named], referenceOnly);
}
