import type { CaseBrought } from "../../../schema/customer/case.ts";
import type { ReferralBody, ReferralChange, ReferralRow } from "../../../schema/customer/referral.ts";
import { caseIdOfRow, rowOf as idOf } from "../../domain/case/case-place.ts";
import { nextStep, openingStep } from "../case/do-step.ts";
import { storedCase } from "../case/stored-case.ts";
import { type Call, type Handler, Refused } from "../door/serve.ts";
import { inReferralWords, rowOf } from "./read-referral.ts";

/** Taken by the branch itself, also while D1 is away. One that was recorded long ago under this id is the same one. */
export const createReferral: Handler<"createReferral"> = async ({ params, body, ...call }) => {
	const { branchId } = params;
	const done = await openingStep({ ...call, branchId }, "referral", newRecord(body));
	return done instanceof Refused ? inReferralWords(done) : { referralId: idOf({ kind: "referral", ...done }) };
};

export const changeReferral: Handler<"changeReferral"> = (call) => moved(call, "change", changedRecord(call.body));

export const signReferral: Handler<"signReferral"> = (call) => {
	const { status, reason } = call.body;
	return moved(call, "sign", { stage: status, texts: reason === undefined ? {} : { why: reason } });
};

export const recordOutcome: Handler<"recordOutcome"> = (call) => {
	const { status, ...outcome } = call.body;
	return moved(call, "outcome", { ...(status && { stage: status }), texts: {}, fields: { outcome } });
};

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
	const done = await nextStep(by, { caseId, step, version }, brought, (work) => work());
	if (done instanceof Refused) return inReferralWords(done);
	// Whoever handed it over may not read it from now on, but is told how it then stood.
	const stored = await storedCase(env, branchId, caseId);
	if (stored instanceof Refused) return stored;
	return stored === null ? new Refused("unknown-referral") : rowOf(env, stored);
}

function newRecord({ identifiedBy, managerId, ticketId, reasonCode, status, consent, ...values }: ReferralBody) {
	const { customerReference, ...fields } = values;
	const facts = { reasonCode, ...consentAsked(consent), ...named({ identifiedBy }) };
	const ties = { customerReference, ticketId };
	return { ...(managerId && { ownerId: managerId }), stage: status, texts: {}, facts, fields, ties };
}

function changedRecord(change: ReferralChange): CaseBrought {
	const { status, reasonCode, consent, objection, managerId, customerReference, ticketId, ...fields } = change;
	const objected: Record<string, number> = objection === undefined ? {} : { objection: objection ? 1 : 0 };
	const facts = { ...named({ reasonCode }), ...consentAsked(consent), ...objected };
	const ties = { customerReference, ticketId };
	return { ownerId: managerId, ...(status && { stage: status }), texts: {}, facts, fields, ties };
}

function consentAsked(consent: ReferralBody["consent"]) {
	if (consent === undefined) return {};
	return { consent: consent.status, ...(consent.how && { consentHow: consent.how }) };
}

function named(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
	);
}
