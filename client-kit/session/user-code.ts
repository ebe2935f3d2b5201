const CODE_CHARS = 8;
const LETTERS = /[BCDFGHJKLMNPQRSTVWXZ]/g;

/** The letters of a code in what somebody typed or a QR code brought; whatever cannot be one is left out. */
export function codeLetters(text: string): string {
	return (text.toUpperCase().match(LETTERS) ?? []).join("").slice(0, CODE_CHARS);
}

export function isWhole(code: string): boolean {
	return code.length === CODE_CHARS;
}

/** As the device shows it: `WDJB-MJHT`; the hyphen comes with the fifth letter. */
export function shownCode(code: string): string {
	return code.length > CODE_CHARS / 2 ? `${code.slice(0, CODE_CHARS / 2)}-${code.slice(CODE_CHARS / 2)}` : code;
}
