import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { OFFLINE_SCRIPT } from "../offline/offline-pages.ts";

export const BUILT_PAGES = "dist/client";
/**
 * Kibibytes of gzipped script. A lobby's machines load all of a page at once; a phone loads its sheets when they are opened, so
 * for the staff pages the first load counts.
 */
export const PAGE_MAX_KIB = { display: 22, kiosk: 40, staff: 150, counter: 150 } as const;

const SCRIPT = /<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+\.js)"/g;
const AT_ONCE = /(?:\bfrom|\bimport)\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g;
const AT_ONCE_OR_LATER = /(?:\bfrom|\bimport)\s*\(?\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g;
const KIB = 1_024;

/** Paths of the scripts that a built page names and of whatever those import; without `later` those alone that it begins with. */
export function pageScripts(page: string, later: boolean): Set<string> {
	const found = new Set<string>();
	const add = (path: string) => {
		if (found.has(path)) return;
		found.add(path);
		const imports = readFileSync(path, "utf8").matchAll(later ? AT_ONCE_OR_LATER : AT_ONCE);
		for (const [, target = ""] of imports) add(join(path, "..", target));
	};
	// What keeps pages for a time without network is one file for all of them, fetched apart (docs/decisions/0024).
	const html = readFileSync(join(BUILT_PAGES, page, "index.html"), "utf8");
	const named = [...html.matchAll(SCRIPT)].map(([, target = ""]) => target);
	for (const target of named) if (target !== `/${OFFLINE_SCRIPT}`) add(join(BUILT_PAGES, target));
	return found;
}

/** Kibibytes of these files, each gzipped by itself. */
export function gzippedKiB(paths: Iterable<string>): number {
	return [...paths].reduce((bytes, path) => bytes + gzipSync(readFileSync(path)).length, 0) / KIB;
}
