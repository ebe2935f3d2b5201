import { z } from "zod";
import { RecogniseBody, RecognitionAnswer } from "./customer.ts";
import { AtBranch, COMMON, Done, type Endpoint, Page, paged, WITH_BODY } from "./endpoint.ts";
import { BusinessDay, NodeId } from "./ids.ts";
import { KEYS_PER_ROTATION_MAX } from "./limits.ts";
import {
	PersonExport,
	PersonQuery,
	ReferralBody,
	ReferralChange,
	ReferralId,
	ReferralOutcome,
	ReferralRow,
	ReferralStatus,
	ShowBody,
	ShownReferral,
	SignBody,
} from "./referral.ts";

const AtReferral = AtBranch.extend({ referralId: ReferralId });
/** A flag of a URL. */
const Flag = z.enum(["true", "false"]).optional();
const VERSIONED = [
	...WITH_BODY,
	"version-missing",
	"changed-since-read",
	"unknown-referral",
	"referral-erased",
] as const;
const OF_CONTENT = ["unknown-reason-code", "reference-only", "reference-needed", "branch-not-configured"] as const;

/** Personal data travels in bodies only, never in a URL: searching and exporting are POST. */
export const REFERRAL_ENDPOINTS = {
	createReferral: {
		method: "POST",
		path: "/branches/:branchId/referrals",
		permission: "referral.create",
		params: AtBranch,
		body: ReferralBody,
		output: z.object({ referralId: ReferralId }),
		idempotent: true,
		problems: [...WITH_BODY, "idempotency-key-missing", "command-id-reused", "unknown-staff", ...OF_CONTENT],
		summary: "Record an identified customer; taken by the branch itself, also while the bank's memory is away",
	},
	referrals: {
		method: "GET",
		path: "/branches/:branchId/referrals",
		permission: "referral.read",
		params: AtBranch,
		query: Page.extend({
			from: BusinessDay.optional(),
			to: BusinessDay.optional(),
			status: ReferralStatus.optional(),
			/** Only those no relationship manager has confirmed. */
			unsigned: Flag,
			/** The evening list: to follow up, and neither contact nor reference. */
			incomplete: Flag,
			/** Only those the caller recognised or is the manager of. */
			mine: Flag,
		}),
		output: paged(ReferralRow),
		problems: COMMON,
		summary: "The identified-customer records of a branch, masked, newest first",
	},
	referral: {
		method: "GET",
		path: "/branches/:branchId/referrals/:referralId",
		permission: "referral.read",
		params: AtReferral,
		output: ReferralRow,
		problems: [...COMMON, "unknown-referral"],
		summary: "One record, masked",
	},
	showReferral: {
		method: "POST",
		path: "/branches/:branchId/referrals/:referralId/shown",
		permission: "referral.show",
		params: AtReferral,
		body: ShowBody,
		output: ShownReferral,
		audit: "show",
		problems: [...WITH_BODY, "unknown-referral", "referral-erased", "too-many-shows"],
		summary: "Some of a record's values in full, with a reason, on record; to be hidden again after 60 s",
	},
	changeReferral: {
		method: "PUT",
		path: "/branches/:branchId/referrals/:referralId",
		permission: "referral.change",
		params: AtReferral,
		body: ReferralChange,
		output: ReferralRow,
		versioned: true,
		audit: "change",
		problems: [...VERSIONED, ...OF_CONTENT],
		summary: "Change or complete a record: values, status, consent, objection",
	},
	signReferral: {
		method: "POST",
		path: "/branches/:branchId/referrals/:referralId/signature",
		permission: "referral.sign",
		params: AtReferral,
		body: SignBody,
		output: ReferralRow,
		versioned: true,
		audit: "change",
		problems: [...VERSIONED, "already-signed"],
		summary: "A relationship manager confirms a record: introduced in the hall, or to follow up",
	},
	recordOutcome: {
		method: "PUT",
		path: "/branches/:branchId/referrals/:referralId/outcome",
		permission: "referral.sign",
		params: AtReferral,
		body: ReferralOutcome,
		output: ReferralRow,
		versioned: true,
		audit: "change",
		problems: [...VERSIONED, "reference-only", "branch-not-configured"],
		summary: "What came of it: accounts opened, products and amounts sold",
	},
	eraseReferral: {
		method: "DELETE",
		path: "/branches/:branchId/referrals/:referralId",
		permission: "privacy.erase",
		params: AtReferral,
		output: Done,
		audit: "change",
		problems: [...COMMON, "unknown-referral"],
		summary: "Destroy a record's key: its personal values are gone, its counts stay",
	},
	searchReferrals: {
		method: "POST",
		path: "/branches/:branchId/referrals/search",
		permission: "privacy.search",
		params: AtBranch,
		body: PersonQuery,
		output: z.object({ rows: z.array(ReferralRow) }),
		audit: "show",
		problems: [...WITH_BODY, "too-many-shows"],
		summary: "A person's records by account, ID, information or phone number or reference, masked",
	},
	exportPerson: {
		method: "POST",
		path: "/nodes/:nodeId/personal-data/export",
		permission: "privacy.export",
		params: z.object({ nodeId: NodeId }),
		body: PersonQuery,
		output: PersonExport,
		audit: "show",
		problems: [...WITH_BODY, "too-many-shows"],
		summary: "Everything held of one person within a part of the bank, in full",
	},
	rotateKeys: {
		method: "POST",
		path: "/keys/rotation",
		permission: "privacy.rotate-keys",
		body: z.strictObject({ limit: z.number().int().min(1).max(KEYS_PER_ROTATION_MAX).default(KEYS_PER_ROTATION_MAX) }),
		output: z.object({ rewrapped: z.number().int(), left: z.number().int() }),
		audit: "change",
		problems: WITH_BODY,
		summary: "Wrap some data keys anew with the present key-encryption key; says how many are left",
	},
	recognise: {
		method: "POST",
		path: "/branches/:branchId/recognitions",
		permission: "customer.recognise",
		params: AtBranch,
		body: RecogniseBody,
		output: RecognitionAnswer,
		problems: [...WITH_BODY, "too-many-shows"],
		summary: "Ask the bank's directory who a card, ID or phone number belongs to; sealed for issue-ticket",
	},
} as const satisfies Record<string, Endpoint>;
