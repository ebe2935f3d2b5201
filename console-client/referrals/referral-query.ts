export type ReferralQuery = {
	readonly from?: string;
	readonly to?: string;
	readonly unsigned?: "true";
	readonly incomplete?: "true";
	readonly mine?: "true";
};

/** Which records, from the filters in the address. */
export function referralQuery(address: URLSearchParams): ReferralQuery {
	const [from, to, list] = [address.get("from"), address.get("to"), address.get("list")];
	return {
		...(from && { from }),
		...(to && { to }),
		...(list === "unsigned" && { unsigned: "true" }),
		...(list === "incomplete" && { incomplete: "true" }),
		...(list === "mine" && { mine: "true" }),
	};
}
