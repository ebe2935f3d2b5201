import * as z from "zod";
import { Bilingual } from "../ids.ts";
import { IMPORT_MAX_CHARS } from "../limits.ts";

/**
 * A file of people as separated text: commas, semicolons or tabs, which the first line shows. That names the columns, in
 * Chinese or English; several lines of one staff number are several roles of one person. `dryRun` says what would happen and does nothing.
 */
export const ImportBody = z.strictObject({ csv: z.string().min(1).max(IMPORT_MAX_CHARS), dryRun: z.boolean() });
export type ImportBody = z.infer<typeof ImportBody>;

export const ImportOutcome = z.enum(["join", "change", "leave", "same", "error"]);
export type ImportOutcome = z.infer<typeof ImportOutcome>;

export const ImportLine = z.object({
	/** As an editor counts them: the line that names the columns is 1. */
	line: z.number().int(),
	staffId: z.string(),
	outcome: ImportOutcome,
	/** Why it is an error; null otherwise. */
	reason: Bilingual.nullable(),
});
export type ImportLine = z.infer<typeof ImportLine>;

export const ImportResult = z.object({
	/** False after a dry run, and when any line is an error: then nothing at all was done. */
	applied: z.boolean(),
	/** People, not lines. */
	counts: z.object({
		join: z.number().int(),
		change: z.number().int(),
		leave: z.number().int(),
		same: z.number().int(),
		/** Lines. */
		error: z.number().int(),
	}),
	lines: z.array(ImportLine),
});
export type ImportResult = z.infer<typeof ImportResult>;
