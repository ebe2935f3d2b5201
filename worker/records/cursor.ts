/** Where a page ended: opaque to callers, the last row's key to us. */
export function cursorOf(parts: readonly string[]): string {
	return btoa(JSON.stringify(parts)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The key inside a cursor; null when somebody made it up. */
export function readCursor(cursor: string, length: number): string[] | null {
	try {
		const parts: unknown = JSON.parse(atob(cursor.replaceAll("-", "+").replaceAll("_", "/")));
		const valid = Array.isArray(parts) && parts.length === length && parts.every((part) => typeof part === "string");
		return valid ? parts : null;
	} catch {
		return null;
	}
}
