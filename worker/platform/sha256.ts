import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

const encoder = new TextEncoder();

/** SHA-256 of a text's UTF-8 in hex, where nothing may wait: a fifth of the platform's `node:crypto` for a commit's length. */
export function sha256Hex(text: string): string {
	return bytesToHex(sha256(encoder.encode(text)));
}
