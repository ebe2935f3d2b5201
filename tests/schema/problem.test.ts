import { describe, expect, it } from "vitest";
import { PROBLEMS, Problem, type ProblemCode, problem } from "../../schema/problem.ts";

const CHINESE = /\p{Script=Han}/u;
const codes = Object.keys(PROBLEMS) as ProblemCode[];

describe("every problem", () => {
	it.each(codes)("[DOOR-2] %s has a status of its kind and a sentence in Chinese and in English", (code) => {
		const { status, title, titleEn } = problem(code);
		expect(status).toBeGreaterThanOrEqual(400);
		expect(status).toBeLessThan(600);
		expect(title).toMatch(CHINESE);
		expect(titleEn).not.toMatch(CHINESE);
		expect(titleEn).toMatch(/^[A-Z].{10,}/);
	});

	it.each(codes)("[DOOR-2] %s says what to do, in both languages", (code) => {
		const { title, titleEn } = problem(code);
		// What is wrong, then what to do about it; or nothing but the latter.
		expect(titleEn).toMatch(/: [a-z]\S*|^Choose /);
		expect(title).toMatch(/，|^请/);
	});

	it("[DOOR-2] codes are stable words and their sentences differ", () => {
		for (const code of codes) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
		for (const language of [1, 2] as const) {
			expect(new Set(codes.map((code) => PROBLEMS[code][language])).size).toBe(codes.length);
		}
	});

	it("[DOOR-2] carries what is added to it and is a document of its type", () => {
		const made = problem("invalid-input", { requestId: "r-1", errors: [{ path: "command.type", message: "unknown" }] });
		expect(Problem.parse(made)).toEqual(made);
		expect(made).toMatchObject({ type: "urn:tingtang:problem:invalid-input", status: 422, requestId: "r-1" });
	});

	it("[DOOR-2] only the system's own failures are told as such", () => {
		const own = codes.filter((code) => PROBLEMS[code][0] >= 500);
		expect(own).toEqual(["too-many-sockets", "not-ready", "unexpected"]);
	});
});
