import { type FieldRule, NUMBER_KINDS } from "../../rules/case/definition.ts";
import { saysWho } from "../../rules/case/fields.ts";
import { CASE_KIND_NAMES, type CaseKind, definitionOf } from "../../rules/case/kinds.ts";
import type { CaseInFull, CaseShown, StoredCase } from "../../schema/customer/case.ts";
import { type FieldLists, FieldValue, type MaskedField } from "../../schema/customer/case-fields.ts";
import { ContactKind, NumberKind, type SearchedBy } from "../../schema/customer/customer-values.ts";
import { placeOfField } from "../domain/case/case-place.ts";
import { maskContact, maskName, maskNumber } from "../domain/customer/mask.ts";
import { blindIndex, type IndexedKind } from "./blind-index.ts";
import { type NamedKey, openText, sealText } from "./envelope.ts";
import type { Vault } from "./vault.ts";

type Of = { readonly kind: CaseKind; readonly branchId: string; readonly caseId: string };
/** Fields in clear. Null removes a field; one that is not named stays as it is. */
type ClearFields = Readonly<Record<string, FieldValue | null | undefined>>;
type Known = { readonly kind: string; readonly value: string };

/** Seals each field that is named; null stays null. */
export async function sealFields(key: NamedKey, of: Of, fields: ClearFields): Promise<Record<string, string | null>> {
	const sealed = Object.entries(fields).map(async ([field, value]) => {
		if (value === undefined) return [];
		if (value === null) return [[field, null] as const];
		const text = typeof value === "string" ? value : JSON.stringify(value);
		return [[field, await sealText(key, placeOfField(of, field), text)] as const];
	});
	return Object.fromEntries((await Promise.all(sealed)).flat());
}

/** The opened texts of the named fields; null where the case has no such field. Throws `EnvelopeError` when a sealed value was tampered with. */
export async function openFields(
	key: NamedKey,
	stored: Of & Pick<StoredCase, "fields">,
	names: readonly string[],
): Promise<Record<string, string | null>> {
	const opened = names.map(async (name) => {
		const sealed = stored.fields[name];
		return [name, sealed === undefined ? null : await openText(key, placeOfField(stored, name), sealed)] as const;
	});
	return Object.fromEntries(await Promise.all(opened));
}

/** By which kinds of keyed hash a field can be found, by what it `is`; a contact only when it is a phone number. */
const FOUND_BY: Readonly<Record<string, readonly IndexedKind[]>> = { number: NUMBER_KINDS, contact: ["phone"] };

/** The keyed hashes of the named fields; null where the field is removed, or its value is of a kind that is not searched. */
export async function indexesOf(
	vault: Vault,
	kind: CaseKind,
	fields: ClearFields,
): Promise<Record<string, string | null>> {
	const hashed = Object.entries(definitionOf(kind).fields ?? {}).map(async ([field, { is }]) => {
		const value = fields[field];
		const foundBy = FOUND_BY[is];
		if (foundBy === undefined || value === undefined) return [];
		return [[field, await hashOf(vault, foundBy, value as Known | null)] as const];
	});
	return Object.fromEntries((await Promise.all(hashed)).flat());
}

async function hashOf(vault: Vault, foundBy: readonly IndexedKind[], value: Known | null) {
	const kind = foundBy.find((each) => each === value?.kind);
	return value === null || kind === undefined ? null : blindIndex(vault, kind, value.value);
}

/** The names of all fields and ties, of any kind of case, in which a number that is searched `by` this may stand. */
export function namesFoundBy(by: SearchedBy): string[] {
	return CASE_KIND_NAMES.flatMap((kind) => {
		const { fields = {}, ties = {} } = definitionOf(kind);
		const found = Object.entries(fields).filter(([, { is }]) => FOUND_BY[is]?.some((each) => each === by));
		return [...found, ...(by === "reference" ? Object.entries(ties).filter(([, { is }]) => is === "reference") : [])];
	}).map(([name]) => name);
}

/** Lists without a single line become null: what they replace is removed. */
export function withoutEmpty(fields: ClearFields): ClearFields {
	const isEmpty = (value: FieldValue | null | undefined) => isLists(value) && Object.values(value).flat().length === 0;
	return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, isEmpty(value) ? null : value]));
}

/** The fields in whose lists a line holds a number that names a customer. */
export function numbersIn(kind: CaseKind, fields: ClearFields): string[] {
	return Object.entries(definitionOf(kind).fields ?? {}).flatMap(([field, rule]) => {
		const value = fields[field];
		if (rule.is !== "lists" || !isLists(value)) return [];
		const isFilled = Object.entries(rule.lists).some(([list, { columns }]) =>
			Object.keys(columns).some(
				(column) => columns[column]?.is === "number" && value[list]?.some((line) => line[column] !== undefined),
			),
		);
		return isFilled ? [field] : [];
	});
}

function isLists(value: FieldValue | null | undefined): value is FieldLists {
	return typeof value === "object" && value !== null && !("kind" in value && typeof value.kind === "string");
}

/** The named fields of a case in full; null where the case has no such field. */
export async function fieldsInFull(
	key: NamedKey,
	stored: StoredCase,
	names: readonly string[],
): Promise<CaseInFull["fields"]> {
	const rules = definitionOf(stored.kind).fields ?? {};
	const known = names.filter((name) => rules[name] !== undefined);
	const texts = await openFields(key, stored, known);
	return Object.fromEntries(known.map((name) => [name, inFullOf(rules[name]?.is, texts[name] ?? null)]));
}

function inFullOf(is: FieldRule["is"] | undefined, text: string | null): FieldValue | null {
	const isJson = is === "number" || is === "contact" || is === "lists";
	return text === null || !isJson ? text : FieldValue.parse(JSON.parse(text));
}

/** All fields of a case, masked for its readers; null: the field is there, and nothing of it is shown. */
export async function maskedFields(key: NamedKey, stored: StoredCase): Promise<CaseShown["fields"]> {
	const rules = definitionOf(stored.kind).fields ?? {};
	const masked = Object.keys(stored.fields).map(async (field) => {
		const text = (await openFields(key, stored, saysWho(rules[field]) ? [field] : []))[field];
		return [field, text == null ? null : maskedField(rules[field]?.is, text)] as const;
	});
	return Object.fromEntries(await Promise.all(masked));
}

function maskedField(is: FieldRule["is"] | undefined, text: string): MaskedField {
	if (is === "name") return maskName(text);
	const { kind, value }: Known = JSON.parse(text);
	const masked =
		is === "number" ? maskNumber(NumberKind.parse(kind), value) : maskContact(ContactKind.parse(kind), value);
	return { kind, value: masked };
}
