import type { CustomerNumber } from "../../schema/customer/customer-values.ts";
import type { ReferralBody } from "../../schema/customer/referral.ts";
import { plainReference } from "../../schema/text/written-number.ts";

type NumberKind = CustomerNumber["kind"];
type Contact = NonNullable<ReferralBody["contact"]>;

/** What is typed while recording a customer; nothing of it is kept anywhere but on this page. */
export type ReferralDraft = {
	readonly name: string;
	readonly reference: string;
	readonly numberKind: NumberKind;
	readonly number: string;
	readonly contactKind: Contact["kind"];
	readonly contact: string;
	readonly bestContactTime: string;
	readonly remarks: string;
	readonly consent: NonNullable<ReferralBody["consent"]>["status"];
	readonly managerId: string | null;
	readonly ticketId: string | null;
};

export const EMPTY_DRAFT: ReferralDraft = {
	name: "",
	reference: "",
	numberKind: "account",
	number: "",
	contactKind: "phone",
	contact: "",
	bestContactTime: "",
	remarks: "",
	consent: "not-asked",
	managerId: null,
	ticketId: null,
};

const REFERENCE = /^[A-Z][A-Z0-9-]{3,23}$/;

/** Why a draft cannot be sent yet, as the word that says so. */
export type DraftGap = "referNameFirst" | "referReferenceFirst" | "referReferenceWrong";

/**
 * The record a draft makes with this reason. Only a name is needed, or, where the bank keeps references only, a
 * reference; then names and numbers are left out whatever was typed.
 */
export function bodyOf(
	draft: ReferralDraft,
	reasonCode: string,
	referenceOnly: boolean,
): { readonly body: ReferralBody } | { readonly gap: DraftGap } {
	const reference = plainReference(draft.reference);
	if (referenceOnly && reference === "") return { gap: "referReferenceFirst" };
	if (reference !== "" && !REFERENCE.test(reference)) return { gap: "referReferenceWrong" };
	if (!referenceOnly && reference === "" && draft.name.trim() === "") return { gap: "referNameFirst" };
	const typed = referenceOnly ? {} : namingOf(draft);
	return {
		body: {
			reasonCode,
			status: "offered",
			...typed,
			...(reference !== "" && { customerReference: reference }),
			...(draft.managerId !== null && { managerId: draft.managerId }),
			...(draft.ticketId !== null && { ticketId: draft.ticketId }),
			...spoken(draft),
			...(draft.consent !== "not-asked" && { consent: { status: draft.consent, how: "spoken" as const } }),
		},
	};
}

/** What says who somebody is or how to reach them. */
export function namingOf(draft: ReferralDraft): Pick<ReferralBody, "name" | "number" | "contact"> {
	const [name, number, contact] = [draft.name.trim(), draft.number.trim(), draft.contact.trim()];
	return {
		...(name !== "" && { name }),
		...(number !== "" && { number: { kind: draft.numberKind, value: number } }),
		...(contact !== "" && { contact: { kind: draft.contactKind, value: contact } }),
	};
}

/** What else the customer said. */
export function spoken(draft: ReferralDraft): Pick<ReferralBody, "bestContactTime" | "remarks"> {
	const [bestContactTime, remarks] = [draft.bestContactTime.trim(), draft.remarks.trim()];
	return { ...(bestContactTime !== "" && { bestContactTime }), ...(remarks !== "" && { remarks }) };
}
