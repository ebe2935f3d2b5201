import { createHash } from "node:crypto";
import { USER_CODE_ALPHABET, USER_CODE_CHARS } from "../../../schema/people/device.ts";

const DEVICE_CODE_BYTES = 32;
const DEVICE_ID_CHARS = 16;
const DEVICE_ID_ALPHABET = "abcdefghjkmnpqrstvwxyz0123456789";

/** Eight letters for a screen: 34 bits, which is plenty for ten minutes of limited tries. */
export function newUserCode(): string {
	return drawn(USER_CODE_ALPHABET, USER_CODE_CHARS);
}

/** What only the device knows: 256 random bits, base64url. */
export function newDeviceCode(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(DEVICE_CODE_BYTES));
	return btoa(String.fromCharCode(...bytes))
		.replaceAll("+", "-")
		.replaceAll("/", "_")
		.replaceAll("=", "");
}

export function newDeviceId(): string {
	return `d${drawn(DEVICE_ID_ALPHABET, DEVICE_ID_CHARS)}`;
}

/** What is kept of a code; the kind keeps one from standing for the other. */
export function hashOfCode(kind: "device" | "user", code: string): string {
	return createHash("sha256").update(`tingtang pairing ${kind}\n${code}`).digest("base64url");
}

/** Letters drawn evenly: bytes that would favour the first ones are drawn again. */
function drawn(alphabet: string, chars: number): string {
	const fair = 256 - (256 % alphabet.length);
	let text = "";
	while (text.length < chars) {
		for (const byte of crypto.getRandomValues(new Uint8Array(chars))) {
			if (byte < fair && text.length < chars) text += alphabet[byte % alphabet.length];
		}
	}
	return text;
}
