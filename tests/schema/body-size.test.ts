import { describe, expect, it } from "vitest";
import * as z from "zod";
import { ENDPOINTS, type EndpointName } from "../../schema/endpoint/api.ts";
import { bodyMaxBytes } from "../../schema/endpoint/body-limit.ts";
import { largestBytes } from "../../schema/endpoint/body-size.ts";
import type { Endpoint } from "../../schema/endpoint/endpoint.ts";
import { LARGEST_BODIES } from "../../schema/endpoint/largest-bodies.ts";
import { patternWidth } from "../../schema/endpoint/pattern-width.ts";
import { Command } from "../../schema/hall/command.ts";
import { BODY_MAX_BYTES, CONFIGURATION_MAX_BYTES, FRAME_MAX_BYTES, IMPORT_MAX_CHARS } from "../../schema/limits.ts";
import { escaped, largestOf } from "./largest-value.ts";

const bodied = (Object.entries(ENDPOINTS) as [EndpointName, Endpoint][]).filter(([, { body }]) => body !== undefined);

describe("the size of a body", () => {
	it.each(bodied)("[DOOR-8] %s has a limit that follows from its schema", (name, endpoint) => {
		const largest = largestBytes(endpoint.body ?? z.never());
		expect(Number.isFinite(largest)).toBe(true);
		// What the door reads is a table that was written down: it is what the schemas say now.
		expect(LARGEST_BODIES[name]).toBe(largest);
		expect(bodyMaxBytes(name, true)).toBeGreaterThan(largest);
		if (endpoint.longBody === undefined) expect(bodyMaxBytes(name, false)).toBe(bodyMaxBytes(name, true));
		else expect(bodyMaxBytes(name, false)).toBe(BODY_MAX_BYTES);
	});

	it.each(bodied)(
		"[DOOR-8] %s takes a largest body, which is no longer than was reckoned",
		(_, { body = z.never() }) => {
			const value = largestOf(body);
			expect(body.safeParse(value).error).toBeUndefined();
			const bytes = escaped(JSON.stringify(value)).length;
			const reckoned = largestBytes(body);
			expect(bytes).toBeLessThanOrEqual(reckoned);
			// Reckoning is no guess: what it allows beyond is numbers of less figures, and a configuration of Chinese alone.
			expect(reckoned).toBeLessThanOrEqual(2 * bytes + 64);
		},
	);

	it("[DOOR-8] has room for every character escaped", () => {
		const Note = z.strictObject({
			note: z.string().max(9),
			id: z
				.string()
				.regex(/^[a-z]{1,3}$/)
				.optional(),
			n: z.number(),
		});
		const note = { note: "𠮷".repeat(9), id: "abc", n: -1.7976931348623157e308 };
		const text = escaped(JSON.stringify(note));
		expect(largestBytes(Note)).toBe(text.length + 2 - 1);
		expect(largestBytes(z.array(z.enum(["a", "bcd"])).max(3))).toBe('["bcd","bcd","bcd"]'.length + 1);
		expect(largestBytes(z.partialRecord(z.enum(["a", "b"]), z.array(z.boolean()).max(1)))).toBe(
			'{"a":[false],"b":[false]}'.length + 1 + 2,
		);
	});

	it("[DOOR-8] is not said where nothing bounds it", () => {
		expect(() => largestBytes(z.strictObject({ note: z.string() }))).toThrow("body.note has no bound");
		expect(() => largestBytes(z.string().regex(/[a-z]/))).toThrow("no bound");
		expect(() => largestBytes(z.array(z.boolean()))).toThrow("no bound");
		expect(() => largestBytes(z.string().regex(/^a+$/))).toThrow("no bound");
		expect(() => largestBytes(z.unknown())).toThrow("anything");
		expect(() => largestBytes(z.record(z.string(), z.boolean()))).toThrow("any number of fields");
	});

	it("[DOOR-8] reads what a pattern allows", () => {
		expect(patternWidth("^[a-z0-9]{2,12}([.-][a-z0-9]{2,24})?$")).toBe(37);
		expect(patternWidth("^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$")).toBe(5);
		expect(patternWidth("^(?:ab|c[\\]x]{4})\\/$")).toBe(6);
		expect(patternWidth("^a{3,}$")).toBe(Number.POSITIVE_INFINITY);
		expect(() => patternWidth("^(?=a)b$")).toThrow("look");
	});

	it("[DOOR-8] is large for a configuration, a section of one, and a file of people alone", () => {
		const large = bodied.filter(([name]) => bodyMaxBytes(name, true) > BODY_MAX_BYTES).map(([name]) => name);
		expect(large.sort()).toEqual(["draftVersion", "importPeople", "sendCommand"]);
		expect(bodyMaxBytes("sendCommand", true)).toBeGreaterThan(2 * CONFIGURATION_MAX_BYTES);
		expect(bodyMaxBytes("importPeople", true)).toBeGreaterThan(12 * IMPORT_MAX_CHARS);
	});

	it("[DOOR-8] of what goes over a socket fits into a frame, and into a short body", () => {
		const over = Command.options.filter((option) => largestBytes(option) > FRAME_MAX_BYTES / 2);
		expect(over.map((option) => option.shape.type.value).sort()).toEqual(["change-staff", "configure"]);
	});
});
