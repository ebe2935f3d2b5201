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

/** Signs that stand for the dot within a name; the one that is kept is U+00B7. */
const NAME_DOTS = /[\u2027\u30fb\uff65\uff0e\u22c5\u25cf\u2219\u2022\u0387\u16eb\u2e31\ua78f\u318d]/g;
const HAN = "[\\p{Script=Han}\\p{Co}]";
const BETWEEN_HAN = new RegExp(`(?<=${HAN}) (?=${HAN})`, "gu");
const DOT_OF_HAN = new RegExp(`(?<=${HAN}) ?[·.] ?(?=${HAN})`, "gu");
const AROUND_DOT = / ?· ?/g;

/** A person's name: one dot, no blanks between Chinese characters, letters and digits of ordinary width. */
export function cleanName(text: string): string {
	return cleanLine(text)
		.replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (wide) => wide.normalize("NFKC"))
		.replace(NAME_DOTS, "·")
		.replace(AROUND_DOT, "·")
		.replace(DOT_OF_HAN, "·")
		.replace(BETWEEN_HAN, "");
}
