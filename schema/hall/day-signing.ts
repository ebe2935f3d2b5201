import * as z from "zod";
import { EpochMs, StaffId } from "../ids.ts";
import { TEXT_MAX_CHARS } from "../limits.ts";
import { cleanLine } from "../text/clean-text.ts";

const Line = z.string().overwrite(cleanLine).min(1).max(TEXT_MAX_CHARS);

/** Who signs a day: the lobby manager first, then the head of the branch. Once the head has signed, the day is closed to corrections too. */
export const SignedAs = z.enum(["manager", "head"]);
export type SignedAs = z.infer<typeof SignedAs>;

/** What somebody does with a closed day's report. */
export const DaySigningBody = z.discriminatedUnion("act", [
	/** `explanation`: why records of identified customers of the day are still unsigned; required as long as one is. */
	z.strictObject({ act: z.literal("sign"), explanation: Line.optional() }),
	/** The report says a figure wrongly: which one, what is right, and why. Until the head has signed; signatures given before no longer count. */
	z.strictObject({ act: z.literal("correct"), figure: Line, correction: Line, reason: Line }),
]);
export type DaySigningBody = z.infer<typeof DaySigningBody>;

/** One thing that was done, as it is kept; `hash` is the hash of the day's last commit that the report was made from. */
export const DaySigningStep = z.discriminatedUnion("act", [
	z.object({
		act: z.literal("sign"),
		as: SignedAs,
		by: StaffId,
		at: EpochMs,
		hash: z.string(),
		/** Records of identified customers of the day that were not signed then. */
		unsigned: z.number().int(),
		explanation: z.string().optional(),
	}),
	z.object({
		act: z.literal("correct"),
		by: StaffId,
		at: EpochMs,
		hash: z.string(),
		figure: z.string(),
		correction: z.string(),
		reason: z.string(),
	}),
]);
export type DaySigningStep = z.infer<typeof DaySigningStep>;

/** How far the signing of a day has come. */
export const DaySigning = z.object({
	/** How many things were done; sent back as `If-Match`. */
	version: z.number().int(),
	/** Whose signature is next; null: all have signed. */
	next: SignedAs.nullable(),
	steps: z.array(DaySigningStep),
	/** Records of identified customers of the day that are not signed now. */
	unsigned: z.number().int(),
});
export type DaySigning = z.infer<typeof DaySigning>;
