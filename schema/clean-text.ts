/** Text as it may be kept and shown: what cannot be seen, or turns the direction of writing, is not part of it. */

/** Half a character of two, control characters, and marks that only steer how text is written. */
const HALF = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const BREAKS = /\r\n?|[\u2028\u2029\u0085\v\f]/g;
const UNSEEN = /(?!\n)\p{Cc}|\p{Cf}|[\u034F\u115F\u1160\u17B4\u17B5\u2065\u2800\u3164\uFFA0\uFFF0-\uFFF8]/gu;

/** One line: every break and run of blanks is one blank. */
export function cleanLine(text: string): string {
	return cleanLines(text).replace(/\s+/g, " ").trim();
}

/** Several lines stay several. */
export function cleanLines(text: string): string {
	return text.replace(HALF, "").normalize("NFC").replace(BREAKS, "\n").replace(/\t/g, " ").replace(UNSEEN, "").trim();
}
