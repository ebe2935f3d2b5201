import * as z from "zod";
import { patternWidth } from "./pattern-width.ts";

/**
 * Bytes of one character written as `\\ud842\\udfb7`, which many programs do with all that is not ASCII: a schema counts
 * characters as people do, and a rare one (𠮷) is written as two.
 */
const ESCAPED_BYTES = 12;
/** What escaping makes of a byte of UTF-8 at most: `界` has three and `é` two, and either becomes six. */
const ESCAPED_PER_BYTE = 3;
/** The longest number that JSON writes: `-1.7976931348623157e+308`. */
const NUMBER_BYTES = 24;
/** The part of JSON Schema that bodies are made of. `x-max-bytes` is what a value may take as JSON in UTF-8. */
type Schema = {
	readonly $ref?: string;
	readonly $defs?: Readonly<Record<string, Schema>>;
	readonly const?: unknown;
	readonly enum?: readonly unknown[];
	readonly anyOf?: readonly Schema[];
	readonly oneOf?: readonly Schema[];
	readonly allOf?: readonly Schema[];
	readonly type?: string;
	readonly maxLength?: number;
	readonly pattern?: string;
	readonly items?: Schema;
	readonly maxItems?: number;
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly propertyNames?: Schema;
	readonly additionalProperties?: Schema | boolean;
	readonly "x-max-bytes"?: number;
};

/** The largest value of a schema as JSON, bytes. Throws, with the place, where nothing bounds it. */
export function largestBytes(type: z.ZodType): number {
	const whole = z.toJSONSchema(type, { io: "input", unrepresentable: "any" }) as Schema;
	return sizeOf(whole, whole.$defs ?? {}, "body");
}

function sizeOf(schema: Schema, defs: Readonly<Record<string, Schema>>, path: string): number {
	const bound = schema["x-max-bytes"];
	if (bound !== undefined) return bound * ESCAPED_PER_BYTE;
	if (schema.$ref !== undefined) return sizeOf(defs[schema.$ref.split("/").at(-1) ?? ""] ?? {}, defs, path);
	if (schema.const !== undefined) return written(schema.const);
	if (schema.enum !== undefined) return Math.max(...schema.enum.map(written));
	const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
	if (choices !== undefined) return Math.max(...choices.map((each, index) => sizeOf(each, defs, `${path}|${index}`)));
	switch (schema.type) {
		case "string":
			return 2 + bounded(textBytes(schema), path);
		case "number":
		case "integer":
			return NUMBER_BYTES;
		case "boolean":
		case "null":
			return written(false);
		case "array":
			return 2 + bounded(schema.maxItems, path) * (1 + sizeOf(schema.items ?? {}, defs, `${path}[]`));
		case "object":
			return 2 + fieldBytes(schema, defs, path);
		default:
			throw new Error(`${path} may be anything`);
	}
}

function fieldBytes(
	{ properties = {}, propertyNames, additionalProperties }: Schema,
	defs: Readonly<Record<string, Schema>>,
	path: string,
): number {
	const names = propertyNames?.$ref === undefined ? propertyNames : defs[propertyNames.$ref.split("/").at(-1) ?? ""];
	const isOpen = typeof additionalProperties === "object" && names !== undefined;
	if (isOpen && names.enum === undefined) throw new Error(`${path} may have any number of fields`);
	const more = isOpen ? (names.enum ?? []).map((name) => [String(name), additionalProperties] as const) : [];
	return [...Object.entries(properties), ...more].reduce(
		(sum, [name, field]) => sum + written(name) + 2 + sizeOf(field, defs, `${path}.${name}`),
		0,
	);
}

/** A pattern of ids is ASCII; any other text may be escaped throughout. One for a part of the text says nothing of its length. */
function textBytes({ maxLength, pattern }: Schema): number | undefined {
	if (pattern === undefined || !/^\^.*\$$/su.test(pattern)) {
		return maxLength === undefined ? undefined : maxLength * ESCAPED_BYTES;
	}
	const width = Math.min(patternWidth(pattern), maxLength ?? Number.POSITIVE_INFINITY);
	return /\[\^|\\[pPWSD]|[^ -~]/.test(pattern) ? width * ESCAPED_BYTES : width;
}

function bounded(most: number | undefined, path: string): number {
	if (most === undefined || !Number.isFinite(most)) throw new Error(`${path} has no bound`);
	return most;
}

function written(value: unknown): number {
	return JSON.stringify(value).length;
}
