/** Thirty-two signs that nobody mistakes for each other on paper, so each carries five bits. */
const SIGNS = "23456789abcdefghjkmnopqrstuvwxyz";
const GROUPS = 4;
const SIGNS_PER_GROUP = 4;

/** A password that is told to somebody once, 80 random bits: `k7mq-…` in four groups. */
export function firstPassword(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(GROUPS * SIGNS_PER_GROUP));
	const signs = Array.from(bytes, (byte) => SIGNS[byte % SIGNS.length]).join("");
	return Array.from({ length: GROUPS }, (_, at) => signs.slice(at * SIGNS_PER_GROUP, (at + 1) * SIGNS_PER_GROUP)).join(
		"-",
	);
}
