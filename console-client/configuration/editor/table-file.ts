import type { RJSFSchema } from "@rjsf/utils";
import { csvFormatRows, csvParseRows } from "d3-dsv";
import { harmlessCell, UTF_8_MARK } from "../../../rules/harmless-cell.ts";
import type { Bilingual } from "../../../schema/ids.ts";

/** What a file says, or why it cannot be read and what to do. */
export type Read<Value> = { readonly value: Value } | { readonly fault: Bilingual };

const NUMBER = /^-?\d+(\.\d+)?$/;
/** Marks an apostrophe that stands before a cell only so that no spreadsheet takes it for a formula. */
const KEPT_HARMLESS = /^'(?=.)/;

/** Things as a table: a column for each part, `name.zh`; what is a list of words stands in one cell, things in it each in columns. */
export function csvOf(things: readonly object[]): string {
	const rows = things.map((thing) => new Map(cellsOf(thing, "")));
	const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
	const cells = rows.map((row) => columns.map((column) => harmlessCell(row.get(column) ?? "")));
	return UTF_8_MARK + csvFormatRows([columns, ...cells]);
}

function cellsOf(part: unknown, path: string): [string, string][] {
	if (part === null || part === undefined) return [];
	if (typeof part !== "object") return [[path, String(part)]];
	if (Array.isArray(part) && part.every((each) => typeof each !== "object")) return [[path, part.join(" ")]];
	return Object.entries(part).flatMap(([name, each]) => cellsOf(each, path === "" ? name : `${path}.${name}`));
}

/** The things of such a table, by the schema of one. A cell that a spreadsheet would take for a formula is refused. */
export function thingsOf(csv: string, schema: RJSFSchema): Read<object[]> {
	const [columns, ...rows] = csvParseRows(csv.replace(/^\uFEFF/, "")).filter((row) => row.some((cell) => cell !== ""));
	if (columns === undefined || columns.length < 2) {
		return {
			fault: { zh: "读不出表格：请另存为用逗号分隔的 CSV", en: "This is no table: save it as CSV with commas between" },
		};
	}
	for (const [at, row] of rows.entries()) {
		const formula = row.find((cell) => harmlessCell(cell) !== cell && !NUMBER.test(cell));
		if (formula !== undefined) {
			return {
				fault: {
					zh: `第 ${at + 2} 行有以公式符号开头的内容“${formula}”：请改为普通文字`,
					en: `Line ${at + 2} has a cell that begins like a formula, “${formula}”: make it plain text`,
				},
			};
		}
	}
	return { value: rows.map((row) => shaped(schema, nested(columns, row)) as object) };
}

type Nested = { [name: string]: Nested | string };

function nested(columns: readonly string[], row: readonly string[]): Nested {
	const whole: Nested = Object.create(null);
	for (const [at, column] of columns.entries()) {
		const cell = row[at] ?? "";
		if (cell === "") continue;
		const path = column.trim().split(".");
		const last = path.pop() ?? "";
		let place = whole;
		for (const name of path) {
			const inner = Object.hasOwn(place, name) ? place[name] : undefined;
			const next: Nested = typeof inner === "object" ? inner : Object.create(null);
			place[name] = next;
			place = next;
		}
		const text = cell.replace(KEPT_HARMLESS, "");
		place[last] = harmlessCell(text) === text ? cell : text;
	}
	return whole;
}

/** Texts as the schema's kinds of values; what it does not know stays, for it to refuse. */
function shaped(schema: RJSFSchema, raw: Nested | string | undefined): unknown {
	const choices = schema.anyOf?.filter((each): each is RJSFSchema => typeof each === "object") ?? [];
	const part = choices.find(({ type }) => type !== "null") ?? schema;
	if (raw === undefined) return choices.length > 0 ? null : undefined;
	if (typeof raw === "string") return cellValue(part, raw);
	if (part.type === "array")
		return Object.keys(raw).map((at) => shaped((part.items as RJSFSchema | undefined) ?? {}, raw[at]));
	const known = (part.properties ?? {}) as Record<string, RJSFSchema>;
	const names = [...new Set([...Object.keys(known), ...Object.keys(raw)])];
	const parts = names.map((name) => [name, shaped(known[name] ?? {}, raw[name])] as const);
	return Object.fromEntries(parts.filter(([, value]) => value !== undefined));
}

function cellValue({ type, items }: RJSFSchema, text: string): unknown {
	if (type === "number" || type === "integer") return NUMBER.test(text) ? Number(text) : text;
	if (type === "boolean") return /^(true|false)$/i.test(text) ? /^t/i.test(text) : text;
	if (type === "array")
		return text.split(/\s+/).map((each) => cellValue((items as RJSFSchema | undefined) ?? {}, each));
	return text;
}
