import { Buffer } from "node:buffer";
import { randomBytes, scryptSync, timingSafeEqual } from "node:crypto";

/**
 * scrypt at 16 MiB and five rounds: one of the settings of equal strength in OWASP's Password Storage Cheat Sheet, and
 * the largest that leaves an isolate of 128 MiB room for several at once.
 */
const COST = 16_384;
const BLOCK_SIZE = 8;
const PARALLELISM = 5;
const SALT_BYTES = 16;
const HASH_BYTES = 32;
/** What the settings above need (128 x cost x block size), twice, because the check of the limit is strict. */
const MEMORY_MAX_BYTES = 256 * COST * BLOCK_SIZE;

/** A salted hash with its settings, `scrypt$N$r$p$salt$hash`. Takes about a fifth of a second. */
export function hashPassword(password: string): string {
	const salt = randomBytes(SALT_BYTES);
	const settings = { N: COST, r: BLOCK_SIZE, p: PARALLELISM, maxmem: MEMORY_MAX_BYTES };
	const hash = scryptSync(password.normalize("NFC"), salt, HASH_BYTES, settings);
	return ["scrypt", COST, BLOCK_SIZE, PARALLELISM, salt.toString("base64url"), hash.toString("base64url")].join("$");
}

/** A hash of no password at all, so that comparing with it takes as long as with anybody's. */
export function hashOfNobody(): string {
	const [salt, hash] = [randomBytes(SALT_BYTES), randomBytes(HASH_BYTES)];
	return ["scrypt", COST, BLOCK_SIZE, PARALLELISM, salt.toString("base64url"), hash.toString("base64url")].join("$");
}

/**
 * Whether this is the password that was hashed, in constant time. False also for a hash that is none; never stronger
 * settings than ours, so that a stored row cannot make the check expensive.
 */
export function verifyPassword(password: string, stored: string): boolean {
	const [name, cost, blockSize, parallelism, salt, hash, ...rest] = stored.split("$");
	if (name !== "scrypt" || hash === undefined || salt === undefined || rest.length > 0) return false;
	const [N, r, p] = [Number(cost), Number(blockSize), Number(parallelism)];
	if (!isSetting(N, COST) || !isPowerOfTwo(N) || !isSetting(r, BLOCK_SIZE) || !isSetting(p, PARALLELISM)) return false;
	const expected = Buffer.from(hash, "base64url");
	if (expected.length !== HASH_BYTES) return false;
	const settings = { N, r, p, maxmem: MEMORY_MAX_BYTES };
	const actual = scryptSync(password.normalize("NFC"), Buffer.from(salt, "base64url"), HASH_BYTES, settings);
	return timingSafeEqual(actual, expected);
}

function isSetting(value: number, max: number): boolean {
	return Number.isInteger(value) && value >= 1 && value <= max;
}

function isPowerOfTwo(value: number): boolean {
	return value > 1 && Number.isInteger(Math.log2(value));
}

/** Ten characters are the least a password may have; the contract says so as well. */
const PASSWORD_MIN_CHARS = 10;
/** A password of fewer different characters is a pattern. */
const DIFFERENT_CHARS_MIN = 5;
/** What is tried first; longer passwords that begin with one of these and go on with digits are tried next. */
const COMMON = [
	"password",
	"passw0rd",
	"p@ssw0rd",
	"p@ssword",
	"qwertyuiop",
	"qwerty",
	"1qaz2wsx",
	"1q2w3e4r",
	"q1w2e3r4",
	"zaq12wsx",
	"asdfghjkl",
	"letmein",
	"iloveyou",
	"woaini",
	"welcome",
	"admin",
	"administrator",
	"changeme",
	"abc123",
	"tingtang",
	"bank",
];
const RUNS = ["abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "01234567890123456789"];

/**
 * Whether a password is too easily guessed: short, made of the staff number, a run or a repetition, or among the common
 * ones, also when digits and signs only decorate it.
 */
export function weakPassword(password: string, staffId: string): boolean {
	const text = password.normalize("NFKC").toLowerCase();
	if ([...text].length < PASSWORD_MIN_CHARS || new Set(text).size < DIFFERENT_CHARS_MIN) return true;
	if (staffId.length > 2 && text.includes(staffId.toLowerCase())) return true;
	const isRun = RUNS.some((run) => run.includes(text) || [...run].reverse().join("").includes(text));
	if (isRun || /^(.{1,5}?)\1+$/u.test(text)) return true;
	return COMMON.includes(text.replace(/^[\d\W_]+|[\d\W_]+$/gu, "")) || COMMON.some((each) => startsCommon(text, each));
}

function startsCommon(text: string, common: string): boolean {
	return text.startsWith(common) && /^[\d\W_]*$/u.test(text.slice(common.length));
}
