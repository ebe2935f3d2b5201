import { createHash } from "node:crypto";

const ETAG_CHARS = 22;

/** A JSON answer with an ETag; 304 to whoever has the very same one. What may be kept, a browser asks about each time. */
export function revalidated(request: Request, value: unknown, mayBeKept: boolean): Response {
	const text = JSON.stringify(value);
	return revalidatedText(request, text, etagOf(text), mayBeKept);
}

/** As `revalidated`, for a text whose ETag is known. */
export function revalidatedText(request: Request, text: string, etag: string, mayBeKept = true): Response {
	const headers = { ETag: etag, "Cache-Control": mayBeKept ? "private, no-cache" : "no-store" };
	if (isKnown(request.headers.get("If-None-Match"), etag)) return new Response(null, { status: 304, headers });
	return new Response(text, { headers: { ...headers, "Content-Type": "application/json" } });
}

/** Weak: what lies between may compress the answer. */
export function etagOf(text: string): string {
	return `W/"${createHash("sha256").update(text).digest("base64url").slice(0, ETAG_CHARS)}"`;
}

function isKnown(header: string | null, etag: string): boolean {
	if (header === null) return false;
	const opaque = etag.slice(2);
	return header.split(",").some((each) => each.trim() === "*" || each.trim().replace(/^W\//, "") === opaque);
}
