import { Buffer } from "node:buffer";
import { randomBytes, scryptSync, timingSafeEqual } from "node:crypto";

/**
 * scrypt with N = 2^14, r = 8, p = 5: one of the equal settings of OWASP's Password Storage Cheat Sheet. One hash needs 16 MiB of
 * an isolate's 128 MiB.
 */
const COST = 16_384;
const BLOCK_SIZE = 8;
const PARALLELISM = 5;
const SALT_BYTES = 16;
const HASH_BYTES = 32;
/** 128 x N x r bytes are needed and a little more; a limit of exactly that is refused, so twice that is allowed. */
const MEMORY_MAX_BYTES = 256 * COST * BLOCK_SIZE;

/** A salted hash with its settings, `scrypt$N$r$p$salt$hash`. Takes about a fifth of a second. */
export function hashPassword(password: string): string {
	const salt = randomBytes(SALT_BYTES);
	const settings = { N: COST, r: BLOCK_SIZE, p: PARALLELISM, maxmem: MEMORY_MAX_BYTES };
	const hash = scryptSync(password.normalize("NFC"), salt, HASH_BYTES, settings);
	return ["scrypt", COST, BLOCK_SIZE, PARALLELISM, salt.toString("base64url"), hash.toString("base64url")].join("$");
}

/** A hash that no password has: checking a password against it takes as long as against a real one. */
export function hashOfNobody(): string {
	const [salt, hash] = [randomBytes(SALT_BYTES), randomBytes(HASH_BYTES)];
	return ["scrypt", COST, BLOCK_SIZE, PARALLELISM, salt.toString("base64url"), hash.toString("base64url")].join("$");
}

/**
 * Whether this is the password that was hashed; hashes are compared in constant time. False also when `stored` is not a valid hash,
 * or has higher settings than ours: a changed row must not make the check expensive.
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
