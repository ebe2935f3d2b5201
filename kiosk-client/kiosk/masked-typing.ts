/** The last of these stand in clear: enough to see what the finger just did. */
const SHOWN_CHARS = 4;
const PHONE = [3, 4, 4];
const CARD = [4, 4, 4, 4, 3];
const ID_NUMBER = [6, 4, 4, 4];

/**
 * What a public screen shows of a number being typed: dots but for the last four, in the groups people read: phones
 * 3-4-4, ID numbers 6-4-4-4 once they are longer than a phone and begin like one, cards in fours.
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
	// A card number begins with 3 to 6 too; the birth year of an ID number tells it apart.
	return /^\d{6}(19|20)/.test(typed) && typed.length <= 18 ? ID_NUMBER : CARD;
}
