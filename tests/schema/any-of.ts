import fc from "fast-check";
import * as z from "zod";
import { cleanLine, cleanName } from "../../schema/text/clean-text.ts";
import { CONFIGURATION } from "../domain/a-day.ts";

/** As much of JSON Schema as zod writes for the wire schemas. */
type JsonType = "object" | "array" | "string" | "number" | "integer" | "boolean" | "null";
type JsonSchema = {
	readonly type?: JsonType | readonly JsonType[];
	readonly const?: unknown;
	readonly enum?: readonly unknown[];
	readonly anyOf?: readonly JsonSchema[];
	readonly oneOf?: readonly JsonSchema[];
	readonly $ref?: string;
	readonly $defs?: Record<string, JsonSchema>;
	readonly properties?: Record<string, JsonSchema>;
	readonly required?: readonly string[];
	readonly additionalProperties?: boolean | JsonSchema;
	readonly items?: JsonSchema;
	readonly minItems?: number;
	readonly maxItems?: number;
	readonly pattern?: string;
	readonly format?: string;
	readonly minLength?: number;
	readonly maxLength?: number;
	readonly minimum?: number;
	readonly maximum?: number;
};

const ITEMS_MAX = 4;
const CHARS_MAX = 30;
const DAYS = fc.integer({ min: 0, max: 40_000 }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));

/**
 * Any value that a schema lets in, made from its JSON Schema. Whole configurations are the default one, because what
 * their parts say of each other cannot be said in JSON Schema.
 */
export function anyOf<Value>(schema: z.ZodType<Value>): fc.Arbitrary<Value> {
	const root = z.toJSONSchema(schema, { io: "output", unrepresentable: "any" }) as JsonSchema;
	return arbitraryOf(root, root) as fc.Arbitrary<Value>;
}

function arbitraryOf(schema: JsonSchema, root: JsonSchema): fc.Arbitrary<unknown> {
	if (schema.$ref !== undefined) return arbitraryOf(referred(schema.$ref, root), root);
	if (schema.const !== undefined) return fc.constant(schema.const);
	if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
	const choices = schema.anyOf ?? schema.oneOf;
	if (choices !== undefined) return fc.oneof(...choices.map((each) => arbitraryOf(each, root)));
	if (typeof schema.type === "object")
		return fc.oneof(...schema.type.map((type) => arbitraryOf({ ...schema, type }, root)));
	switch (schema.type) {
		case "object":
			return objectOf(schema, root);
		case "array":
			return fc.array(arbitraryOf(schema.items ?? {}, root), {
				minLength: schema.minItems ?? 0,
				maxLength: Math.max(schema.minItems ?? 0, Math.min(schema.maxItems ?? ITEMS_MAX, ITEMS_MAX)),
			});
		case "string":
			return textOf(schema);
		case "integer":
			return fc.maxSafeInteger().map((each) => clamped(each, schema));
		case "number":
			return fc.double({ noNaN: true, noDefaultInfinity: true }).map((each) => clamped(each, schema));
		case "boolean":
			return fc.boolean();
		case "null":
			return fc.constant(null);
		default:
			// As it comes out of a text, which knows no -0.
			return fc.jsonValue({ maxDepth: 1 }).map((value) => JSON.parse(JSON.stringify(value)));
	}
}

function referred(path: string, root: JsonSchema): JsonSchema {
	const found = path === "#" ? root : root.$defs?.[path.replace("#/$defs/", "")];
	if (found === undefined) throw new Error(`nothing is defined at ${path}`);
	return found;
}

function objectOf(schema: JsonSchema, root: JsonSchema): fc.Arbitrary<unknown> {
	const properties = schema.properties ?? {};
	if ("calendar" in properties && "dispatch" in properties) return fc.constant(CONFIGURATION);
	const fields = Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, arbitraryOf(each, root)]));
	const requiredKeys = Object.keys(properties).filter((name) => schema.required?.includes(name));
	const record = fc.record(fields, { requiredKeys });
	const more = schema.additionalProperties;
	if (typeof more !== "object" || Object.keys(properties).length > 0) return record;
	return fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), arbitraryOf(more, root), { maxKeys: ITEMS_MAX });
}

function textOf(schema: JsonSchema): fc.Arbitrary<string> {
	if (schema.format === "date") return DAYS;
	if (schema.pattern !== undefined) return matching(new RegExp(schema.pattern, "u"));
	const lengths = { minLength: schema.minLength ?? 0, maxLength: Math.min(schema.maxLength ?? CHARS_MAX, CHARS_MAX) };
	return fc
		.string({ ...lengths, unit: "grapheme" })
		.map((text) => filled(cleanLine(text), Math.max(lengths.minLength, 1)));
}

/** Texts are cleaned where they come in: a text of blanks alone would be too short. A schema counts code points. */
function filled(text: string, minLength: number): string {
	return text + "x".repeat(Math.max(0, minLength - [...text].length));
}

function clamped(
	value: number,
	{ minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER }: JsonSchema,
): number {
	// JSON has no negative zero.
	return Math.min(Math.max(value, minimum), maximum) + 0;
}

/** The generator knows no classes of letters: where a pattern has them, some words are tried for whether they fit. */
function matching(pattern: RegExp): fc.Arbitrary<string> {
	if (!pattern.source.includes("\\p{")) return fc.stringMatching(pattern);
	const letters = fc.constantFrom(..."李明欧阳·司马 ZhangWéi’-.()（）Ω7");
	return fc
		.string({ unit: letters, minLength: 1, maxLength: 12 })
		.map(cleanName)
		.filter((text) => pattern.test(text));
}
