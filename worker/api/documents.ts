import type { Hono } from "hono/tiny";
import { asyncApiDocument } from "./asyncapi.ts";
import { openApiDocument } from "./openapi.ts";
import { etagOf, revalidatedText } from "./revalidate.ts";
import type { AppEnv } from "./serve.ts";

const DAY_MS = 86_400_000;
/** RFC 9116 asks for a date after which the address is not to be trusted; it is said anew each day. */
const SECURITY_TXT_DAYS = 180;

/** What the API says about itself, to everybody. */
export function serveDocuments(app: Hono<AppEnv>): void {
	let asyncApi: { readonly text: string; readonly etag: string } | undefined;
	// Made at the first question: nobody else should wait for it.
	let openApi: { readonly text: string; readonly etag: string } | undefined;
	app.get("/api/openapi.json", ({ req }) => {
		openApi ??= withEtag(openApiDocument());
		return revalidatedText(req.raw, openApi.text, openApi.etag);
	});
	app.get("/api/asyncapi.json", ({ req }) => {
		asyncApi ??= withEtag(asyncApiDocument());
		return revalidatedText(req.raw, asyncApi.text, asyncApi.etag);
	});
	app.get("/.well-known/security.txt", (context) => {
		const { SECURITY_CONTACT } = context.env;
		if (!SECURITY_CONTACT) return context.notFound();
		const expires = new Date((Math.floor(Date.now() / DAY_MS) + SECURITY_TXT_DAYS) * DAY_MS).toISOString();
		const lines = [`Contact: ${SECURITY_CONTACT}`, `Expires: ${expires}`, "Preferred-Languages: zh, en"];
		return context.text(`${lines.join("\n")}\n`, 200, { "Cache-Control": "public, max-age=86400" });
	});
}

function withEtag(document: unknown): { readonly text: string; readonly etag: string } {
	const text = JSON.stringify(document);
	return { text, etag: etagOf(text) };
}
