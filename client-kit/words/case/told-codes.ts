import type { CaseKind } from "../../../rules/case/kinds.ts";
import type { Bilingual } from "../../../schema/ids.ts";

type Codes = Readonly<Record<string, Bilingual>>;

/** Codes that were published, in place of those that ship: by kind and fact. */
const told = new Map<string, Codes>();

/** What a fact's codes are from now on, in their order. */
export function tellCodes(
	kind: CaseKind,
	fact: string,
	codes: readonly { readonly id: string; readonly name: Bilingual }[],
): void {
	told.set(`${kind} ${fact}`, Object.fromEntries(codes.map(({ id, name }) => [id, name])));
}

/** As `tellCodes` was told last; undefined: what ships holds. */
export function toldCodes(kind: CaseKind, fact: string): Codes | undefined {
	return told.get(`${kind} ${fact}`);
}
