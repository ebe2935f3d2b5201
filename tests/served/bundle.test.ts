import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { bundleWorker, WORKER_MAX_KIB } from "../../scripts/build/bundle-worker.ts";
import { readableStack } from "../../scripts/serve/readable-stack.ts";

const BUNDLE_TIMEOUT_MS = 120_000;
/** A sentence of the worker that stands at one place only. */
const SOURCE = "worker/api/customer/recognition.ts";
const SENTENCE = "the customer directory did not answer";
const positionIn = (text: string) => {
	const before = text.slice(0, text.indexOf(SENTENCE)).split("\n");
	return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
};

describe("the worker that is deployed", () => {
	let code: string;
	beforeAll(async () => {
		code = readFileSync(await bundleWorker(), "utf8");
	}, BUNDLE_TIMEOUT_MS);

	it("[OPS-1] is small enough to start anywhere, and is the one that is served here", () => {
		expect(gzipSync(code).length).toBeLessThanOrEqual(WORKER_MAX_KIB * 1_024);
	});

	it("[OPS-1] says in its stack traces where in the source something happened", () => {
		const { line, column } = positionIn(code);
		const said = readableStack(`Error: no\n    at q (worker.js:${line}:${column})\n    at index.js:${line}:${column}`);
		const place = `${SOURCE}:${positionIn(readFileSync(SOURCE, "utf8")).line}:`;
		expect(said.split(place)).toHaveLength(3);
		expect(readableStack("no place at all")).toBe("no place at all");
	});
});
