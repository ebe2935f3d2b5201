/** Six digits or more, however they are spaced: a card, a phone, an identity card with its last letter. */
const LONG_NUMBER = /[0-9０-９](?:[\s.·—–-]?[0-9０-９]){5,}[xX]?/g;
const MAIL_ADDRESS = /\S+@\S+/g;
const BLANK = "…";

/** A reason as it may stand in the ledger for good: what could be somebody's number or address is blanked. */
export function reasonForLedger(reason: string): string {
	return reason.replace(LONG_NUMBER, BLANK).replace(MAIL_ADDRESS, BLANK);
}
