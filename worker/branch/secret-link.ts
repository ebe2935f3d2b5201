const LINK_BYTES = 16;

/** A ticket page's secret: 128 bits from the platform's secure generator, base64url. */
export function secretLink(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(LINK_BYTES));
	return btoa(String.fromCharCode(...bytes))
		.replaceAll("+", "-")
		.replaceAll("/", "_")
		.replaceAll("=", "");
}
