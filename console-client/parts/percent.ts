/** A share of 0..1 in per cent; a dash where nothing was measured. */
export function percent(share: number | null): string {
	return share === null ? "—" : `${Math.round(share * 100)} %`;
}
