/** The last characters, shown in clear: enough to check what was just typed. */
const SHOWN_CHARS = 4;
const PHONE = [3, 4, 4];
const CARD = [4, 4, 4, 4, 3];
const ID_NUMBER = [6, 4, 4, 4];

/**
 * How a public screen shows a number that is being typed: dots but for the last four characters, in the groups that people read:
 * phone numbers 3-4-4, ID numbers 6-4-4-4 as soon as they can be told from a card number, card numbers in fours.
 */
export function maskedTyping(typed: string): string {
	const masked = `${"•".repeat(Math.max(0, typed.length - SHOWN_CHARS))}${typed.slice(-SHOWN_CHARS)}`;
	const groups: string[] = [];
	let from = 0;
	for (const size of groupsOf(typed)) {
		if (from >= masked.length) break;
		groups.push(masked.slice(from, from + size));
		from += size;
	}
	if (from < masked.length) groups.push(masked.slice(from));
	return groups.join(" ");
}

function groupsOf(typed: string): readonly number[] {
	if (/^1\d{0,10}$/.test(typed)) return PHONE;
	// Card and ID numbers begin alike; the birth year, from the seventh digit on, tells an ID number.
	return /^\d{6}(19|20)/.test(typed) && typed.length <= 18 ? ID_NUMBER : CARD;
}
