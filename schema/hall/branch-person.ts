import * as z from "zod";
import { Role } from "../actor.ts";
import { Bilingual, StaffId } from "../ids.ts";
import { ASSIGNMENTS_PER_PERSON_MAX } from "../limits.ts";

/** Somebody who works at a branch, as the bank's books have it: with every role held at this very branch. */
export const BranchPerson = z.strictObject({
	id: StaffId,
	name: Bilingual,
	roles: z.array(Role).min(1).max(ASSIGNMENTS_PER_PERSON_MAX),
});
export type BranchPerson = z.infer<typeof BranchPerson>;
