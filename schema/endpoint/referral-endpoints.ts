import * as z from "zod";
import { ROUTE_PERMISSIONS } from "../../rules/route-permissions.ts";
import {
	CHANGE_REFERRAL,
	CREATE_REFERRAL,
	ERASE_REFERRAL,
	EXPORT_PERSON,
	RECOGNISE,
	RECORD_OUTCOME,
	REFERRAL,
	REFERRALS,
	ROTATE_KEYS,
	SEARCH_REFERRALS,
	SHOW_REFERRAL,
	SIGN_REFERRAL,
} from "../../rules/routes/referral.ts";
import { RecogniseBody, RecognitionAnswer } from "../customer/customer.ts";
import { PersonQuery } from "../customer/customer-values.ts";
import { EraseBody } from "../customer/disclosure.ts";
import {
	OutcomeBody,
	PersonExport,
	ReferralBody,
	ReferralChange,
	ReferralId,
	ReferralRow,
	ReferralStatus,
	ShowBody,
	ShownReferral,
	SignBody,
} from "../customer/referral.ts";
import { BusinessDay, NodeId } from "../ids.ts";
import { KEYS_PER_ROTATION_MAX } from "../limits.ts";
import { AtBranch, COMMON, Done, type Endpoint, Page, paged, WITH_BODY } from "./endpoint.ts";

const AtReferral = AtBranch.extend({ referralId: ReferralId });
/** A flag of a URL. */
const Flag = z.enum(["true", "false"]).optional();
const VERSIONED = [
	...WITH_BODY,
	"version-missing",
	"changed-since-read",
	"unknown-referral",
	"referral-erased",
	"wrong-for-step",
	"too-many-steps",
] as const;
const OF_CONTENT = [
	"unknown-reason-code",
	"reference-only",
	"reference-needed",
	"unknown-staff",
	"branch-not-configured",
] as const;

/** Personal data travels in bodies only, never in a URL: searching and exporting are POST. */
export const REFERRAL_ENDPOINTS = {
	createReferral: {
		...CREATE_REFERRAL,
		permission: ROUTE_PERMISSIONS.createReferral,
		params: AtBranch,
		body: ReferralBody,
		output: z.object({ referralId: ReferralId }),
		idempotent: true,
		problems: [...WITH_BODY, "idempotency-key-missing", "command-id-reused", "too-many-cases", ...OF_CONTENT],
	},
	referrals: {
		...REFERRALS,
		permission: ROUTE_PERMISSIONS.referrals,
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
	},
	referral: {
		...REFERRAL,
		permission: ROUTE_PERMISSIONS.referral,
		params: AtReferral,
		output: ReferralRow,
		problems: [...COMMON, "unknown-referral"],
	},
	showReferral: {
		...SHOW_REFERRAL,
		permission: ROUTE_PERMISSIONS.showReferral,
		params: AtReferral,
		body: ShowBody,
		output: ShownReferral,
		audit: "show",
		problems: [...WITH_BODY, "unknown-referral", "referral-erased", "too-many-shows"],
	},
	changeReferral: {
		...CHANGE_REFERRAL,
		permission: ROUTE_PERMISSIONS.changeReferral,
		params: AtReferral,
		body: ReferralChange,
		output: ReferralRow,
		versioned: true,
		audit: "change",
		problems: [...VERSIONED, ...OF_CONTENT],
	},
	signReferral: {
		...SIGN_REFERRAL,
		permission: ROUTE_PERMISSIONS.signReferral,
		params: AtReferral,
		body: SignBody,
		output: ReferralRow,
		versioned: true,
		audit: "change",
		problems: [...VERSIONED, "already-signed"],
	},
	recordOutcome: {
		...RECORD_OUTCOME,
		permission: ROUTE_PERMISSIONS.recordOutcome,
		params: AtReferral,
		body: OutcomeBody,
		output: ReferralRow,
		versioned: true,
		audit: "change",
		problems: [...VERSIONED, "reference-only", "branch-not-configured"],
	},
	eraseReferral: {
		...ERASE_REFERRAL,
		permission: ROUTE_PERMISSIONS.eraseReferral,
		params: AtReferral,
		body: EraseBody,
		output: Done,
		audit: "change",
		problems: [...WITH_BODY, "unknown-referral"],
	},
	searchReferrals: {
		...SEARCH_REFERRALS,
		permission: ROUTE_PERMISSIONS.searchReferrals,
		params: AtBranch,
		body: PersonQuery,
		output: z.object({ rows: z.array(ReferralRow) }),
		audit: "show",
		problems: [...WITH_BODY, "too-many-shows"],
	},
	exportPerson: {
		...EXPORT_PERSON,
		permission: ROUTE_PERMISSIONS.exportPerson,
		params: z.object({ nodeId: NodeId }),
		body: PersonQuery,
		output: PersonExport,
		audit: "show",
		problems: [...WITH_BODY, "too-many-shows"],
	},
	rotateKeys: {
		...ROTATE_KEYS,
		permission: ROUTE_PERMISSIONS.rotateKeys,
		body: z.strictObject({ limit: z.number().int().min(1).max(KEYS_PER_ROTATION_MAX).default(KEYS_PER_ROTATION_MAX) }),
		output: z.object({ rewrapped: z.number().int(), left: z.number().int() }),
		audit: "change",
		problems: WITH_BODY,
	},
	recognise: {
		...RECOGNISE,
		permission: ROUTE_PERMISSIONS.recognise,
		params: AtBranch,
		body: RecogniseBody,
		output: RecognitionAnswer,
		audit: "show",
		evenUnwritten: true,
		problems: [...WITH_BODY, "too-many-shows"],
	},
} as const satisfies Record<string, Endpoint>;
