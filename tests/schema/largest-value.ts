import { z } from "zod";
import { SectionValue } from "../../schema/configuration/sections.ts";
import { BranchConfiguration } from "../../schema/hall/configuration.ts";
import { largestConfiguration } from "./largest-configuration.ts";
import { longestMatch } from "./longest-match.ts";

/** What a text is filled with, heaviest first: a character of four bytes, of three, and what ids are made of. */
const FILLS = ["𠮷", "界", "a", "A", "9"];
const LEAP_DAY = "2028-02-29";
/** Numbers of as many figures as JSON ever writes. */
const NUMBERS = [-Number.MAX_VALUE, 0.123_456_789_012_345_66];

/** As a program writes JSON that trusts nothing but ASCII. */
export function escaped(json: string): string {
	return json.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/**
 * The largest value of a schema: every field, the longest lists and texts that the schema itself takes, of several forms
 * the one that is longest when escaped. `nth` makes the members of a list differ.
 */
export function largestOf(schema: z.ZodType, nth = 0): unknown {
	if (schema === BranchConfiguration) return largestConfiguration();
	if (schema === SectionValue) return largestSection();
	if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
		return largestOf(schema.unwrap() as z.ZodType, nth);
	}
	if (schema instanceof z.ZodUnion)
		return heaviest(schema.options.map((option) => largestOf(option as z.ZodType, nth)));
	if (schema instanceof z.ZodObject) {
		const fields = Object.entries<z.ZodType>(schema.shape);
		return Object.fromEntries(fields.map(([name, field]) => [name, largestOf(field, nth)]));
	}
	if (schema instanceof z.ZodArray) {
		const { maxItems } = bounds(schema);
		return Array.from({ length: maxItems ?? Number.NaN }, (_, at) => largestOf(schema.element as z.ZodType, at));
	}
	const value = heaviest(simple(schema, nth).filter((each) => schema.safeParse(each).success));
	if (value === undefined) throw new Error(`no value for ${JSON.stringify(bounds(schema))}`);
	return value;
}

/** As many bytes as a section may take, of the characters that grow most when they are escaped. */
function largestSection(): object {
	const most = Number(SectionValue.meta()?.["x-max-bytes"]);
	const room = most - JSON.stringify({ text: "" }).length;
	return { text: "𠮷".repeat(Math.floor(room / Buffer.byteLength("𠮷"))) };
}

function heaviest(values: readonly unknown[]): unknown {
	const weight = (value: unknown) => escaped(JSON.stringify(value)).length;
	return values.reduce(
		(best, value) => (best !== undefined && weight(best) >= weight(value) ? best : value),
		undefined,
	);
}

function simple(schema: z.ZodType, nth: number): unknown[] {
	if (schema instanceof z.ZodLiteral) return [...schema.values];
	if (schema instanceof z.ZodEnum) return schema.options;
	if (schema instanceof z.ZodBoolean) return [false];
	if (schema instanceof z.ZodNumber) {
		const { minimum, maximum } = bounds(schema);
		return [...NUMBERS, minimum, maximum];
	}
	return texts(schema, nth);
}

function texts(schema: z.ZodType, nth: number): string[] {
	const { maxLength, pattern = "" } = bounds(schema);
	const readable = pattern !== "" && !/\\p\{|\(\?[=!<]/.test(pattern);
	const all = [...filled(schema, maxLength), ...(readable ? [longestMatch(pattern)] : []), LEAP_DAY];
	if (nth === 0) return all;
	const tail = String(nth).padStart(2, "0");
	const others = all.map((text) => [...text].slice(0, -tail.length).join("") + tail);
	return others.some((text) => schema.safeParse(text).success) ? others : all;
}

/** Of one character throughout. Throws where a schema takes more than it says, for then its limit is too low. */
function filled(schema: z.ZodType, maxLength: number | undefined): string[] {
	if (maxLength === undefined) return [];
	const takes = (text: string) => schema.safeParse(text).success;
	const fill = FILLS.find((each) => takes(each.repeat(maxLength)));
	if (fill === undefined) return [];
	if (takes(fill.repeat(maxLength + 1))) throw new Error(`a text may be longer than the ${maxLength} it says`);
	return [fill.repeat(maxLength)];
}

type Bounds = { maxLength?: number; pattern?: string; maxItems?: number; minimum?: number; maximum?: number };

function bounds(schema: z.ZodType): Bounds {
	return z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Bounds;
}
