import type { RecognisedBy } from "../schema/customer.ts";

/** What a typed or scanned number is, by its shape; null: nothing a customer could be recognised by. */
export function recognisedBy(typed: string): { readonly by: RecognisedBy; readonly value: string } | null {
	const value = typed.replaceAll(/[\s-]/g, "").toUpperCase();
	if (/^1\d{10}$/.test(value)) return { by: "phone", value };
	// 18 characters are an ID number wherever they could be one: cards have 16 or 19.
	if (/^\d{17}[\dX]$/.test(value)) return { by: "id-number", value };
	return /^\d{12,19}$/.test(value) ? { by: "card", value } : null;
}
