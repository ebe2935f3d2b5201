import * as z from "zod";
import { ROUTE_PERMISSIONS } from "../../rules/route-permissions.ts";
import { NOTICES, PROMPTS } from "../../rules/routes/branch.ts";
import {
	APPROVE_VERSION,
	CHECK_VERSION,
	DRAFT_VERSION,
	PAUSE_VERSION,
	PUBLISH_VERSION,
	SECTION_AT,
	SECTION_OF_BRANCH,
	SECTION_VERSION,
	SECTIONS,
	TAKE_BACK_VERSION,
} from "../../rules/routes/configuration.ts";
import { SectionId, SectionValue } from "../configuration/sections.ts";
import { Lock, Overtaken, Reach, SectionRefusal, SectionVersion } from "../configuration/version.ts";
import { Notices } from "../hall/notice.ts";
import { Prompts } from "../hall/prompts.ts";
import { Bilingual, BranchId, EpochMs, NodeId, StaffId } from "../ids.ts";
import { SECTION_FIELDS_MAX, TEXT_MAX_CHARS } from "../limits.ts";
import { SectionKey } from "../section-key.ts";
import { COMMON, type Endpoint, WITH_BODY } from "./endpoint.ts";

const AtNode = z.object({ nodeId: NodeId });
const AtSection = AtNode.extend({ section: SectionId });
const AtVersion = AtNode.extend({ versionId: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/) });

/** How many branches of a place say what of a section; the rest has not been told of any version. */
const SaidCounts = z.object({
	branches: z.number().int(),
	holds: z.number().int(),
	refused: z.number().int(),
	silent: z.number().int(),
});

/** Who said last what a field is: a place and its version; null: it is as shipped. */
const Origin = z.object({
	nodeId: NodeId,
	versionId: z.string(),
	since: EpochMs.nullable(),
	by: StaffId,
	note: z.string(),
});

/** What somebody should see to, in both languages, and the field it is about. */
const Heed = Bilingual.extend({ field: z.string() });

const SectionField = z.object({
	field: z.string(),
	value: z.unknown(),
	origin: Origin.nullable(),
	/** The place above that keeps this one from setting it; null: none. */
	lockedBy: NodeId.nullable(),
});

/** A field that a version changes; what is not there before or after is left out. */
const FieldChange = z.object({ field: z.string(), before: z.unknown().optional(), after: z.unknown().optional() });

export const SectionAt = z.object({
	section: SectionId,
	nodeId: NodeId,
	kind: z.enum(["live", "content"]),
	/** What holds there, as the levels down to it make it. */
	value: z.unknown(),
	/** Nothing is published for this branch: what holds was configured by hand, or is as shipped. */
	byHand: z.boolean(),
	fields: z.array(SectionField),
	/** What a level says although one above has locked it since: it does not hold, and is not lost. */
	overruled: z.array(z.object({ field: z.string(), nodeId: NodeId })),
	/** What this place locks for those below. */
	locked: z.array(Lock),
	/** The number of its newest published version; 0: none. A draft is based on it. */
	newest: z.number().int(),
	said: SaidCounts,
	refused: z.array(SectionRefusal),
	/** What holds there and somebody should see to. */
	heed: z.array(Heed),
	/** Places below that differ from it. */
	differing: z.array(NodeId),
	/** What this place, or one below it, sets otherwise than above, and has been changed above since: nothing of it is lost. */
	overtaken: z.array(Overtaken),
	/** Newest first. */
	versions: z.array(SectionVersion),
});
export type SectionAt = z.infer<typeof SectionAt>;

const VersionInFull = z.object({
	version: SectionVersion,
	/** Against the version before it at its place. */
	changes: z.array(FieldChange),
	refusals: z.array(SectionRefusal),
	said: SaidCounts,
});

const Why = z.strictObject({ reason: z.string().trim().min(1).max(TEXT_MAX_CHARS) });

const OF_VERSION = ["unknown-version", "changed-since-read", "version-not-at-step"] as const;

/** What pausing and taking back have in common. */
const STOPPED = {
	params: AtVersion,
	body: Why,
	output: z.object({ version: SectionVersion }),
	versioned: true,
	audit: "change",
	problems: [...WITH_BODY, ...OF_VERSION, "version-missing"],
} as const;

export const CONFIGURATION_ENDPOINTS = {
	sections: {
		...SECTIONS,
		permission: ROUTE_PERMISSIONS.sections,
		params: AtNode,
		output: z.object({
			sections: z.array(
				z.object({
					section: SectionId,
					kind: z.enum(["live", "content"]),
					/** The versions that hold there, level by level; `0.0.0`: nothing is published. */
					key: SectionKey,
					since: EpochMs.nullable(),
					/** Drafts and approved versions of this place that are not published yet. */
					waiting: z.number().int(),
					said: SaidCounts,
					heed: z.array(Heed),
					differing: z.array(NodeId),
					/** How many fields this place sets otherwise that were changed above since; and how many the places below it. */
					overtaken: z.number().int(),
					overtakenBelow: z.number().int(),
				}),
			),
		}),
		problems: COMMON,
	},
	sectionAt: {
		...SECTION_AT,
		permission: ROUTE_PERMISSIONS.sectionAt,
		params: AtSection,
		output: SectionAt,
		problems: COMMON,
	},
	draftVersion: {
		...DRAFT_VERSION,
		permission: ROUTE_PERMISSIONS.draftVersion,
		params: AtSection,
		body: z.strictObject({
			/** The whole section as it shall hold at this place. */
			value: SectionValue,
			locked: z.array(Lock).max(SECTION_FIELDS_MAX),
			note: z.string().trim().min(1).max(TEXT_MAX_CHARS),
			basedOn: z.number().int().min(0),
		}),
		output: z.object({ version: SectionVersion }),
		idempotent: true,
		audit: "change",
		problems: [
			...WITH_BODY,
			"idempotency-key-missing",
			"command-id-reused",
			"unknown-node",
			"field-locked",
			"section-unfit",
			"draft-stale",
		],
	},
	sectionVersion: {
		...SECTION_VERSION,
		permission: ROUTE_PERMISSIONS.sectionVersion,
		params: AtVersion,
		output: VersionInFull,
		problems: [...COMMON, "unknown-version"],
	},
	checkVersion: {
		...CHECK_VERSION,
		permission: ROUTE_PERMISSIONS.checkVersion,
		params: AtVersion,
		output: z.object({ version: SectionVersion, refusals: z.array(SectionRefusal) }),
		problems: [...COMMON, ...OF_VERSION],
	},
	approveVersion: {
		...APPROVE_VERSION,
		permission: ROUTE_PERMISSIONS.approveVersion,
		params: AtVersion,
		output: z.object({ version: SectionVersion }),
		versioned: true,
		audit: "change",
		problems: [
			...COMMON,
			...OF_VERSION,
			"version-missing",
			"draft-stale",
			"draft-unchecked",
			"draft-refused",
			"own-draft",
		],
	},
	publishVersion: {
		...PUBLISH_VERSION,
		permission: ROUTE_PERMISSIONS.publishVersion,
		params: AtVersion,
		body: z.strictObject({
			reach: Reach,
			/** When; absent: now. */
			at: EpochMs.optional(),
		}),
		output: z.object({ version: SectionVersion }),
		versioned: true,
		audit: "change",
		problems: [...WITH_BODY, ...OF_VERSION, "version-missing", "draft-stale"],
	},
	pauseVersion: {
		...PAUSE_VERSION,
		permission: ROUTE_PERMISSIONS.pauseVersion,
		...STOPPED,
	},
	takeBackVersion: {
		...TAKE_BACK_VERSION,
		permission: ROUTE_PERMISSIONS.takeBackVersion,
		/** Answers with the version that holds instead: the one before, published anew to everybody. */
		...STOPPED,
	},
	sectionOfBranch: {
		...SECTION_OF_BRANCH,
		permission: ROUTE_PERMISSIONS.sectionOfBranch,
		params: z.object({ branchId: BranchId, section: SectionId }),
		/** The versions that the caller has heard of: another address for each, so that a page asks once for one. */
		query: z.object({ key: SectionKey.optional() }),
		output: z.object({ key: SectionKey, value: z.unknown() }),
		revalidated: true,
		problems: COMMON,
	},
	notices: {
		...NOTICES,
		permission: ROUTE_PERMISSIONS.notices,
		params: z.object({ branchId: BranchId }),
		output: Notices,
		problems: COMMON,
	},
	prompts: {
		...PROMPTS,
		permission: ROUTE_PERMISSIONS.prompts,
		params: z.object({ branchId: BranchId }),
		output: Prompts,
		problems: COMMON,
	},
} as const satisfies Record<string, Endpoint>;
