/**
 * `node scripts/write-common-words.ts [--check]`: writes the commonest 10,000 passwords (zxcvbn-ts's list, MIT licence) as the small
 * set that the worker asks. With `--check` it fails when the file is not what the list says.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { dictionary } from "@zxcvbn-ts/language-common";
import { FALSE_MATCH_ONE_IN, placeOf, STEP_BITS, WORD_MAX_CHARS, WORD_MIN_CHARS } from "../worker/access/word-place.ts";

const FILE = "worker/access/common-words-data.ts";
const COMMONEST = 10_000;
const AROUND = /^[\d\W_]+|[\d\W_]+$/gu;
const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const BITS_PER_SIGN = 6;

const words = new Set(
	dictionary["passwords-common"]
		.slice(0, COMMONEST)
		// What is left of it without the digits and signs around it, which a guesser adds anyway.
		.map((password) => {
			const inner = password.replaceAll(AROUND, "");
			return inner.length >= WORD_MIN_CHARS ? inner : password;
		})
		.filter(
			(word) => /^[a-z\d]*[a-z][a-z\d]*$/.test(word) && word.length >= WORD_MIN_CHARS && word.length <= WORD_MAX_CHARS,
		),
);
const count = words.size;
const places = [...words].map((word) => placeOf(word, count)).sort((one, other) => one - other);
const bits = places
	.map((place, at) => place - (places[at - 1] ?? 0))
	.map((step) => `${"1".repeat(step >> STEP_BITS)}0${(step % FALSE_MATCH_ONE_IN).toString(2).padStart(STEP_BITS, "0")}`)
	.join("");
const packed = (bits.match(/.{1,6}/g) ?? [])
	.map((six) => SIGNS[Number.parseInt(six.padEnd(BITS_PER_SIGN, "0"), 2)])
	.join("");
const text = `/**
 * The commonest 10,000 passwords as a set of places, see \`common-words.ts\`. Written by \`node scripts/write-common-words.ts\` from the
 * list of @zxcvbn-ts/language-common, which is under the MIT licence (Copyright 2012-2016 Dan Wheeler and Dropbox, 2021 zxcvbn-ts).
 */
export const COMMON_WORDS = {
	count: ${count},
	packed:
		"${packed}",
} as const;
`;
if (!process.argv.includes("--check")) writeFileSync(FILE, text);
else if (readFileSync(FILE, "utf8") !== text) {
	console.error(`${FILE} is not what the list says: node scripts/write-common-words.ts`);
	process.exit(1);
}
console.log(`common words: ${count}, ${packed.length} signs`);
