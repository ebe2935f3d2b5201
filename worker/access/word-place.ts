/** Of words that are not common one in so many is taken for one: the price of keeping places instead of words. */
export const FALSE_MATCH_ONE_IN = 256;
/** What follows the unary part of each step; fits the mean distance of two neighbours, which is `FALSE_MATCH_ONE_IN`. */
export const STEP_BITS = 8;
export const WORD_MIN_CHARS = 4;
export const WORD_MAX_CHARS = 13;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Where a word stands in the set: FNV-1a, spread evenly over `count` times `FALSE_MATCH_ONE_IN` places. */
export function placeOf(word: string, count: number): number {
	let hash = FNV_OFFSET;
	for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), FNV_PRIME);
	hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
	return ((hash ^ (hash >>> 13)) >>> 0) % (count * FALSE_MATCH_ONE_IN);
}
