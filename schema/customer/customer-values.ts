import * as z from "zod";
import { CONTACT_KINDS, NUMBER_KINDS } from "../../rules/case/definition.ts";
import { PERSON_NAME_MAX_CHARS, WRITTEN_NUMBER_MAX_CHARS } from "../limits.ts";
import { cleanLine, cleanName } from "../text/clean-text.ts";
import { CONTENT } from "../text/public-text.ts";
import { WrittenNumber } from "./customer.ts";
import { DisclosureReason } from "./disclosure.ts";

const written = z.string().overwrite(cleanLine).min(1).max(WRITTEN_NUMBER_MAX_CHARS);

export const NumberKind = z.enum(NUMBER_KINDS);
export type NumberKind = z.infer<typeof NumberKind>;
export const CustomerNumber = z.strictObject({ kind: NumberKind, value: written });
export type CustomerNumber = z.infer<typeof CustomerNumber>;

export const ContactKind = z.enum(CONTACT_KINDS);
export type ContactKind = z.infer<typeof ContactKind>;
export const Contact = z.strictObject({ kind: ContactKind, value: written });
export type Contact = z.infer<typeof Contact>;

/** A person's or a company's name. */
export const CustomerName = z
	.string()
	.overwrite(cleanName)
	.min(1)
	.regex(CONTENT, "a name needs a letter")
	.refine((name) => [...name].length <= PERSON_NAME_MAX_CHARS, `at most ${PERSON_NAME_MAX_CHARS} characters`)
	.meta({ maxLength: PERSON_NAME_MAX_CHARS });

/** By what a person's cases are found. Never by name: too few letters to hide it in an index. */
export const SearchedBy = z.enum([...NUMBER_KINDS, "phone", "reference"]);
export type SearchedBy = z.infer<typeof SearchedBy>;
export const PersonQuery = z.strictObject({ by: SearchedBy, value: WrittenNumber, reason: DisclosureReason });
export type PersonQuery = z.infer<typeof PersonQuery>;
