import type { ReferralBody, ReferralChange, ReferralRow } from "../../../schema/customer/referral.ts";
import type { AskedOfReferral } from "../../../schema/customer/referral-facts.ts";
import { REASON_CODES } from "../../../schema/shipped-reason-codes.ts";
import { caseIdOfRow, rowOf as idOf } from "../../domain/case/case-place.ts";
import { clashOf, statusAfterOutcome } from "../../domain/referral/outcome.ts";
import { nextStep, openingStep, type StepBrought } from "../case/do-step.ts";
import { storedCase } from "../case/stored-case.ts";
import { type Call, type Handler, Refused } from "../door/serve.ts";
import { inReferralWords, rowOf } from "./read-referral.ts";

/** Taken by the branch itself, also while D1 is away. One that was recorded long ago under this id is the same one. */
export const createReferral: Handler<"createReferral"> = async ({ params, body, ...call }) => {
	if (!isReasonCode(body.reasonCode)) return new Refused("unknown-reason-code", { detail: body.reasonCode });
	const { branchId } = params;
	const done = await openingStep({ ...call, branchId }, "referral", newRecord(body));
	return done instanceof Refused ? inReferralWords(done) : { referralId: idOf({ kind: "referral", ...done }) };
};

export const changeReferral: Handler<"changeReferral"> = async (call) => {
	const { reasonCode } = call.body;
	if (reasonCode !== undefined && !isReasonCode(reasonCode)) {
		return new Refused("unknown-reason-code", { detail: reasonCode });
	}
	return moved(call, "change", changedRecord(call.body));
};

export const signReferral: Handler<"signReferral"> = (call) => {
	const { status, reason } = call.body;
	return moved(call, "sign", { facts: { status }, texts: reason === undefined ? {} : { why: reason } });
};

export const recordOutcome: Handler<"recordOutcome"> = async (call) => {
	const { body } = call;
	const { accounts, sold } = body;
	const status = statusAfterOutcome(body);
	const hasNumber = accounts.some(({ number }) => number !== undefined) ? 1 : 0;
	// Nothing opened and nothing sold: the status says it all.
	const outcome = accounts.length + sold.length === 0 ? null : { accounts, sold };
	const facts = { hasNumber, ...(status === null ? {} : { status }) };
	const clash = clashOf(body);
	// Whoever may not know of the record is told that first.
	return moved(call, "outcome", () =>
		clash === null
			? { texts: {}, facts, fields: { outcome } }
			: new Refused("invalid-input", { errors: [{ path: "body.status", message: clash }] }),
	);
};

function isReasonCode(id: string): boolean {
	return REASON_CODES.some((code) => code.id === id);
}

type Moving = "changeReferral" | "signReferral" | "recordOutcome";

/** One step of a record in the version the caller has seen, and how it then stands. */
async function moved(
	call: Call<Moving>,
	step: string,
	brought: Parameters<typeof nextStep>[2],
): Promise<ReferralRow | Refused> {
	const { branchId, referralId } = call.params;
	const caseId = caseIdOfRow({ kind: "referral", branchId }, referralId);
	const { env, caller, now, version } = call;
	const by = { env, caller, now, branchId, commandId: crypto.randomUUID() };
	const done = await nextStep(by, { caseId, step, version }, brought);
	if (done instanceof Refused) return inReferralWords(done);
	// Whoever handed it over may not read it from now on, but is told how it then stood.
	const stored = await storedCase(env, branchId, caseId);
	if (stored instanceof Refused) return stored;
	return stored === null ? new Refused("unknown-referral") : rowOf(env, stored);
}

function newRecord({ identifiedBy, managerId, ticketId, reasonCode, status, consent, ...values }: ReferralBody) {
	const { customerReference, ...fields } = values;
	const facts = { status, reasonCode, ...consentAsked(consent), ...named({ identifiedBy, ticketId }) };
	return {
		...ownedBy(managerId),
		texts: {},
		facts,
		fields,
		ties: { customerReference, ticketId },
	} satisfies StepBrought;
}

function changedRecord(change: ReferralChange): StepBrought {
	const { status, reasonCode, consent, objection, managerId, customerReference, ticketId, ...fields } = change;
	const facts = { ...named({ status, reasonCode }), ...consentAsked(consent), ...objected(objection) };
	return {
		...ownedBy(managerId ?? undefined),
		...{ texts: {}, facts, fields, ties: { customerReference, ticketId }, dropsOwner: managerId === null },
	};
}

function ownedBy(ownerId: string | undefined): { ownerId?: string } {
	return ownerId === undefined ? {} : { ownerId };
}

function consentAsked(consent: ReferralBody["consent"]): AskedOfReferral {
	return consent === undefined ? {} : { consent: consent.status, consentHow: consent.how ?? null };
}

function objected(objection: boolean | undefined): AskedOfReferral {
	return objection === undefined ? {} : { objection: objection ? 1 : 0 };
}

function named(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
	);
}
