import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { OFFLINE_SCRIPT } from "../scripts/offline/offline-pages.ts";
import { run } from "../scripts/process/run.ts";
import { BenchFailure, type Measure, measure } from "./measure/measure.ts";

const PAGES = "dist/client";
const KIB = 1_024;
const SCRIPT = /<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+\.js)"/g;
const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g;
/** The framework with one text on the page: less a page of this kind cannot weigh. */
const SMALLEST = `
	import { h, render } from "preact";
	import { signal } from "@preact/signals";
	render(h("p", null, signal("")), document.body);
`;

/** Kibibytes of gzipped script a page loads, beside the least its framework weighs. Builds the pages first. */
export async function pageWeight(page: string, atMost: number): Promise<Measure> {
	await run(process.execPath, ["scripts/build.ts"]);
	const html = join(PAGES, page, "index.html");
	if (!existsSync(html)) throw new BenchFailure(`${html} is not built`);
	const scripts = scriptsOf(html);
	const gzipped = [...scripts].reduce((bytes, script) => bytes + gzipSync(readFileSync(script)).length, 0);
	return measure({
		value: gzipped / KIB,
		baseline: (await bundledBytes(SMALLEST)) / KIB,
		unit: "KiB",
		target: { of: "value", atMost },
		beside: { scripts: scripts.size, offlineKiB: gzipSync(readFileSync(join(PAGES, OFFLINE_SCRIPT))).length / KIB },
		notes: `Every script of /${page}/ itself, loaded now or later, each gzipped by itself; the baseline is the framework alone. Beside it the one that all pages share, which keeps them for a time without network.`,
	});
}

/** The scripts a page names and whatever those import, as paths. */
function scriptsOf(html: string): Set<string> {
	const found = new Set<string>();
	const add = (path: string) => {
		if (found.has(path)) return;
		found.add(path);
		for (const [, target = ""] of readFileSync(path, "utf8").matchAll(IMPORT)) add(join(dirname(path), target));
	};
	// What keeps pages for a time without network is one file for all of them, fetched apart (docs/decisions/0024).
	const named = [...readFileSync(html, "utf8").matchAll(SCRIPT)].map(([, target = ""]) => target);
	for (const target of named) if (target !== `/${OFFLINE_SCRIPT}`) add(join(PAGES, target));
	return found;
}

/** Gzipped bytes of a module and all it imports. */
export async function bundledBytes(source: string): Promise<number> {
	const entry = "smallest.js";
	const built = await build({
		configFile: false,
		logLevel: "silent",
		build: { write: false, modulePreload: { polyfill: false }, rolldownOptions: { input: entry } },
		plugins: [
			{
				name: entry,
				resolveId: (id) => (id === entry ? join(process.cwd(), entry) : null),
				load: (id) => (id.endsWith(entry) ? source : null),
			},
		],
	});
	if ("on" in built) throw new Error("the build does not end");
	const chunks = [built]
		.flat()
		.flatMap(({ output }) => output.flatMap((each) => (each.type === "chunk" ? [each.code] : [])));
	return chunks.reduce((bytes, code) => bytes + gzipSync(code).length, 0);
}
