import { describe, it } from "vitest";
import { Segment } from "../../schema/customer/customer.ts";
import { RECOGNITION_MAX_MS } from "../../schema/limits.ts";
import { openRecognition, sealRecognition } from "../../worker/privacy/recognition.ts";
import { ringWith, SECRETS } from "./a-vault.ts";

const NOW = Date.UTC(2026, 10, 23);
const BRANCH = "sh-one";

function sealed(reference: string | null, segment: Segment, secrets = SECRETS): string {
	const made = sealRecognition(secrets, BRANCH, { reference, segment }, NOW);
	if (made === null) throw new Error("there are no keys");
	return made.recognition;
}

describe("a sealed recognition", () => {
	it("[PRV-11] has one length and one look, whomever it names", ({ expect }) => {
		const texts = [null, "C-20481234", `C${"-1".repeat(11)}9`].flatMap((reference) =>
			Segment.options.map((segment) => sealed(reference, segment)),
		);
		expect(new Set(texts.map((text) => text.length))).toEqual(new Set([168]));
		expect(new Set(texts).size).toBe(texts.length);
		for (const text of texts) expect(text).toMatch(/^[\w-]+$/);
	});

	it("[PRV-11] opens at its branch within ten minutes, also after the keys were turned, and nowhere else", ({
		expect,
	}) => {
		const text = sealed("C-20481234", "high");
		const known = { reference: "C-20481234", segment: "high" };
		const open = (branchId: string, now: number, secrets = SECRETS) => openRecognition(secrets, branchId, text, now);
		expect(open(BRANCH, NOW)).toEqual(known);
		expect(open(BRANCH, NOW + RECOGNITION_MAX_MS - 1)).toEqual(known);
		expect(open(BRANCH, NOW + RECOGNITION_MAX_MS)).toBeUndefined();
		expect(open("sh-two", NOW)).toBeUndefined();
		expect(open(BRANCH, NOW, ringWith("two"))).toEqual(known);
		expect(open(BRANCH, NOW, ringWith("two", ["two"]))).toBeUndefined();
		expect(open(BRANCH, NOW, {})).toBeUndefined();
	});

	it("[PRV-11] with any one character changed opens nowhere", ({ expect }) => {
		const text = sealed("C-20481234", "private");
		for (let at = 0; at < text.length; at++) {
			const changed = text.slice(0, at) + (text[at] === "A" ? "B" : "A") + text.slice(at + 1);
			expect(openRecognition(SECRETS, BRANCH, changed, NOW)).toBeUndefined();
		}
		expect(openRecognition(SECRETS, BRANCH, text.slice(4), NOW)).toBeUndefined();
	});
});
