import * as z from "zod";
import { EpochMs } from "../ids.ts";
import { WRITTEN_NUMBER_MAX_CHARS } from "../limits.ts";
import { cleanLine } from "../text/clean-text.ts";
import { plainReference } from "../text/written-number.ts";

/**
 * The bank's own number of a customer. It begins with a letter, so that a phone, card or ID number can never pass for
 * one; by itself it names nobody.
 */
export const CustomerReference = z
	.string()
	.overwrite(plainReference)
	.regex(/^[A-Z][A-Z0-9-]{3,23}$/)
	.meta({ description: "the bank's own customer number, with a leading letter", example: "C-20481234" });
export type CustomerReference = z.infer<typeof CustomerReference>;

/** What a customer is worth to the bank. Never shown where a customer can see it. */
export const Segment = z.enum([
	"private",
	"high",
	"mid",
	"potential",
	"ordinary",
	"corporate-major",
	"corporate-small",
	"unknown",
]);
export type Segment = z.infer<typeof Segment>;

/** By what a customer is recognised: a card put into the kiosk, a document, a phone number typed in. */
export const RecognisedBy = z.enum(["card", "id-number", "phone"]);
export type RecognisedBy = z.infer<typeof RecognisedBy>;

/** A whole number as somebody wrote it, with all that stands between its digits. */
export const WrittenNumber = z.string().overwrite(cleanLine).min(4).max(WRITTEN_NUMBER_MAX_CHARS);

export const RecogniseBody = z.strictObject({ by: RecognisedBy, value: WrittenNumber });
export type RecogniseBody = z.infer<typeof RecogniseBody>;

/**
 * Who was recognised, sealed for the branch alone: whoever carries it learns nothing, not even from its length. Good
 * at one branch, for ten minutes.
 */
export const Recognition = z.string().regex(/^[A-Za-z0-9_-]{168}$/);
export type Recognition = z.infer<typeof Recognition>;

export const RecognitionAnswer = z.object({
	recognition: Recognition,
	/** Wall-clock time. */
	expiresAt: EpochMs,
	/** Only for staff: a device is not told whether the bank knows this customer. */
	customer: z
		.object({
			/** `unavailable`: the bank's directory did not answer; the customer gets an ordinary ticket. */
			status: z.enum(["known", "unknown", "unavailable"]),
			reference: CustomerReference.nullable(),
			/** Masked. */
			name: z.string().nullable(),
			segment: Segment.nullable(),
		})
		.optional(),
});
export type RecognitionAnswer = z.infer<typeof RecognitionAnswer>;
