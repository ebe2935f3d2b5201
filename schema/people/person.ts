import * as z from "zod";
import { Role } from "../actor.ts";
import { Bilingual, EpochMs, NodeId, StaffId } from "../ids.ts";
import { ASSIGNMENTS_PER_PERSON_MAX, PERSON_NAME_MAX_CHARS } from "../limits.ts";
import { cleanName } from "../text/clean-text.ts";

/** One role held at one node of the institution tree; it reaches everything below that node. */
export const Assignment = z.strictObject({ role: Role, nodeId: NodeId });
export type Assignment = z.infer<typeof Assignment>;

/**
 * Letters of any script, those that old systems keep in Unicode's private area, and the marks that stand inside names.
 * Signs that begin a formula are none of them; what cannot be seen is taken away first.
 */
const NamePart = z
	.string()
	.overwrite(cleanName)
	.min(1)
	.regex(
		/^[\p{L}\p{M}\p{Co}](?:[\p{L}\p{M}\p{Co}\p{N} .,·'’()（）-]*[\p{L}\p{M}\p{Co}\p{N}.'’)）])?$/u,
		"not a person's name",
	)
	.refine((name) => [...name].length <= PERSON_NAME_MAX_CHARS, `at most ${PERSON_NAME_MAX_CHARS} characters`)
	.meta({ maxLength: PERSON_NAME_MAX_CHARS });
export const PersonName = z.strictObject({ zh: NamePart, en: NamePart });

/** Nobody is ever deleted: who has left stays known, because what they did stays on record. */
export const PersonStatus = z.enum(["active", "left"]);
export type PersonStatus = z.infer<typeof PersonStatus>;

/** A person without a role is one who has left, so there is always at least one. */
const Assignments = z
	.array(Assignment)
	.min(1)
	.max(ASSIGNMENTS_PER_PERSON_MAX)
	.refine((list) => new Set(list.map((each) => `${each.role} ${each.nodeId}`)).size === list.length, {
		message: "the same role at the same place twice",
	});

export const Person = z.object({
	/** The staff number. */
	staffId: StaffId,
	name: Bilingual,
	status: PersonStatus,
	/** Of somebody who has left: those held last. */
	assignments: z.array(Assignment),
	/** False: signs in through the bank's identity provider, or is waiting for a first password. */
	hasPassword: z.boolean(),
	/** The password was given by somebody else, and nothing but changing it is possible with it. */
	mustChangePassword: z.boolean(),
	/** Rises by one with each change; sent back as `If-Match`. */
	version: z.number().int(),
	joinedAt: EpochMs,
	/** Null while active. */
	leftAt: EpochMs.nullable(),
});
export type Person = z.infer<typeof Person>;

/** What an administrator may change of a person. */
export const PersonChange = z.strictObject({ name: PersonName, assignments: Assignments });
export type PersonChange = z.infer<typeof PersonChange>;

/** A joiner, or somebody who left and comes back. */
export const Joiner = PersonChange.extend({ staffId: StaffId });
export type Joiner = z.infer<typeof Joiner>;

/** Shown once, to whoever asked for it; the person must choose another at the first sign-in. */
export const FirstPassword = z.object({ person: Person, firstPassword: z.string() });
export type FirstPassword = z.infer<typeof FirstPassword>;
