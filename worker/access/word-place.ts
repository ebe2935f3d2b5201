/** One in so many words that are not common is taken for a common one: the price of storing hashed places instead of words. */
export const FALSE_MATCH_ONE_IN = 256;
/** Bits after the unary part of each step in Golomb-Rice code; 2^8 is the mean distance of two neighbouring places (`FALSE_MATCH_ONE_IN`). */
export const STEP_BITS = 8;
export const WORD_MIN_CHARS = 4;
export const WORD_MAX_CHARS = 13;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** The place of a word in a set of `count` words: its FNV-1a hash, over `count` times `FALSE_MATCH_ONE_IN` places. */
export function placeOf(word: string, count: number): number {
	let hash = FNV_OFFSET;
	for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), FNV_PRIME);
	hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
	return ((hash ^ (hash >>> 13)) >>> 0) % (count * FALSE_MATCH_ONE_IN);
}
