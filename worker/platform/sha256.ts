import { hash } from "node:crypto";

/** SHA-256 of a text's UTF-8 in hex, where nothing may wait. */
export function sha256Hex(text: string): string {
	return hash("sha256", text, "hex");
}
