import type { Context } from "hono";
import type { Hono } from "hono/tiny";
import { API_ROOT, CONTRACT_FOLDER } from "../../../rules/api-root.ts";
import { problemResponse } from "../door/problem-response.ts";
import { etagOf, revalidatedText } from "../door/revalidate.ts";
import type { AppEnv } from "../door/serve.ts";

const DAY_MS = 86_400_000;
/** RFC 9116 asks for a date after which the address is not to be trusted; it is said anew each day. */
const SECURITY_TXT_DAYS = 180;

const NAMES = ["openapi.json", "asyncapi.json"] as const;
/** The addresses below the API that have a document and no endpoint. */
export const DOCUMENTS: readonly string[] = NAMES.map((name) => `${API_ROOT}/${name}`);

type Document = { readonly text: string; readonly etag: string };

/** What the API says about itself, to everybody. */
export function serveDocuments(app: Hono<AppEnv>): void {
	for (const name of NAMES) {
		let known: Document | null = null;
		app.get(`${API_ROOT}/${name}`, async (context) => {
			known ??= await documentNamed(name, context);
			return known === null
				? problemResponse(context, "not-found")
				: revalidatedText(context.req.raw, known.text, known.etag);
		});
	}
	app.get("/.well-known/security.txt", (context) => {
		const { SECURITY_CONTACT } = context.env;
		if (!SECURITY_CONTACT) return context.notFound();
		const expires = new Date((Math.floor(Date.now() / DAY_MS) + SECURITY_TXT_DAYS) * DAY_MS).toISOString();
		const lines = [`Contact: ${SECURITY_CONTACT}`, `Expires: ${expires}`, "Preferred-Languages: zh, en"];
		return context.text(`${lines.join("\n")}\n`, 200, { "Cache-Control": "public, max-age=86400" });
	});
}

/** Null where the build's files are not served: the API alone. */
async function documentNamed(name: string, { env, req }: Context<AppEnv>): Promise<Document | null> {
	const files: Fetcher | undefined = env.ASSETS;
	const file = await files?.fetch(new URL(`${CONTRACT_FOLDER}/${name}`, req.url));
	if (!file?.ok) return null;
	const text = await file.text();
	return { text, etag: etagOf(text) };
}
