import * as z from "zod";
import type { AskRule, ColumnRule, FieldRule, LinesRule, TieRule } from "../../rules/case/definition.ts";
import { CASE_KIND_NAMES, type CaseKind, definitionOf } from "../../rules/case/kinds.ts";
import { Slug, StaffId, TicketId } from "../ids.ts";
import { WRITTEN_NUMBER_MAX_CHARS } from "../limits.ts";
import { cleanLine, cleanLines } from "../text/clean-text.ts";
import { CustomerReference } from "./customer.ts";
import { Contact, CustomerName, CustomerNumber } from "./customer-values.ts";

const FEN_MAX = 1e14;

/** The name of a field, a fact or a tie of a kind. */
export const CaseFieldName = z.string().regex(/^[a-z][A-Za-z]{0,31}$/);

/** A field as whoever may read its case sees it: a text, or a number or contact with its kind. */
export const MaskedField = z.union([z.string(), z.object({ kind: z.string(), value: z.string() })]);
export type MaskedField = z.infer<typeof MaskedField>;

/** Lists of lines, by name. */
export const FieldLists = z.record(
	z.string(),
	z.array(z.record(z.string(), z.union([z.string(), z.number()]).optional())),
);
export type FieldLists = z.infer<typeof FieldLists>;
/** A field in full. */
export const FieldValue = z.union([MaskedField, FieldLists]);
export type FieldValue = z.infer<typeof FieldValue>;

const line = (maxChars: number) => z.string().overwrite(cleanLine).min(1).max(maxChars);

function columnOf({ is, maxChars = WRITTEN_NUMBER_MAX_CHARS, isOptional }: ColumnRule) {
	const schema = is === "fen" ? z.number().int().min(0).max(FEN_MAX) : line(maxChars);
	return isOptional ? schema.optional() : schema;
}

function linesOf({ max, columns }: LinesRule) {
	return z.array(z.strictObject(mapped(columns, columnOf))).max(max);
}

/** What a field of this kind of value holds; as JSON where it is more than a text. */
export function valueOfField(rule: FieldRule): z.ZodType<FieldValue> {
	switch (rule.is) {
		case "name":
			return CustomerName;
		case "number":
			return CustomerNumber;
		case "contact":
			return Contact;
		case "line":
			return line(rule.maxChars);
		case "text":
			return z.string().overwrite(cleanLines).min(1).max(rule.maxChars);
		case "lists":
			return z.strictObject(mapped(rule.lists, linesOf)) as unknown as z.ZodType<FieldValue>;
		default:
			return rule satisfies never;
	}
}

const tieOf = ({ is }: TieRule) => (is === "ticket" ? TicketId : CustomerReference);
const ofAllKinds = <Rule, Schema extends z.ZodType>(
	rulesOf: (kind: CaseKind) => Readonly<Record<string, Rule>> | undefined,
	schemaOf: (rule: Rule) => Schema,
) =>
	z.strictObject(
		Object.assign(
			{},
			...CASE_KIND_NAMES.map((kind) => mapped(rulesOf(kind) ?? {}, (rule) => schemaOf(rule).nullable().optional())),
		) as Record<string, z.ZodOptional<z.ZodNullable<Schema>>>,
	);

/** Null takes a colleague away. */
function askOf(rule: AskRule): z.ZodType<string | number | null> {
	if ("oneOf" in rule) return z.enum(rule.oneOf as [string, ...string[]]);
	if (rule.is === "colleague") return StaffId.nullable();
	return rule.is === "flag" ? z.literal([0, 1]) : Slug;
}

/** The fields, ties and asked facts that the kinds have, by name: two kinds that have one of a name have the same. */
export const CaseFields = ofAllKinds((kind) => definitionOf(kind).fields, valueOfField);
export const CaseTies = ofAllKinds((kind) => definitionOf(kind).ties, tieOf);
export const CaseAsked = z.strictObject(
	Object.assign(
		{},
		...CASE_KIND_NAMES.map((kind) => mapped(definitionOf(kind).asks ?? {}, (rule) => askOf(rule).optional())),
	) as Record<string, z.ZodOptional<z.ZodType<string | number | null>>>,
);

function mapped<From, To>(values: Readonly<Record<string, From>>, change: (value: From) => To): Record<string, To> {
	return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));
}
