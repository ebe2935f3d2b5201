import * as z from "zod";
import { ROUTE_PERMISSIONS } from "../../rules/route-permissions.ts";
import {
	CASE,
	CASE_OWNERS,
	CASES,
	CREDIT,
	ERASE_CASE,
	MOVE_CASE,
	OPEN_CASE,
	OPEN_CASES,
	SEARCH_CASES,
	SHOW_CASE,
	WHO_IS_HERE,
} from "../../rules/routes/case.ts";
import { Role } from "../actor.ts";
import {
	CaseBrought,
	CaseDone,
	CaseId,
	CaseKind,
	CaseShowBody,
	CaseShown,
	CaseTextsShown,
	CaseWord,
} from "../customer/case.ts";
import { PersonQuery } from "../customer/customer-values.ts";
import { EraseBody } from "../customer/disclosure.ts";
import { StaffAlert } from "../hall/view.ts";
import { Bilingual, BusinessDay, EpochMs, NodeId, StaffId } from "../ids.ts";
import { CASE_REFUSALS } from "./command-refusal.ts";
import { AtBranch, COMMON, Done, type Endpoint, Page, paged, WITH_BODY } from "./endpoint.ts";

const AtCase = AtBranch.extend({ caseId: CaseId });
const OF_STEP = ["idempotency-key-missing", "command-id-reused", ...CASE_REFUSALS] as const;

/** By when it is due or was opened, its stage, its owner's number, its branch; equal ones by due time. */
export const CaseSort = z.enum(["due", "opened", "stage", "owner", "place"]);
export type CaseSort = z.infer<typeof CaseSort>;
/** The first of them first, or the last. */
export const CaseOrder = z.enum(["asc", "desc"]);
export type CaseOrder = z.infer<typeof CaseOrder>;

/** What somebody has earned by records that were won in a month, and in the month before. */
const CreditRow = z.object({
	staffId: StaffId,
	/** Absent: the bank's books do not have the person. */
	name: Bilingual.optional(),
	points: z.number().int(),
	/** Records in which the person has points. */
	records: z.number().int(),
	pointsBefore: z.number().int(),
});
export type CreditRow = z.infer<typeof CreditRow>;

export const CASE_ENDPOINTS = {
	openCase: {
		...OPEN_CASE,
		permission: ROUTE_PERMISSIONS.openCase,
		params: AtBranch,
		body: CaseBrought.extend({ kind: CaseKind }),
		output: CaseDone,
		idempotent: true,
		problems: [...WITH_BODY, ...OF_STEP],
	},
	openCases: {
		...OPEN_CASES,
		permission: ROUTE_PERMISSIONS.openCases,
		params: AtBranch,
		query: Page.extend({
			kind: CaseKind.optional(),
			/** Only the caller's own tasks: what the caller owns, and what is escalated to the caller. */
			mine: z.enum(["true", "false"]).default("false"),
		}),
		output: paged(CaseShown),
		problems: COMMON,
	},
	caseOwners: {
		...CASE_OWNERS,
		permission: ROUTE_PERMISSIONS.caseOwners,
		params: AtBranch,
		output: z.object({ rows: z.array(z.object({ id: StaffId, name: Bilingual, role: Role })) }),
		problems: [...COMMON, "branch-not-configured"],
	},
	whoIsHere: {
		...WHO_IS_HERE,
		permission: ROUTE_PERMISSIONS.whoIsHere,
		params: AtBranch,
		/** Staff ids of those whose pages were heard of lately, and the offers that the caller may know of. */
		output: z.object({ reachable: z.array(StaffId), offers: z.array(StaffAlert) }),
		problems: COMMON,
	},
	case: {
		...CASE,
		permission: ROUTE_PERMISSIONS.case,
		params: AtCase,
		output: CaseShown,
		problems: [...COMMON, "unknown-case"],
	},
	showCase: {
		...SHOW_CASE,
		permission: ROUTE_PERMISSIONS.showCase,
		params: AtCase,
		body: CaseShowBody,
		output: CaseTextsShown,
		audit: "show",
		problems: [...WITH_BODY, "unknown-case", "case-erased", "too-many-shows"],
	},
	searchCases: {
		...SEARCH_CASES,
		permission: ROUTE_PERMISSIONS.searchCases,
		params: AtBranch,
		body: PersonQuery,
		output: z.object({ rows: z.array(CaseShown) }),
		audit: "show",
		problems: [...WITH_BODY, "too-many-shows"],
	},
	eraseCase: {
		...ERASE_CASE,
		permission: ROUTE_PERMISSIONS.eraseCase,
		params: AtCase,
		body: EraseBody,
		output: Done,
		audit: "change",
		problems: [...WITH_BODY, "unknown-case", "branch-not-configured"],
	},
	moveCase: {
		...MOVE_CASE,
		permission: ROUTE_PERMISSIONS.moveCase,
		params: AtCase,
		body: CaseBrought.extend({ step: CaseWord }),
		output: CaseDone,
		versioned: true,
		idempotent: true,
		problems: [...WITH_BODY, ...OF_STEP, "version-missing"],
	},
	credit: {
		...CREDIT,
		permission: ROUTE_PERMISSIONS.credit,
		params: AtBranch,
		query: z.object({
			/** A day of the month that is asked for. */
			day: BusinessDay,
		}),
		/** Whoever has most comes first; nobody without a point is there. */
		output: z.object({ rows: z.array(CreditRow) }),
		problems: COMMON,
	},
	cases: {
		...CASES,
		permission: ROUTE_PERMISSIONS.cases,
		params: z.object({ nodeId: NodeId }),
		query: Page.extend({
			kind: CaseKind,
			/** One of the kind's own lists. */
			list: CaseWord.optional(),
			stage: CaseWord.optional(),
			open: z.enum(["true", "false", "any"]).default("true"),
			ownerId: StaffId.optional(),
			/** The business days on which they were opened, the first and the last. */
			from: BusinessDay.optional(),
			to: BusinessDay.optional(),
			/** Only those due from here on, and before; branch time. */
			dueFrom: z.coerce.number().int().optional(),
			dueBefore: z.coerce.number().int().optional(),
			sort: CaseSort.default("due"),
			order: CaseOrder.default("asc"),
		}),
		output: paged(CaseShown).extend({
			/** When the bank's memory was asked, wall-clock time: what a branch did since is not in it. */
			asOf: EpochMs,
		}),
		problems: COMMON,
	},
} as const satisfies Record<string, Endpoint>;
