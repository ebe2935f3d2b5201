import { COMMON_WORDS } from "./common-words-data.ts";
import { placeOf, STEP_BITS, WORD_MAX_CHARS, WORD_MIN_CHARS } from "./word-place.ts";

const BITS_PER_SIGN = 6;
const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

let places: ReadonlySet<number> | undefined;

/** Whether this is among the 10,000 commonest passwords, or what is left of one without the digits and signs around it. */
export function isCommonWord(word: string): boolean {
	if (word.length < WORD_MIN_CHARS || word.length > WORD_MAX_CHARS) return false;
	places ??= new Set(placesIn(COMMON_WORDS.packed, COMMON_WORDS.count));
	return places.has(placeOf(word, COMMON_WORDS.count));
}

/** The set is written as the steps from each place to the next, in Golomb-Rice code: ones, a zero, then `STEP_BITS` bits. */
function* placesIn(packed: string, count: number): Generator<number> {
	let at = 0;
	const bit = () => {
		const sign = SIGNS.indexOf(packed.charAt(Math.floor(at / BITS_PER_SIGN)));
		return (sign >> (BITS_PER_SIGN - 1 - (at++ % BITS_PER_SIGN))) & 1;
	};
	for (let place = 0, left = count; left > 0; left--) {
		let step = 0;
		while (bit() === 1) step++;
		for (let low = 0; low < STEP_BITS; low++) step = step * 2 + bit();
		place += step;
		yield place;
	}
}
