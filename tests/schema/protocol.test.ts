import { hash } from "node:crypto";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { PROTOCOL_MIN_VERSION, PROTOCOL_VERSION } from "../../rules/live-protocol.ts";
import { ClientFrame, CloseReason, ServerFrame } from "../../schema/hall/protocol.ts";
import { DisplayView, StaffView, StatusView, TicketView } from "../../schema/hall/view.ts";
import { PROBLEMS, ProblemCode } from "../../schema/problem.ts";

/**
 * What each version of the protocol says, as a fingerprint. A test below fails when a frame or a view changes: raise
 * `PROTOCOL_VERSION` and add a line, or, if clients of today can go on without the change, exchange the fingerprint.
 */
const FINGERPRINTS: Readonly<Record<number, { readonly frames: string; readonly views: string }>> = {
	3: { frames: "953de71b10ef92a0", views: "cfafbac9f377371e" },
};

function fingerprint(...schemas: z.ZodType[]): string {
	// The list of problem codes may grow at any time: a client that does not know one shows its words.
	const codes = JSON.stringify(ProblemCode.options);
	const text = JSON.stringify(schemas.map((schema) => z.toJSONSchema(schema, { io: "input" }))).replaceAll(codes, "[]");
	return hash("sha256", text).slice(0, 16);
}

describe("the protocol", () => {
	it("[LIVE-4] a frame does not change unless its version does", () => {
		const frames = fingerprint(ClientFrame, ServerFrame);
		expect(frames).toBe(FINGERPRINTS[PROTOCOL_VERSION]?.frames);
	});

	it("[LIVE-4] nor do the records that frames carry", () => {
		const views = fingerprint(DisplayView, StaffView, TicketView, StatusView);
		expect(views).toBe(FINGERPRINTS[PROTOCOL_VERSION]?.views);
	});

	it("[LIVE-4] the present version and the one before are spoken", () => {
		expect(PROTOCOL_VERSION - PROTOCOL_MIN_VERSION).toBe(1);
	});

	it("[LIVE-5] every reason to close for good is a problem with words of its own", () => {
		for (const reason of CloseReason.options) expect(PROBLEMS).toHaveProperty(reason);
	});
});
