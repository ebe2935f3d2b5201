import type { FieldRule, LinesRule } from "../../rules/case/definition.ts";
import type { FieldLists, FieldValue } from "../../schema/customer/case-fields.ts";
import { fenOf, yuanOf } from "./money.ts";

/** A number or contact as typed, with its kind. `value` is absent in a form that nobody has touched. */
export type KnownDraft = { readonly kind: string; readonly value?: string };
/** Lists of lines as typed, by the name of the list. */
export type ListsDraft = Readonly<Record<string, readonly Readonly<Record<string, string | undefined>>[]>>;
/** A field as typed. */
export type FieldDraft = string | KnownDraft | ListsDraft;

/** The value of what was typed. Null: nothing was typed; undefined: what was typed is not valid. */
export function valueOfDraft(rule: FieldRule, draft: FieldDraft | undefined): FieldValue | null | undefined {
	if (draft === undefined) return null;
	switch (rule.is) {
		case "number":
		case "contact": {
			const { kind, value = "" } = draft as KnownDraft;
			return value.trim() === "" ? null : { kind, value: value.trim() };
		}
		case "lists":
			return listsOf(rule.lists, draft as ListsDraft);
		case "name":
		case "line":
		case "text":
			return (draft as string).trim() || null;
		default:
			return rule satisfies never;
	}
}

function listsOf(rules: Readonly<Record<string, LinesRule>>, draft: ListsDraft): FieldLists | null | undefined {
	const lists: FieldLists = {};
	for (const [name, { columns }] of Object.entries(rules)) {
		const filled = (draft[name] ?? []).filter((line) => Object.values(line).some((text) => text?.trim()));
		const lines = filled.map((line) => {
			const values = Object.entries(columns).map(([column, { is }]) => {
				const text = line[column]?.trim() ?? "";
				return [column, text === "" ? undefined : is === "fen" ? fenOf(text) : text] as const;
			});
			const isWhole = values.every(([column, value]) =>
				value === undefined ? columns[column]?.isOptional === true : value !== null,
			);
			return isWhole ? Object.fromEntries(values.filter(([, value]) => value !== undefined)) : null;
		});
		if (lines.includes(null)) return undefined;
		lists[name] = lines as FieldLists[string];
	}
	return Object.values(lists).flat().length === 0 ? null : lists;
}

/** What a form of lists starts with: the lines on record (`known`), or one empty line per list. */
export function draftOfLists(rules: Readonly<Record<string, LinesRule>>, known: FieldValue | null): ListsDraft {
	const lists = (known ?? {}) as FieldLists;
	const drafts = Object.entries(rules).map(([name, { columns }]) => {
		const lines = (lists[name] ?? []).map((line) =>
			Object.fromEntries(Object.keys(columns).map((column) => [column, typed(line[column])])),
		);
		return [name, lines.length === 0 ? [emptyLine(columns)] : lines] as const;
	});
	return Object.fromEntries(drafts);
}

/** A line in which nothing is typed. */
export function emptyLine(columns: LinesRule["columns"]): Record<string, string> {
	return Object.fromEntries(Object.keys(columns).map((column) => [column, ""]));
}

function typed(value: string | number | undefined): string {
	return typeof value === "number" ? yuanOf(value) : (value ?? "");
}
