import { randomBytes } from "node:crypto";

const LINK_BYTES = 16;

/** A ticket page's secret: 128 bits from the platform's secure generator, base64url. */
export function secretLink(): string {
	return randomBytes(LINK_BYTES).toString("base64url");
}
