import type { ReferralOutcome } from "../../schema/referral.ts";

const FEN_PER_YUAN = 100;
const SOLD_MAX = 20;

/** One line of what was sold, as typed. */
export type SoldLine = { readonly product: string; readonly yuan: string };

/** What came of an introduction, as typed. */
export type OutcomeDraft = {
	readonly sold: readonly SoldLine[];
	readonly account: string;
	readonly accountNumber: string;
};

export const EMPTY_LINE: SoldLine = { product: "", yuan: "" };
export const EMPTY_OUTCOME: OutcomeDraft = { sold: [EMPTY_LINE], account: "", accountNumber: "" };

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
): { readonly outcome: ReferralOutcome } | { readonly gap: "outcomeAmountWrong" | "outcomeEmpty" } {
	const sold: ReferralOutcome["sold"] = [];
	for (const { product, yuan } of draft.sold) {
		if (product.trim() === "" && yuan.trim() === "") continue;
		const amountFen = fenOf(yuan);
		if (amountFen === null) return { gap: "outcomeAmountWrong" };
		if (product.trim() === "") return { gap: "outcomeEmpty" };
		sold.push({ product: product.trim(), amountFen });
	}
	const [kind, number] = [draft.account.trim(), draft.accountNumber.trim()];
	const accounts = kind === "" ? [] : [{ kind, ...(number !== "" && { number }) }];
	if (sold.length + accounts.length === 0) return { gap: "outcomeEmpty" };
	return { outcome: { sold: sold.slice(0, SOLD_MAX), accounts } };
}

/** What is on record, to go on from. */
export function draftOfOutcome({ sold, accounts }: ReferralOutcome): OutcomeDraft {
	const [first] = accounts;
	return {
		sold:
			sold.length === 0 ? [EMPTY_LINE] : sold.map(({ product, amountFen }) => ({ product, yuan: yuanOf(amountFen) })),
		account: first?.kind ?? "",
		accountNumber: first?.number ?? "",
	};
}
