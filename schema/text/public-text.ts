import { cleanLine } from "./clean-text.ts";

/** Text that strangers see or hear: what counts as content, as the same, and as a word that must not be there. */

/** A letter or digit; also a character of private use, as rare Chinese names are written with. */
export const CONTENT = /[\p{L}\p{N}\p{Co}]/u;

/** Words that would tell the hall who is worth what; they must not stand where the hall sees them. */
export const SEGMENT_WORDS = ["vip", "贵宾", "优质", "财富", "私人", "private", "wealth", "高端", "普通", "ordinary"];

/** Letters of other scripts that look Latin, and traditional characters of the words above. */
const LIKE = new Map([
	...pairs("авеікмнорстухѕјһԁԛԝѵ", "abeikmhopctyxsjhdqwv"),
	...pairs("αεικνορτυχıΙ", "aeikvoptuxii"),
	...pairs("貴賓優質財富私人高端普通", "贵宾优质财富私人高端普通"),
]);

function pairs(from: string, to: string): [string, string][] {
	const letters = [...to];
	return [...from].map((letter, at) => [letter, letters[at] ?? letter]);
}

/** As it looks to somebody in a hurry: width, size, accents and the script of a letter do not count. */
function asSeen(text: string): string {
	const plain = cleanLine(text).normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
	return [...plain].map((letter) => LIKE.get(letter) ?? letter).join("");
}

/** Whether a text says a segment word, also in disguise: spaced, dotted, in another script or width. */
export function namesSegment(text: string): boolean {
	return saidOf(text, SEGMENT_WORDS) !== undefined;
}

/** Which of some plain words (`asPlainWord`) a text says, also in disguise: the place of the first. */
export function saidOf(text: string, plainWords: readonly string[]): number | undefined {
	const words = plainWordsOf(text);
	const at = plainWords.findIndex((wanted) => {
		if (words.some((word) => word.includes(wanted))) return true;
		return words.some((_, first) => isSpelled(words.slice(first), wanted));
	});
	return at < 0 ? undefined : at;
}

/** A word as `saidOf` looks for it: `Black Card` is `blackcard`. */
export function asPlainWord(word: string): string {
	return plainWordsOf(word).join("");
}

/** Its words as `asSeen`, without spaces and signs. */
function plainWordsOf(text: string): string[] {
	return asSeen(text)
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== "");
}

/** `v` `i` `p`, but not the end of one word and the beginning of the next; Chinese knows no such ends. */
function isSpelled(words: readonly string[], wanted: string): boolean {
	if (/\p{Script=Han}/u.test(wanted)) return words.join("").includes(wanted);
	let spelled = "";
	for (const word of words) {
		spelled += word;
		if (spelled === wanted) return true;
		if (!wanted.startsWith(spelled)) return false;
	}
	return false;
}

const DIGITS = "零一二三四五六七八九";
const TENS = /([一二三四五六七八九]?)十([一二三四五六七八九]?)/g;

/** What two texts have in common that sound the same when they are called out: `１号 窗口`, `1号窗口`, `一号窗口`. */
export function asCalled(text: string): string {
	const bare = asSeen(text)
		.replace(/[^\p{L}\p{N}]/gu, "")
		.replaceAll("〇", "零");
	const digit = (sign: string, none: number) => (sign === "" ? none : DIGITS.indexOf(sign));
	return bare
		.replace(TENS, (_, tens: string, ones: string) => String(10 * digit(tens, 1) + digit(ones, 0)))
		.replace(/[零一二三四五六七八九]/g, (sign) => String(DIGITS.indexOf(sign)));
}
