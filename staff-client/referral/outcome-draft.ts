import type { OutcomeBody, OutcomeStatus, ReferralOutcome } from "../../schema/customer/referral.ts";

const FEN_PER_YUAN = 100;
export const SOLD_MAX = 20;
export const ACCOUNTS_MAX = 10;

/** One line of what was sold, as typed. */
export type SoldLine = { readonly product: string; readonly yuan: string };

/** One account opened, as typed. */
export type AccountLine = { readonly kind: string; readonly number: string };

/** What came of an introduction, as typed. */
export type OutcomeDraft = {
	readonly status: OutcomeStatus;
	readonly sold: readonly SoldLine[];
	readonly accounts: readonly AccountLine[];
};

export const EMPTY_LINE: SoldLine = { product: "", yuan: "" };
export const EMPTY_ACCOUNT: AccountLine = { kind: "", number: "" };

/** Fen of an amount in yuan, with at most two decimals and thousands apart if one likes; null: not an amount. */
export function fenOf(yuan: string): number | null {
	const match = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(yuan.replaceAll(/[,，\s]/g, ""));
	if (match === null) return null;
	return Number(match[1]) * FEN_PER_YUAN + Number((match[2] ?? "").padEnd(2, "0"));
}

/** An amount in yuan, as it is typed. */
export function yuanOf(fen: number): string {
	const [whole, rest] = [Math.floor(fen / FEN_PER_YUAN), fen % FEN_PER_YUAN];
	return rest === 0 ? String(whole) : `${whole}.${String(rest).padStart(2, "0")}`;
}

/** The outcome a draft stands for, or the word that says what is wrong with it. */
export function outcomeOf(
	draft: OutcomeDraft,
): { readonly outcome: OutcomeBody } | { readonly gap: "outcomeAmountWrong" | "outcomeEmpty" } {
	const { status } = draft;
	if (status === "not_interested") return { outcome: { status, sold: [], accounts: [] } };
	const sold: OutcomeBody["sold"] = [];
	for (const { product, yuan } of draft.sold) {
		if (product.trim() === "" && yuan.trim() === "") continue;
		const amountFen = fenOf(yuan);
		if (amountFen === null) return { gap: "outcomeAmountWrong" };
		if (product.trim() === "") return { gap: "outcomeEmpty" };
		sold.push({ product: product.trim(), amountFen });
	}
	const accounts: OutcomeBody["accounts"] = [];
	for (const line of draft.accounts) {
		const [kind, number] = [line.kind.trim(), line.number.trim()];
		if (kind === "" && number !== "") return { gap: "outcomeEmpty" };
		if (kind !== "") accounts.push({ kind, ...(number !== "" && { number }) });
	}
	if (status === "concluded" && sold.length + accounts.length === 0) return { gap: "outcomeEmpty" };
	return { outcome: { status, sold, accounts } };
}

/** Where the form starts: what is on record, to go on from, or one empty line of each. */
export function draftOfOutcome(status: OutcomeStatus, known: ReferralOutcome | null): OutcomeDraft {
	const { sold, accounts } = known ?? { sold: [], accounts: [] };
	const products = sold.map(({ product, amountFen }) => ({ product, yuan: yuanOf(amountFen) }));
	const opened = accounts.map(({ kind, number = "" }) => ({ kind, number }));
	return {
		status,
		sold: products.length === 0 ? [EMPTY_LINE] : products,
		accounts: opened.length === 0 ? [EMPTY_ACCOUNT] : opened,
	};
}
