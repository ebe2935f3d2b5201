import * as z from "zod";
import { BranchId, EpochMs, NodeId, StaffId } from "../ids.ts";
import { REACH_BRANCHES_MAX, SECTION_FIELDS_MAX, TEXT_MAX_CHARS } from "../limits.ts";
import { SectionId } from "./sections.ts";

const RegionKey = z.string().regex(/^[a-z0-9]{2,12}$/);

/** Which branches of its place a version is for. */
export const Reach = z.discriminatedUnion("kind", [
	z.strictObject({ kind: z.literal("all") }),
	z.strictObject({ kind: z.literal("regions"), regions: z.array(RegionKey).min(1).max(REACH_BRANCHES_MAX) }),
	z.strictObject({ kind: z.literal("branches"), branchIds: z.array(BranchId).min(1).max(REACH_BRANCHES_MAX) }),
	/** The same branches each time; a larger share keeps them. */
	z.strictObject({ kind: z.literal("share"), percent: z.number().int().min(1).max(99) }),
]);
export type Reach = z.infer<typeof Reach>;

/** Name of a field as `fieldsOf` cuts a section: a property, or a list and the id of a thing in it. */
export const FieldName = z.string().regex(/^[a-zA-Z]{1,40}(\.[a-z0-9][a-z0-9-]{0,31})?$/);
/** A field, or all of them. */
export const Lock = z.union([FieldName, z.literal("*")]);

export const VersionStatus = z.enum(["draft", "approved", "published", "paused", "replaced", "taken-back"]);
export type VersionStatus = z.infer<typeof VersionStatus>;

/** One place's word on a section, and what became of it. */
export const SectionVersion = z.strictObject({
	versionId: z.string(),
	section: SectionId,
	nodeId: NodeId,
	/** Counts the versions of this section at this place, from 1. */
	ordinal: z.number().int(),
	status: VersionStatus,
	/** What it sets, by field; null: taken out. */
	set: z.record(FieldName, z.unknown()),
	/** Of each of these, what the levels above said when it was drafted (null: nothing); absent in versions of before. */
	over: z.record(FieldName, z.unknown()).optional(),
	/** What places below may not set. */
	locked: z.array(Lock).max(SECTION_FIELDS_MAX),
	/** Why, in its drafter's words. */
	note: z.string().max(TEXT_MAX_CHARS),
	/** The version of this place it was made from; 0: there was none. One that is no longer the newest makes the draft stale. */
	basedOn: z.number().int(),
	draftedBy: StaffId,
	draftedAt: EpochMs,
	/** The last branch that was asked whether it fits in there, and how many said what; `done` once all were. */
	check: z.strictObject({ after: z.string(), asked: z.number().int(), refused: z.number().int(), done: z.boolean() }),
	approvedBy: StaffId.nullable(),
	approvedAt: EpochMs.nullable(),
	/** When it is to be published; null: it was published by hand, or is not to be yet. */
	publishAt: EpochMs.nullable(),
	reach: Reach,
	publishedBy: StaffId.nullable(),
	publishedAt: EpochMs.nullable(),
	/** How far its branches have been told: the last one's id, how many, and whether that was all. */
	told: z.strictObject({ after: z.string(), count: z.number().int(), done: z.boolean() }),
	/** The version it undoes, by its number. */
	undoes: z.number().int().nullable(),
	/** Rises by one with each change; sent back as `If-Match`. */
	version: z.number().int(),
});
export type SectionVersion = z.infer<typeof SectionVersion>;

/** A field that a place sets otherwise and that a level above has changed since; `before` and `after` are what is said above. */
export const Overtaken = z.strictObject({
	nodeId: NodeId,
	field: z.string(),
	changedAt: NodeId,
	before: z.unknown().optional(),
	after: z.unknown().optional(),
});
export type Overtaken = z.infer<typeof Overtaken>;

/** A branch that does not take a version, with what stands in the way. */
export const SectionRefusal = z.strictObject({ branchId: BranchId, code: z.string(), detail: z.string() });
export type SectionRefusal = z.infer<typeof SectionRefusal>;
