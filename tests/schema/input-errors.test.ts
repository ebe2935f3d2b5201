import { describe, it } from "vitest";
import * as z from "zod";
import { inputErrors } from "../../schema/text/input-errors.ts";

const Input = z.strictObject({ what: z.string(), texts: z.record(z.string(), z.string()) });

function errorsOf(value: unknown, part?: string) {
	const parsed = Input.safeParse(value);
	if (parsed.success) throw new Error("it is good");
	return inputErrors(parsed.error, part);
}

describe("what is wrong with an input", () => {
	it("[DOOR-2] is told with its place and the names of properties that are not known", ({ expect }) => {
		const errors = errorsOf({ what: 1, texts: { "why.2": 1 }, wrong: 1 }, "body");
		expect(errors.map(({ path }) => path).sort()).toEqual(["body", "body.texts.why.2", "body.what"]);
		expect(errors.find(({ path }) => path === "body")?.message).toContain('"wrong"');
	});

	it.for(["李小明", "13812345678", "6222021234567890", "a b"])(
		"[PRV-12] never repeats %s sent as a name of a property",
		(sent, { expect }) => {
			const text = JSON.stringify(errorsOf({ what: "", texts: { [sent]: 1 }, [sent]: 1 }));
			expect(text).not.toContain(sent);
			expect(text).toContain("Unrecognized key");
		},
	);
});
