import { CASE_KIND_NAMES, type CaseKind, definitionOf } from "../../../rules/case/kinds.ts";
import type { RetentionClass, WrappedKey } from "../../../schema/customer/sealed.ts";

type Of = { readonly kind: CaseKind; readonly branchId: string; readonly caseId: string };

/** As what a case's own data key is kept. */
export function retentionOf(kind: CaseKind): RetentionClass {
	return definitionOf(kind).sealedAs?.retention ?? "case";
}

/** By what id a case is known to what was sealed for it: the kind's own where it is older than cases. */
export function rowOf({ kind, caseId }: Pick<Of, "kind" | "caseId">): string {
	const { sealedAs } = definitionOf(kind);
	return sealedAs === undefined ? caseId : sealedAs.rowPrefix + caseId.slice(caseId.lastIndexOf("_") + 1);
}

/** The id of the case that a kind's own id names. */
export function caseIdOfRow({ kind, branchId }: Pick<Of, "kind" | "branchId">, row: string): string {
	const { sealedAs } = definitionOf(kind);
	return sealedAs === undefined ? row : `${branchId}_${row.slice(sealedAs.rowPrefix.length)}`;
}

/** Where a field stands sealed. */
export function placeOfField(of: Of, field: string): Readonly<Record<"branchId" | "table" | "column" | "row", string>> {
	const { branchId, kind } = of;
	return { branchId, table: definitionOf(kind).sealedAs?.table ?? "cases", column: field, row: rowOf(of) };
}

/** The case that a data key belongs to; null: it is no case's. */
export function caseOfKey({ keyId, branchId, retention }: Pick<WrappedKey, "keyId" | "branchId" | "retention">) {
	const kind = CASE_KIND_NAMES.find((each) => retentionOf(each) === retention);
	return kind === undefined ? null : caseIdOfRow({ kind, branchId }, keyId.slice(keyId.lastIndexOf(":") + 1));
}
