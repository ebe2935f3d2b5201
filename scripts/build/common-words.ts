import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { dictionary } from "@zxcvbn-ts/language-common";
import { COMMON_WORDS_FILE } from "../../worker/access/common-words.ts";
import {
	FALSE_MATCH_ONE_IN,
	placeOf,
	STEP_BITS,
	WORD_MAX_CHARS,
	WORD_MIN_CHARS,
} from "../../worker/access/word-place.ts";

const OUTPUT = `dist/client${COMMON_WORDS_FILE}`;
const COMMONEST = 10_000;
const AROUND = /^[\d\W_]+|[\d\W_]+$/gu;
const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const BITS_PER_SIGN = 6;

/** Writes the commonest passwords where the worker finds them: a file beside the pages, so that the worker does not carry them. */
export async function writeCommonWords(): Promise<void> {
	await mkdir(dirname(OUTPUT), { recursive: true });
	await writeFile(OUTPUT, commonWordsText());
}

/**
 * The commonest 10,000 passwords as a set of places: their number, a blank, the places as `worker/access/common-words.ts` reads them. Made
 * of the list of @zxcvbn-ts/language-common, MIT licence (Copyright 2012-2016 Dan Wheeler and Dropbox, 2021 zxcvbn-ts).
 */
export function commonWordsText(): string {
	const words = new Set(
		dictionary["passwords-common"]
			.slice(0, COMMONEST)
			.map(withoutAround)
			.filter(
				(word) =>
					/^[a-z\d]*[a-z][a-z\d]*$/.test(word) && word.length >= WORD_MIN_CHARS && word.length <= WORD_MAX_CHARS,
			),
	);
	const places = [...words].map((word) => placeOf(word, words.size)).sort((one, other) => one - other);
	return `${words.size} ${packed(places)}`;
}

/** What is left of it without the digits and signs around it, which a guesser adds anyway. */
function withoutAround(password: string): string {
	const inner = password.replaceAll(AROUND, "");
	return inner.length >= WORD_MIN_CHARS ? inner : password;
}

/** The steps from each place to the next in Golomb-Rice code: ones, a zero, then `STEP_BITS` bits; six bits to a sign. */
function packed(places: readonly number[]): string {
	const bits = places
		.map((place, at) => place - (places[at - 1] ?? 0))
		.map(
			(step) => `${"1".repeat(step >> STEP_BITS)}0${(step % FALSE_MATCH_ONE_IN).toString(2).padStart(STEP_BITS, "0")}`,
		)
		.join("");
	return (bits.match(/.{1,6}/g) ?? []).map((six) => SIGNS[Number.parseInt(six.padEnd(BITS_PER_SIGN, "0"), 2)]).join("");
}
