import type { OutcomeBody, ReferralStatus } from "../../../schema/customer/referral.ts";

/** What keeps an outcome's status from going with what was opened or sold; null: they agree. */
export function clashOf({ status, accounts, sold }: OutcomeBody): string | null {
	const some = accounts.length + sold.length > 0;
	if (status === "concluded" && !some) return "concluded needs an account opened or a product sold";
	if (status === "not_interested" && some) return "not_interested goes with no account and no product";
	return null;
}

/** Where a record stands after an outcome; one that says nothing leaves it where it was. */
export function statusAfterOutcome({ status, accounts, sold }: OutcomeBody): ReferralStatus | null {
	if (status !== undefined) return status;
	return accounts.length + sold.length > 0 ? "concluded" : null;
}
