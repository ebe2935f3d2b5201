import { existsSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { BUILT_PAGES, gzippedKiB, PAGE_MAX_KIB, pageScripts } from "../scripts/build/page-scripts.ts";
import { OFFLINE_SCRIPT } from "../scripts/offline/offline-pages.ts";
import { run } from "../scripts/process/run.ts";
import { BenchFailure, type Measure, measure } from "./measure/measure.ts";

const KIB = 1_024;
/** The framework with one text on the page: less a page of this kind cannot weigh. */
const SMALLEST = {
	preact: `
	import { h, render } from "preact";
	import { signal } from "@preact/signals";
	render(h("p", null, signal("")), document.body);
`,
	react: `
	import { createElement } from "react";
	import { createRoot } from "react-dom/client";
	createRoot(document.body).render(createElement("p", null, ""));
`,
};
const PREACT = "Every script of the page, loaded now or later";
const REACT = "Every script that the page begins with; sheets and dialogs come when they are opened";

/** Kibibytes of gzipped script a page loads, beside the least its framework weighs. Builds the pages first. */
export async function pageWeight(page: keyof typeof PAGE_MAX_KIB): Promise<Measure> {
	await run(process.execPath, ["scripts/build.ts"]);
	if (!existsSync(join(BUILT_PAGES, page, "index.html"))) throw new BenchFailure(`${page} is not built`);
	const isLobby = page === "display" || page === "kiosk";
	const scripts = pageScripts(page, isLobby);
	return measure({
		value: gzippedKiB(scripts),
		baseline: (await bundledBytes(SMALLEST[isLobby ? "preact" : "react"])) / KIB,
		unit: "KiB",
		target: { of: "value", atMost: PAGE_MAX_KIB[page] },
		beside: { scripts: scripts.size, offlineKiB: gzippedKiB([join(BUILT_PAGES, OFFLINE_SCRIPT)]) },
		notes: `${isLobby ? PREACT : REACT}, each gzipped by itself; the baseline is the framework alone. offlineKiB: the script that all pages share, which lets them open without a network.`,
	});
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
