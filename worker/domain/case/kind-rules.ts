import type { CaseKind } from "../../../rules/case/kinds.ts";
import { credited } from "../credit/credited.ts";
import type { KindRule } from "../kind/kind-rule.ts";
import { referralRule } from "../referral/referral-rule.ts";

/** The rules of those kinds of case of which their definition does not say all. */
const KIND_RULES: { readonly [Kind in CaseKind]?: KindRule } = {
	referral: (question) => credited(question, referralRule(question)),
};

export function kindRuleOf(kind: CaseKind): KindRule | null {
	return KIND_RULES[kind] ?? null;
}
