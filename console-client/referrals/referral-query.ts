import { REFERRAL_LIST_QUERY } from "../../client-kit/words/referral-labels.ts";

export type ReferralQuery = {
	readonly from?: string;
	readonly to?: string;
	readonly status?: "to_follow_up";
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
		...(list !== null && isList(list) && REFERRAL_LIST_QUERY[list]),
	};
}

function isList(list: string): list is keyof typeof REFERRAL_LIST_QUERY {
	return Object.hasOwn(REFERRAL_LIST_QUERY, list);
}
