import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { bringReplaced, keepReplaced, presentFiles } from "../../scripts/offline/replaced-files.ts";

const DAY_MS = 86_400_000;
const NOW = 1_795_000_000_000;
const [OLD, NEW] = ["assets/a/index-old.js", "assets/a/index-new.js"];

let output: string;
beforeEach(async () => {
	output = await mkdtemp(join(tmpdir(), "tingtang-files-"));
	await mkdir(join(output, "assets/a"), { recursive: true });
});
afterEach(() => rm(output, { recursive: true, force: true }));
const built = (file: string) => writeFile(join(output, file), "");

it("[PWA-4] a file that a build replaced stays for a day and then goes", async () => {
	await built(OLD);
	await keepReplaced(output, [OLD], NOW);
	await built(NEW);
	await keepReplaced(output, [NEW], NOW + DAY_MS);
	await keepReplaced(output, [NEW], NOW + 2 * DAY_MS - 1);
	expect(existsSync(join(output, OLD))).toBe(true);
	await keepReplaced(output, [NEW], NOW + 2 * DAY_MS);
	expect([OLD, NEW].map((file) => existsSync(join(output, file)))).toEqual([false, true]);
});

it("[PWA-4] what is only kept for pages opened before is none of the present build, and what no list names goes", async () => {
	await built(OLD);
	await keepReplaced(output, [OLD], NOW);
	await built(NEW);
	await built("assets/a/index-of-no-list.js");
	await keepReplaced(output, [NEW], NOW);
	expect(presentFiles(output)).toEqual([NEW]);
	expect(existsSync(join(output, "assets/a/index-of-no-list.js"))).toBe(false);
	expect(existsSync(join(output, OLD))).toBe(true);
});

it("[PWA-4] a machine that has not built what runs fetches it from there, however long that ran", async () => {
	const served: Record<string, string> = { "/files.json": JSON.stringify({ [OLD]: null }), [`/${OLD}`]: "// old" };
	const server = createServer((request, response) => response.end(served[request.url ?? ""]));
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	await built(NEW);
	await keepReplaced(output, [NEW], NOW);
	const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	expect(await bringReplaced(output, address, NOW)).toBe(1);
	expect(existsSync(join(output, OLD))).toBe(true);
	await keepReplaced(output, [NEW], NOW + DAY_MS);
	expect(existsSync(join(output, OLD))).toBe(false);
	await new Promise((resolve) => server.close(resolve));
});
