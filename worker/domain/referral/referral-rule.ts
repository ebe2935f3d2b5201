import { definitionOf } from "../../../rules/case/kinds.ts";
import { referralIdOf } from "../../../rules/case/referral.ts";
import { isOver } from "../../../rules/case/step.ts";
import { REASON_CODES, type ReasonCodes } from "../../../schema/configuration/reason-codes/reason-codes.ts";
import type { MoveCase, StoredCase } from "../../../schema/customer/case.ts";
import {
	AskedOfReferral,
	OpenReferralStatus,
	ReferralFacts,
	ReferralStatus,
} from "../../../schema/customer/referral.ts";
import { offered } from "../alert/offer.ts";
import { businessDayAt } from "../day/business-day.ts";
import { type Refusal, refuse } from "../hall/decision.ts";
import type { KindAnswer, KindQuestion, KindRule } from "../kind/kind-rule.ts";
import { managerOfVisit } from "../people/own-manager.ts";
import { staffOf } from "../people/staff.ts";

/** What a step makes of an identified-customer record. The door has sealed what is personal. */
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
	const { actor, now, notedAt = now, ties = {} } = context;
	const asked = AskedOfReferral.parse(command.facts);
	const { reasonCode = "", identifiedBy } = asked;
	if (actor.kind !== "staff") return refuse("not-permitted");
	if (!isReasonCode(context, reasonCode)) return refuse("unknown-reason-code", reasonCode);
	const status = OpenReferralStatus.parse(command.stage ?? "offered");
	const missing = missingFrom(command.holds ?? []);
	if (missing !== null) return missing;
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
		...(ties.ticketId == null ? {} : { visit: ties.ticketId }),
	};
	const of = ties.ticketId == null ? {} : { ticketId: ties.ticketId };
	const at = { kind: "case" as const, caseId: command.caseId, ...of };
	const own = command.ownerId ?? managerOfVisit(state, ties) ?? context.lastManager;
	const to = { own, raisedBy: actor.staffId, where: at };
	const rings = status === "offered" ? offered(state, to, context) : [];
	return { ownerId: staffId, facts, events: [{ ...event, ...more }, ...rings] };
}

function changed({ command, context, state }: KindQuestion, before: StoredCase): KindAnswer | Refusal {
	const { now, notedAt = now } = context;
	const missing = missingAfter(command, before, state.configuration.referenceOnly === true);
	if (missing !== null) return missing;
	const asked = AskedOfReferral.parse(command.facts ?? {});
	const facts = ReferralFacts.parse(before.facts);
	const { reasonCode = facts.reasonCode, objection } = asked;
	// A reason that is used no more stays that of the records that have it.
	const isKept = reasonCode === facts.reasonCode;
	if (!isKept && !isReasonCode(context, reasonCode)) return refuse("unknown-reason-code", reasonCode);
	const after: ReferralFacts = {
		...facts,
		reasonCode,
		...(asked.consent === undefined ? {} : consentOf(asked, notedAt)),
		...(objection === undefined ? {} : { objectedAt: objection === 1 ? (facts.objectedAt ?? notedAt) : null }),
	};
	if (command.ownerId !== undefined) return { facts: { ...after, isAssigned: 1 } };
	if (!command.drops?.includes("owner")) return { facts: after };
	return { ownerId: facts.staffId, facts: { ...after, isAssigned: 0 } };
}

/** Who signs, or records what came of it, has met the customer: that is the confirmation, once. */
function confirmed({ command, context }: KindQuestion, before: StoredCase): KindAnswer | Refusal {
	const { actor, now } = context;
	const facts = ReferralFacts.parse(before.facts);
	const isSigning = command.step === "sign";
	if (isSigning && facts.signedBy !== null) return refuse("already-signed");
	const stage = isSigning ? stageSigned(command, before) : stageAfter(command, before);
	const staffId = actor.kind === "staff" ? actor.staffId : before.ownerId;
	const outcome = isSigning ? {} : { outcomeAt: now };
	if (facts.signedBy !== null) return { stage, facts: { ...facts, ...outcome } };
	const signature = { signedBy: staffId, signedAt: now, signedStatus: ReferralStatus.parse(stage) };
	const ownerId = facts.isAssigned === 1 ? before.ownerId : staffId;
	return { stage, ownerId, facts: { ...facts, ...outcome, ...signature, isAssigned: 1 } };
}

/** A late signature takes up nothing that is over. */
function stageSigned({ stage }: MoveCase, before: StoredCase): string {
	return isOver(definitionOf(before.kind), before.stage) ? before.stage : (stage ?? before.stage);
}

/** Something opened or sold concludes a record, unless its outcome says otherwise. */
function stageAfter({ stage, holds: given = [] }: MoveCase, before: StoredCase): string {
	return stage ?? (given.includes("outcome") ? "concluded" : before.stage);
}

function isReasonCode({ contentOf }: KindQuestion["context"], code: string): boolean {
	const { codes } = (contentOf?.("reason-codes") ?? REASON_CODES.shipped) as ReasonCodes;
	return codes.some(({ id }) => id === code);
}

function consentOf({ consent = "not-asked", consentHow }: AskedOfReferral, notedAt: number) {
	return { consent, consentHow: consentHow ?? null, consentAt: consent === "not-asked" ? null : notedAt };
}

/** A record needs a name, or the bank's own number of the customer. */
function missingFrom(holding: readonly string[]): Refusal | null {
	return holding.some((each) => each === "name" || each === "customerReference") ? null : refuse("reference-needed");
}

/** As `missingFrom`, of a record after a change that touches it; a name from before the mode of references is none in it. */
function missingAfter({ holds: given = [], drops = [] }: MoveCase, before: StoredCase, referenceOnly: boolean) {
	const naming = [...Object.keys(before.ties), ...(referenceOnly ? [] : Object.keys(before.fields))];
	const isTouched = [...given, ...drops].some((each) => each === "customerReference" || each === "name");
	return isTouched ? missingFrom([...given, ...naming.filter((each) => !drops.includes(each))]) : null;
}
