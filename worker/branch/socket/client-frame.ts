import { ClientFrame } from "../../../schema/hall/protocol.ts";
import { FRAME_MAX_BYTES } from "../../../schema/limits.ts";
import { type Problem, problem } from "../../../schema/problem.ts";
import { inputErrors } from "../../../schema/text/input-errors.ts";

/** What a client says, or what is wrong with it. */
export function parseFrame(message: string | ArrayBuffer): ClientFrame | Problem {
	if (typeof message !== "string") return problem("malformed-frame");
	if (bytesOf(message) > FRAME_MAX_BYTES) return problem("frame-too-large");
	let value: unknown;
	try {
		value = JSON.parse(message);
	} catch {
		return problem("malformed-frame");
	}
	const parsed = ClientFrame.safeParse(value);
	if (parsed.success) return parsed.data;
	return problem("malformed-frame", { errors: inputErrors(parsed.error) });
}

/** Counted only where it matters: a character takes at least one byte and, of those JSON carries, at most three. */
function bytesOf(text: string): number {
	const isPlain = text.length > FRAME_MAX_BYTES || text.length * 3 <= FRAME_MAX_BYTES;
	return isPlain ? text.length : new TextEncoder().encode(text).length;
}
