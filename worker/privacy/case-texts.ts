import { definitionOf } from "../../rules/case/kinds.ts";
import type { CaseBrought, StoredCase } from "../../schema/customer/case.ts";
import { textColumn } from "../domain/case/commit.ts";
import { type NamedKey, openText, type SealedPlace, sealText } from "./envelope.ts";

type At = { readonly branchId: string; readonly caseId: string };

/** Seals the texts that a step brings; `version` is that of the case after the step. */
export async function sealTexts(
	key: NamedKey,
	at: At,
	texts: CaseBrought["texts"],
	version: number,
): Promise<Record<string, string>> {
	const sealed = Object.entries(texts).map(async ([text, value = ""]) => {
		const column = textColumn(text, version);
		return [column, await sealText(key, placeOf(at, column), value)] as const;
	});
	return Object.fromEntries(await Promise.all(sealed));
}

/** Opens the texts of a case that are `wanted`. Throws `EnvelopeError` when one was tampered with. */
export async function openTexts(
	key: NamedKey,
	stored: StoredCase,
	wanted: (column: string) => boolean,
): Promise<Record<string, string>> {
	const sealed = Object.entries(stored.texts).filter(([column]) => wanted(column));
	const opened = sealed.map(
		async ([column, value]) => [column, await openText(key, placeOf(stored, column), value)] as const,
	);
	return Object.fromEntries(await Promise.all(opened));
}

/** Whether the text in this column is one that names a customer. */
export function isPersonal(kind: StoredCase["kind"], column: string): boolean {
	return definitionOf(kind).personal.includes(column.slice(0, column.lastIndexOf(".")));
}

function placeOf({ branchId, caseId }: At, column: string): SealedPlace {
	return { branchId, table: "cases", column, row: caseId };
}
