import type { FieldRule } from "../../rules/case/definition.ts";
import { type CaseKind, definitionOf } from "../../rules/case/kinds.ts";
import type { StoredCase } from "../../schema/customer/case.ts";
import { placeOfField } from "../domain/case/case-place.ts";
import { maskContact, maskName, maskNumber } from "../domain/customer/mask.ts";
import { blindIndex } from "./blind-index.ts";
import { type NamedKey, openText, sealText } from "./envelope.ts";
import type { Vault } from "./vault.ts";

type Of = { readonly kind: CaseKind; readonly branchId: string; readonly caseId: string };
/** A field in clear: a text, or what its kind has in it as JSON; null takes it away. */
export type ClearFields = Readonly<Record<string, string | object | null | undefined>>;
type Known = { readonly kind: string; readonly value: string };

/** Seals every field that is there; null stays null, and what is not named is not named again. */
export async function sealFields(key: NamedKey, of: Of, fields: ClearFields): Promise<Record<string, string | null>> {
	const sealed = Object.entries(fields).map(async ([field, value]) => {
		if (value === undefined) return [];
		if (value === null) return [[field, null] as const];
		const text = typeof value === "string" ? value : JSON.stringify(value);
		return [[field, await sealText(key, placeOfField(of, field), text)] as const];
	});
	return Object.fromEntries((await Promise.all(sealed)).flat());
}

/** The texts of the fields asked for, null where there is nothing. Throws `EnvelopeError` for what was tampered with. */
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

/** The keyed hashes of the fields that are named; null where one is taken away, or is of a kind that is not looked for. */
export async function indexesOf(
	vault: Vault,
	kind: CaseKind,
	fields: ClearFields,
): Promise<Record<string, string | null>> {
	const hashed = Object.entries(definitionOf(kind).fields ?? {}).map(async ([field, { foundBy }]) => {
		const value = fields[field];
		if (foundBy === undefined || value === undefined) return [];
		return [[field, await hashOf(vault, foundBy, value as Known | null)] as const];
	});
	return Object.fromEntries((await Promise.all(hashed)).flat());
}

async function hashOf(vault: Vault, foundBy: NonNullable<FieldRule["foundBy"]>, value: Known | null) {
	const kind = foundBy.find((each) => each === value?.kind);
	return value === null || kind === undefined ? null : blindIndex(vault, kind, value.value);
}

/** The fields that a kind shows masked. */
export function maskedNames(kind: CaseKind): string[] {
	return Object.entries(definitionOf(kind).fields ?? {}).flatMap(([field, { mask }]) => (mask ? [field] : []));
}

/** A field's text as whoever may read the case sees it; what names a kind keeps that. */
export function maskedField(mask: NonNullable<FieldRule["mask"]>, text: string): string | Known {
	if (mask === "name") return maskName(text);
	const { kind, value }: Known = JSON.parse(text);
	switch (mask) {
		case "number":
			return { kind, value: maskNumber(kind as Parameters<typeof maskNumber>[0], value) };
		case "contact":
			return { kind, value: maskContact(kind as Parameters<typeof maskContact>[0], value) };
		default:
			return mask satisfies never;
	}
}

/** Whom a case names, masked, by field. */
export async function maskedPersons(key: NamedKey, stored: StoredCase): Promise<Record<string, string>> {
	const rules = definitionOf(stored.kind).fields ?? {};
	const naming = Object.keys(stored.fields).filter((field) => rules[field]?.mask === "name");
	const texts = await openFields(key, stored, naming);
	return Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, maskName(text ?? "")]));
}

/** All fields of a case as whoever may read it sees them; null: there is one, and nothing of it is shown. */
export async function maskedFields(key: NamedKey, stored: StoredCase): Promise<Record<string, string | Known | null>> {
	const rules = definitionOf(stored.kind).fields ?? {};
	const texts = await openFields(key, stored, maskedNames(stored.kind));
	const shown = Object.keys(stored.fields).map((field) => {
		const mask = rules[field]?.mask;
		const text = texts[field];
		return [field, mask && text ? maskedField(mask, text) : null] as const;
	});
	return Object.fromEntries(shown);
}
