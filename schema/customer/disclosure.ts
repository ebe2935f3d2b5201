import * as z from "zod";
import { TEXT_MAX_CHARS } from "../limits.ts";
import { cleanLine } from "../text/clean-text.ts";

/** Why somebody needs to see or erase personal data; goes into the ledger, so it must not hold any itself. */
export const DisclosureReason = z.string().overwrite(cleanLine).min(2).max(TEXT_MAX_CHARS);

export const EraseBody = z.strictObject({ reason: DisclosureReason });
export type EraseBody = z.infer<typeof EraseBody>;
