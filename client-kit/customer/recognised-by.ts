import type { RecognisedBy } from "../../schema/customer/customer.ts";
import { bareNumber, doubtOfIdNumber, idNumber, isPhoneNumber, phoneParts } from "../../schema/text/written-number.ts";

export type Recognised = {
	readonly by: RecognisedBy;
	readonly value: string;
	/** What a customer should look at again before it is sent: there is no such day, or a digit is wrong. */
	readonly doubt?: "date" | "check";
};

/** What a typed or scanned number is, by its shape; null: nothing a customer could be recognised by. */
export function recognisedBy(typed: string): Recognised | null {
	if (isPhoneNumber(typed)) {
		const { main } = phoneParts(typed);
		// Twelve digits that begin with 86 may be an account; a landline says what it is by a 0 or a plus.
		const isLandline = main.startsWith("0") && /^\D*[+\uff0b0\uff10]/.test(typed);
		if (main.startsWith("1") || isLandline) return { by: "phone", value: main };
	}
	// 18 characters are an ID number wherever they could be one: cards have 16 or 19.
	const document = idNumber(typed);
	if (/^\d{17}[\dX]$/.test(document) && bareNumber(typed).length !== OLD_ID_CHARS) {
		const doubt = doubtOfIdNumber(document);
		return { by: "id-number", value: document, ...(doubt !== null && { doubt }) };
	}
	const card = bareNumber(typed);
	return /^\d{12,19}$/.test(card) ? { by: "card", value: card } : null;
}

/** 15 digits are a card: documents of that length hold no longer. */
const OLD_ID_CHARS = 15;
