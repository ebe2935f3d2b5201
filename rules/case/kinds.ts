import type { CaseDefinition } from "./definition.ts";
import { PROBLEM } from "./problem.ts";
import { REFERRAL } from "./referral.ts";

/** Every kind of case there is. */
export const CASE_KINDS = { problem: PROBLEM, referral: REFERRAL } as const satisfies Readonly<
	Record<string, CaseDefinition>
>;

export type CaseKind = keyof typeof CASE_KINDS;
export const CASE_KIND_NAMES = Object.keys(CASE_KINDS) as readonly CaseKind[];

/** Kinds whose owners are told when one is due: the tasks of a day. The others are listed apart. */
export const REMINDED_KINDS = CASE_KIND_NAMES.filter((kind) => definitionOf(kind).reminds !== false);

export function definitionOf(kind: CaseKind): CaseDefinition {
	return CASE_KINDS[kind];
}
