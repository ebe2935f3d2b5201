import { placeOf, STEP_BITS, WORD_MAX_CHARS, WORD_MIN_CHARS } from "./word-place.ts";

/** Where the build puts the words among the pages' files: they weigh too much to be part of the worker. */
export const COMMON_WORDS_FILE = "/words/common-passwords.txt";

/** Whether a word is one of the 10,000 commonest passwords, or the rest of one without the digits and signs around it. */
export type IsCommon = (word: string) => boolean;

/**
 * What is needed of the platform's `Fetcher` for the files beside the worker; written out, so that code without the platform's
 * types can use it.
 */
type Files = {
	fetch(address: string): Promise<{ readonly ok: boolean; readonly status: number; text(): Promise<string> }>;
};

const BITS_PER_SIGN = 6;
const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** A file is asked for by a whole address, of which only the path counts. */
const ANY_ORIGIN = "https://files.invalid";

let known: IsCommon | undefined;

/** Reads the words, once in the life of an isolate. Throws when the file cannot be read whole: without it no password can be judged. */
export async function commonWords(files: Files | undefined): Promise<IsCommon> {
	if (known !== undefined) return known;
	const file = await files?.fetch(`${ANY_ORIGIN}${COMMON_WORDS_FILE}`);
	if (!file?.ok) throw new Error(`the common passwords cannot be read: ${file?.status ?? "no files"}`);
	known = readCommonWords(await file.text());
	return known;
}

/** Makes the test from the text that `scripts/build/common-words.ts` wrote. Throws when the text is not whole. */
export function readCommonWords(text: string): IsCommon {
	const [, count, packed] = /^([1-9]\d{0,5}) ([\w-]+)$/.exec(text) ?? [];
	if (count === undefined || packed === undefined) throw new Error("the common passwords are not what was written");
	const all = Number(count);
	const places = placesIn(packed, all);
	return (word) => word.length >= WORD_MIN_CHARS && word.length <= WORD_MAX_CHARS && places.has(placeOf(word, all));
}

/** The set is written as the steps from each place to the next, in Golomb-Rice code: ones, a zero, then `STEP_BITS` bits. */
function placesIn(packed: string, count: number): ReadonlySet<number> {
	const places = new Set<number>();
	let at = 0;
	const bit = () => {
		const sign = SIGNS.indexOf(packed.charAt(Math.floor(at / BITS_PER_SIGN)) || "?");
		if (sign < 0) throw new Error("the common passwords end too early");
		return (sign >> (BITS_PER_SIGN - 1 - (at++ % BITS_PER_SIGN))) & 1;
	};
	let place = 0;
	for (let left = count; left > 0; left--) {
		let step = 0;
		while (bit() === 1) step++;
		for (let low = 0; low < STEP_BITS; low++) step = step * 2 + bit();
		place += step;
		places.add(place);
	}
	if (Math.ceil(at / BITS_PER_SIGN) !== packed.length)
		throw new Error("the common passwords do not end where they should");
	return places;
}
