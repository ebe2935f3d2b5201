import type { Actor } from "../../schema/actor.ts";
import { holds, type May } from "../holding.ts";
import type { CaseDefinition, CaseStanding } from "./definition.ts";

const OPEN = ["offered", "introduced", "to_follow_up"] as const;
const OVER = ["concluded", "not_interested"] as const;
const BROUGHT = [
	"owner",
	"name",
	"number",
	"contact",
	"bestContactTime",
	"remarks",
	"customerReference",
	"ticketId",
] as const;

/** An identified customer, referred to a relationship manager. Its owner is that manager, or who recognised the customer. */
export const REFERRAL = {
	open: OPEN,
	over: OVER,
	texts: ["why"],
	personal: [],
	fields: {
		name: { mask: "name" },
		number: { mask: "number", foundBy: ["account", "id-number", "information-number"] },
		contact: { mask: "contact", foundBy: ["phone"] },
		bestContactTime: {},
		remarks: {},
		outcome: {},
	},
	rights: { open: "referral.create", read: "referral.read" },
	readsAlso: (standing, actor) => isRecogniser(standing, actor) || isFree(standing, actor),
	opening: { takes: BROUGHT },
	steps: {
		change: {
			from: [...OPEN, ...OVER],
			by: ["referral.change"],
			takes: BROUGHT,
		},
		sign: { from: [...OPEN, ...OVER], by: ["owner", "referral.sign", "referral.oversee"], takes: ["why"] },
		outcome: { from: [...OPEN, ...OVER], by: ["owner", "referral.sign"], takes: ["outcome"] },
	},
	ties: ["customerReference", "ticketId"],
	foundByTies: ["customerReference"],
	ownDoor: true,
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

function isRecogniser({ facts }: CaseStanding, actor: Actor): boolean {
	return actor.kind === "staff" && actor.staffId === facts.staffId;
}

/** One that nobody is assigned to is for every relationship manager. */
function isFree({ facts }: CaseStanding, actor: Actor): boolean {
	return facts.isAssigned === 0 && holds(actor, "referral.sign");
}

/**
 * How somebody signs a record: as its own manager (one that has none is for any of them), or in place of the manager, with
 * a reason; null: not at all.
 */
export function signsAs(managerId: string | null, staffId: string, may: May): "manager" | "instead" | null {
	if (managerId === null ? may("referral.sign") : managerId === staffId) return "manager";
	return may("referral.oversee") ? "instead" : null;
}
