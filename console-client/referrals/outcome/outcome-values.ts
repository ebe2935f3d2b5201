import type { OutcomeBody, OutcomeStatus, ReferralOutcome } from "../../../schema/customer/referral.ts";
import { fenOf, yuanOf } from "./outcome-text.ts";

/** What the form of an outcome holds. */
export type OutcomeValues = {
	readonly status: OutcomeStatus;
	readonly accounts?: readonly { readonly kind: string; readonly number?: string }[];
	readonly sold?: readonly { readonly product: string; readonly amountYuan: number }[];
};

/** Where the form starts. */
export function valuesOfOutcome(status: OutcomeStatus, known: ReferralOutcome | null): OutcomeValues {
	if (known === null) return { status };
	const sold = known.sold.map(({ product, amountFen }) => ({ product, amountYuan: yuanOf(amountFen) }));
	return { status, accounts: known.accounts, sold } as OutcomeValues;
}

/** What is recorded; nothing opened or sold goes with a customer who is not interested. */
export function bodyOfOutcome({ status, accounts = [], sold = [] }: OutcomeValues): OutcomeBody {
	if (status === "not_interested") return { status, accounts: [], sold: [] };
	return {
		status,
		accounts: accounts.map(({ kind, number }) => ({ kind, ...(number && { number }) })),
		sold: sold.map(({ product, amountYuan }) => ({ product, amountFen: fenOf(amountYuan) })),
	};
}
