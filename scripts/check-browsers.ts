/**
 * Holds what is built, and the sources it is built from, against the oldest browsers of `oldest-browsers.ts`. Prints what is
 * newer; exit code 1 when there is something.
 */
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { ASKED_FIRST, type AskedFirst } from "./browsers/asked-first.ts";
import { newInBundle } from "./browsers/new-in-bundle.ts";
import { clientProgram, newInSource } from "./browsers/new-in-source.ts";
import { newInStyle } from "./browsers/new-in-style.ts";
import { OLDEST_BROWSERS, oldestOfAll, oldestOfClient } from "./browsers/oldest-browsers.ts";
import { OUTPUT } from "./build/build-clients.ts";
import { OFFLINE_PAGES, OFFLINE_SCRIPT } from "./offline/offline-pages.ts";
import { presentFiles } from "./offline/replaced-files.ts";
import { run } from "./process/run.ts";

const faults = new Set<string>();
const used = new Set<AskedFirst>();
function note(place: string, what: string): void {
	const known = ASKED_FIRST.find(
		({ where, uses }) => place.startsWith(where) && uses.some((use) => what.startsWith(use)),
	);
	if (known) used.add(known);
	else faults.add(`${place} uses ${what}`);
}

await run(process.execPath, ["scripts/build.ts"]);
const pages = Object.entries(OLDEST_BROWSERS);
for (const client of new Set(pages.map(([page]) => page.slice(0, page.indexOf("/"))))) {
	const own = pages
		.filter(([page]) => page.startsWith(`${client}/`))
		.map(([page, { versions }]) => ({ root: `${page}/main.tsx`, versions }));
	const program = clientProgram(
		client,
		own.map(({ root }) => root),
	);
	for (const { root, versions } of own) for (const { at, what } of newInSource(program, root, versions)) note(at, what);

	const versions = oldestOfClient(client);
	for (const path of presentFiles(OUTPUT)) {
		if (!path.startsWith(`assets/${client}/`) || !/\.(js|css)$/.test(path)) continue;
		const built = readFileSync(join(OUTPUT, path), "utf8");
		const found = path.endsWith(".js") ? newInBundle(path, built, versions) : await newInStyle(path, built, versions);
		for (const what of found) note(`${client}/${basename(path)}`, what);
	}
}
const versions = oldestOfAll();
for (const path of [OFFLINE_SCRIPT, ...Object.keys(OFFLINE_PAGES).map((page) => `${page}/sw.js`)])
	for (const what of newInBundle(path, readFileSync(join(OUTPUT, path), "utf8"), versions)) note(path, what);
for (const entry of ASKED_FIRST)
	if (!used.has(entry)) faults.add(`asked-first.ts: nothing needs ${entry.where} ${entry.uses}`);
for (const fault of faults) console.error(`${fault}, which the oldest browsers of that page do not know`);
if (faults.size === 0) console.log("browsers: nothing is newer than they are");
process.exit(faults.size === 0 ? 0 : 1);
