/** What a spreadsheet begins a formula with, in full width too. */
const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A cell of a file for spreadsheets; one that would be taken for a formula gets an apostrophe before it. */
export function harmlessCell(text: string): string {
	return FORMULA.test(text) ? `'${text}` : text;
}

/** The mark by which Excel knows that a file is UTF-8. */
export const UTF_8_MARK = "\uFEFF";
