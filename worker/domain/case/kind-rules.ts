import type { CaseKind } from "../../../rules/case/kinds.ts";
import type { KindRule } from "../kind/kind-rule.ts";
import { referralRule } from "../referral/referral-rule.ts";

/** The rules of those kinds of case of which their definition does not say all. */
const KIND_RULES: { readonly [Kind in CaseKind]?: KindRule } = { referral: referralRule };

export function kindRuleOf(kind: CaseKind): KindRule | null {
	return KIND_RULES[kind] ?? null;
}
