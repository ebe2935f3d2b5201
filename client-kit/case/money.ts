const FEN_PER_YUAN = 100;

/** An amount typed in yuan, as fen. It may have up to two decimals, and commas or blanks between thousands. Null: not an amount. */
export function fenOf(yuan: string): number | null {
	const match = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(yuan.replaceAll(/[,，\s]/g, ""));
	if (match === null) return null;
	return Number(match[1]) * FEN_PER_YUAN + Number((match[2] ?? "").padEnd(2, "0"));
}

/** An amount of fen as people type it in yuan. */
export function yuanOf(fen: number): string {
	const [whole, rest] = [Math.floor(fen / FEN_PER_YUAN), fen % FEN_PER_YUAN];
	return rest === 0 ? String(whole) : `${whole}.${String(rest).padStart(2, "0")}`;
}
