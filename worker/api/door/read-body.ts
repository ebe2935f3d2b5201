import type { ProblemCode } from "../../../schema/problem.ts";

/** The JSON value of a request's body, read no further than the limit. */
export async function readBody(request: Request, maxBytes: number): Promise<{ readonly value: unknown } | ProblemCode> {
	if (!isJson(request.headers.get("Content-Type"))) return "unsupported-media-type";
	if (Number(request.headers.get("Content-Length") ?? 0) > maxBytes) return "body-too-large";
	const text = await readText(request, maxBytes);
	if (text === null) return "body-too-large";
	try {
		return { value: JSON.parse(text) };
	} catch {
		return "malformed-body";
	}
}

/** Null when there is more than the limit, whatever the length header said. */
async function readText(request: Request, maxBytes: number): Promise<string | null> {
	if (request.headers.has("Content-Length")) return request.text();
	if (request.body === null) return "";
	const reader = request.body.getReader();
	const decoder = new TextDecoder();
	let text = "";
	for (let bytes = 0; ; ) {
		const { done, value } = await reader.read();
		if (done) return text + decoder.decode();
		bytes += value.byteLength;
		if (bytes > maxBytes) {
			await reader.cancel();
			return null;
		}
		text += decoder.decode(value, { stream: true });
	}
}

function isJson(type: string | null): boolean {
	return type !== null && /^application\/json\s*(;|$)/i.test(type);
}
