/** Somebody who has touched nothing for so long is not in the middle of anything. */
const QUIET_AFTER_MS = 10_000;

/** What a page marks as not to be disturbed, and what somebody is being asked. */
const BUSY = '[data-busy], dialog[open], [role="dialog"], [role="alertdialog"]';
const TYPED = "textarea, input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=hidden])";

/** Whether a page could be loaded anew now without anybody noticing: untouched, nothing under way, open or half typed. */
export function isQuiet(page: ParentNode, untouchedMs: number): boolean {
	if (untouchedMs < QUIET_AFTER_MS) return false;
	const isBusy = [...page.querySelectorAll(BUSY)].some((each) => each.getClientRects().length > 0);
	return !isBusy && ![...page.querySelectorAll<HTMLInputElement>(TYPED)].some((each) => each.value !== "");
}
