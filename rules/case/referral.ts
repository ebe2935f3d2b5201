import type { CaseDefinition, CaseStanding, StepBy } from "./definition.ts";

const OPEN = ["offered", "introduced", "to_follow_up"] as const;
const OVER = ["concluded", "not_interested"] as const;
const ANY = [...OPEN, ...OVER];
const SPOKEN = { consentHow: "spoken" };
const TOLD = [
	...["reasonCode", "name", "customerReference", "contact", "number", "consent", "consentHow", "owner"],
	...["bestContactTime", "remarks", "ticketId", "informedBy"],
] as const;

/** An identified customer, referred to a relationship manager. Its owner is that manager, or who recognised the customer. */
export const REFERRAL = {
	open: OPEN,
	over: OVER,
	texts: ["why"],
	personal: [],
	fields: {
		name: { is: "name" },
		contact: { is: "contact" },
		number: { is: "number" },
		bestContactTime: { is: "line", maxChars: 60 },
		remarks: { is: "text", maxChars: 200 },
		outcome: {
			is: "lists",
			lists: {
				sold: { max: 20, columns: { product: { is: "line", maxChars: 60 }, amountFen: { is: "fen" } } },
				accounts: {
					max: 10,
					columns: { kind: { is: "line", maxChars: 40 }, number: { is: "number", isOptional: true } },
				},
			},
		},
	},
	ties: { customerReference: { is: "reference" }, ticketId: { is: "ticket" } },
	asks: {
		reasonCode: { is: "code" },
		identifiedBy: { is: "staff" },
		informedBy: { is: "colleague", of: "staffId" },
		consent: { oneOf: ["given", "refused", "not-asked"], inHall: { given: SPOKEN, refused: SPOKEN } },
		consentHow: { oneOf: ["spoken", "written", "phone", "online"] },
		objection: { is: "flag", since: "objectedAt" },
	},
	facts: {
		reasonCode: "code",
		staffId: "staff",
		role: "role",
		informedBy: "staff",
		consent: "code",
		consentHow: "code",
		objectedAt: "moment",
		signedBy: "staff",
		signedAt: "moment",
		outcomeAt: "moment",
	},
	rights: { open: "referral.create", read: "referral.read", show: "referral.show" },
	// Who was first to recognise the same customer, and what others have earned, is not theirs to see who read the record.
	unseen: ["firstBy", "closedBy", "credit", "wonOn"],
	parts: ["staffId"],
	assigned: { fact: "isAssigned", to: "referral.sign" },
	opening: { needs: ["reasonCode"], takes: [...TOLD, "identifiedBy", "stage"], stages: OPEN },
	steps: {
		change: { from: ANY, by: ["referral.change"], takes: [...TOLD, "objection", "stage"], stages: OPEN },
		sign: {
			from: ANY,
			by: ["owner", "referral.sign", "referral.oversee"],
			needs: ["stage"],
			stages: ["introduced", "to_follow_up"],
			when: { is: { signedBy: null } },
		},
		outcome: {
			from: ANY,
			by: ["owner", "referral.sign"],
			needs: ["outcome"],
			takes: ["stage"],
			stages: ["concluded", "not_interested", "to_follow_up"],
			lines: { concluded: "some", not_interested: "none" },
		},
	},
	asWhom,
	onRecord: true,
	lists: {
		unsigned: { is: { signedBy: null } },
		follow: { stage: "to_follow_up" },
		incomplete: { stage: "to_follow_up", lacks: ["contact", "customerReference"] },
		mine: { isMine: true },
	},
	signs: {
		unsigned: { tone: "near", when: { is: { signedBy: null } } },
		signed: { tone: "good", unless: { is: { signedBy: null } } },
		incomplete: { tone: "over", when: { stage: "to_follow_up", lacks: ["contact", "customerReference"] } },
		objected: { tone: "over", unless: { is: { objectedAt: null } } },
		"no-contact": { tone: "over", unless: { is: { consent: "given", objectedAt: null } } },
	},
	columns: ["number", "contact", "reasonCode", "staffId", "signedBy"],
	reminds: false,
	staysWhenErased: true,
	openMax: 100_000,
	sealedAs: { table: "referrals", rowPrefix: "r", retention: "referral" },
	escalatesAfterMs: 0,
	escalatesTo: [],
} as const satisfies CaseDefinition;

/** The id of a record, which is older than cases, of the case that it is. */
export function referralIdOf(caseId: string): string {
	return `r${caseId.slice(caseId.lastIndexOf("_") + 1)}`;
}

/**
 * A record is signed, and its outcome told, by its own manager; one that has none is for any of them. A head signs in the
 * manager's place, with a reason.
 */
function asWhom(step: string, { ownerId, facts }: CaseStanding, { staffId, may }: StepBy): readonly string[] | null {
	if (step === "change") return [];
	if (facts.isAssigned === 1 ? staffId === ownerId : may("referral.sign")) return [];
	return step === "sign" && may("referral.oversee") ? ["why"] : null;
}
