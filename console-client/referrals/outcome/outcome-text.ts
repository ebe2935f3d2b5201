import type { ReferralOutcome } from "../../../schema/customer/referral.ts";

const FEN_PER_YUAN = 100;
const YUAN = new Intl.NumberFormat("zh-CN", { style: "currency", currency: "CNY" });

/** What came of a referral, in one line: accounts opened, products sold with their amounts. */
export function outcomeText({ accounts, sold }: ReferralOutcome): string {
	const opened = accounts.map(({ kind, number }) => (number === undefined ? kind : `${kind} ${number}`));
	const products = sold.map(({ product, amountFen }) => `${product} ${YUAN.format(amountFen / FEN_PER_YUAN)}`);
	const all = [...opened, ...products];
	return all.length === 0 ? "—" : all.join("，");
}

/** An amount typed in yuan, in whole fen. */
export function fenOf(yuan: number): number {
	return Math.round(yuan * FEN_PER_YUAN);
}

/** Fen as an amount in yuan. */
export function yuanOf(fen: number): number {
	return fen / FEN_PER_YUAN;
}
