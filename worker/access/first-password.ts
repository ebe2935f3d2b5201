/** Thirty-two characters that nobody mistakes for each other on paper; each carries five random bits. */
const SIGNS = "23456789abcdefghjkmnopqrstuvwxyz";
const GROUPS = 4;
const SIGNS_PER_GROUP = 4;

/** A new first password, 80 random bits, which is told to somebody once: four groups like `k7mq`, with dashes between them. */
export function firstPassword(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(GROUPS * SIGNS_PER_GROUP));
	const signs = Array.from(bytes, (byte) => SIGNS[byte % SIGNS.length]).join("");
	return Array.from({ length: GROUPS }, (_, at) => signs.slice(at * SIGNS_PER_GROUP, (at + 1) * SIGNS_PER_GROUP)).join(
		"-",
	);
}
