import type { IsCommon } from "./common-words.ts";
import { WORD_MAX_CHARS, WORD_MIN_CHARS } from "./word-place.ts";

/** How many bits each kind of piece adds to what must be guessed: a common word is one in some 8,000, a digit one in ten, and so on. */
const WORD_BITS = 13;
const SYLLABLE_BITS = 6.5;
const ROW_BITS = 6;
const YEAR_BITS = 6;
const LUCKY_BITS = 5;
const AGAIN_BITS = 2;
const SWAPPED_BITS = 2;
const DIGIT_BITS = 3;
const LETTER_BITS = 4.7;
const SIGN_BITS = 4;
const OTHER_BITS = 9;

const ROW_MIN_CHARS = 3;
const UNIT_MAX_CHARS = 12;
const ROWS = [
	"abcdefghijklmnopqrstuvwxyz",
	"qwertyuiop[]asdfghjkl;'zxcvbnm,./",
	"01234567890",
	"!@#$%^&*()_+",
	"1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
	"1qaz@wsx3edc$rfv",
	"!qaz2wsx#edc4rfv",
	"qazwsxedcrfvtgbyhnujmikolp",
	"1q2w3e4r5t6y7u8i9o0p",
	"q1w2e3r4t5y6u7i8o9p0",
].flatMap((row) => [row, [...row].reverse().join("")]);
const SYLLABLE =
	/^(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:i?(?:ang?|ao)|ai|eng?|ei|er?|i(?:ng?|ong|e|u)?|ong|ou?|u(?:ang?|ai|an|a|e|i|n|o)?|v|a)$/;
const YEAR = /^(?:19|20)\d\d$/;
/** Numbers that many people choose, because they sound like words in Chinese or bring luck. */
const LUCKY = /^(?:5201314|1314520|1314|520|521|168|888|666|999|88|66)$/;
/** Signs and digits that people write in place of letters. There are two tables because `1` and `!` stand for `i` or `l`. */
const SWAPS: readonly Readonly<Record<string, string>>[] = [
	{ "@": "a", "4": "a", "3": "e", "0": "o", "1": "i", "!": "i", $: "s", "5": "s", "7": "t" },
	{ "@": "a", "4": "a", "3": "e", "0": "o", "1": "l", "!": "l", $: "s", "5": "s", "7": "t" },
];

/**
 * How many bits must be guessed to find `text` (in small letters) by somebody who knows common words, pinyin, rows of keys,
 * years and repeats: those of the cheapest way to cut it into pieces.
 */
export function guessBits(text: string, isCommon: IsCommon): number {
	const signs = [...text];
	const best = [0];
	for (let end = 1; end <= signs.length; end++) {
		best[end] = (best[end - 1] ?? 0) + signBits(signs[end - 1] ?? "");
		for (let start = Math.max(0, end - longestPiece(signs.length)); start <= end - 2; start++) {
			const bits = (best[start] ?? 0) + pieceBits(signs.slice(start, end).join(""), isCommon);
			if (bits < (best[end] ?? 0)) best[end] = bits;
		}
	}
	return best[signs.length] ?? 0;
}

function longestPiece(length: number): number {
	return Math.min(length, 2 * UNIT_MAX_CHARS);
}

function signBits(sign: string): number {
	if (/\d/.test(sign)) return DIGIT_BITS;
	if (/[a-z]/.test(sign)) return LETTER_BITS;
	return sign < "\u0080" ? SIGN_BITS : OTHER_BITS;
}

/** The bits of one piece; infinity: nobody would guess it as one. */
function pieceBits(piece: string, isCommon: IsCommon): number {
	if (LUCKY.test(piece)) return LUCKY_BITS;
	if (YEAR.test(piece)) return YEAR_BITS;
	if (piece.length >= ROW_MIN_CHARS && ROWS.some((row) => row.includes(piece))) return ROW_BITS;
	if (SYLLABLE.test(piece)) return SYLLABLE_BITS;
	const unit = /^(.{1,12}?)\1+$/u.exec(piece)?.[1];
	if (unit !== undefined) return guessBits(unit, isCommon) + AGAIN_BITS;
	return wordBits(piece, isCommon);
}

function wordBits(piece: string, isCommon: IsCommon): number {
	if (piece.length < WORD_MIN_CHARS || piece.length > WORD_MAX_CHARS || !/[a-z]/.test(piece)) return Infinity;
	if (isWord(piece, isCommon)) return WORD_BITS;
	const read = SWAPS.map((swap) => [...piece].map((sign) => swap[sign] ?? sign).join(""));
	return read.some((each) => each !== piece && isWord(each, isCommon)) ? WORD_BITS + SWAPPED_BITS : Infinity;
}

/**
 * Asks `isCommon` only about pieces that look like a word. It is wrong once in a while (`FALSE_MATCH_ONE_IN`), and would take
 * strong passwords for words.
 */
function isWord(piece: string, isCommon: IsCommon): boolean {
	return /^[a-z]+\d?[a-z]*\d?[a-z]+$/.test(piece) ? isCommon(piece) : false;
}
