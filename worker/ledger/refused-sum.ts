import * as z from "zod";
import { LedgerDraft, SUBJECT_MAX_CHARS } from "../../schema/ledger/ledger.ts";

/** Refused sign-ins are summed for so long before they become one entry. */
export const SUM_FOR_MS = 60_000;
/** Staff numbers that one entry names; the tries of others are in its total. */
const NAMED_MAX = 40;

/** Refused sign-ins of one minute. What somebody typed who is nobody's is not in it. */
export const RefusedSum = z.object({
	/** The first of them, under whose id all are written down. */
	first: LedgerDraft,
	tries: z.number().int(),
	unknown: z.number().int(),
	byNumber: z.record(z.string(), z.number().int()),
});
export type RefusedSum = z.infer<typeof RefusedSum>;

export function summed(sum: RefusedSum | null, draft: LedgerDraft): RefusedSum {
	const { first, tries, unknown, byNumber } = sum ?? { first: draft, tries: 0, unknown: 0, byNumber: {} };
	const { staffId } = draft.subject;
	const so = { first, tries: tries + 1, unknown: unknown + (staffId === undefined ? 1 : 0) };
	if (staffId === undefined || (!(staffId in byNumber) && Object.keys(byNumber).length >= NAMED_MAX)) {
		return { ...so, byNumber };
	}
	return { ...so, byNumber: { ...byNumber, [staffId]: (byNumber[staffId] ?? 0) + 1 } };
}

/** When a sum is to be written down; one that a clock began which was ahead is due now. */
export function sumDueAt({ first }: RefusedSum, now: number): number {
	return first.at > now ? now : first.at + SUM_FOR_MS;
}

/** The one entry: how many tries, how many of them for numbers that are nobody's, and the numbers of this bank. */
export function sumEntry({ first, tries, unknown, byNumber }: RefusedSum): LedgerDraft {
	const { device: _differs, ...draft } = first;
	const numbers = Object.entries(byNumber).map(([staffId, count]) => `${staffId}:${count}`);
	const { staffId: _named, ...subject } = first.subject;
	return {
		...draft,
		subject: {
			...subject,
			tries: String(tries),
			unknownNumbers: String(unknown),
			...(numbers.length === 0 ? {} : { staffIds: numbers.join(" ").slice(0, SUBJECT_MAX_CHARS) }),
		},
	};
}
