import { existsSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { PrecacheEntry } from "workbox-precaching";
import { PAGE_HEADERS } from "../../worker/api/site/security-headers.ts";
import { MANIFEST, OFFLINE_PAGES, OFFLINE_SCRIPT } from "../offline/offline-pages.ts";
import { OUTPUT, pageFiles, STAMPS } from "./build-clients.ts";
import { contentHash, textHash } from "./content-hash.ts";

const SOURCES = ["client-kit/offline", "client-kit/service-worker", "scripts/offline", "package-lock.json"];
/** Of the pages on the oldest browsers: television boxes and tickets' phones. */
const TARGET = ["chrome87", "safari15"];
/** Where the built worker, one for all pages, waits for the files of each; Workbox's own name. */
const FILES_OF_PAGE = "self.__WB_MANIFEST";

/** The service worker and the manifest of every page that opens without a network, and the script that looks after them. */
export async function buildOffline(): Promise<void> {
	const pages = Object.keys(OFFLINE_PAGES);
	for (const page of pages) await writeManifest(page);
	const lists = Object.fromEntries(pages.map((page) => [page, keptFiles(page)]));
	const hash = textHash(contentHash(SOURCES) + JSON.stringify(lists));
	const built = [OFFLINE_SCRIPT, ...pages.map(workerOf)].map((file) => join(OUTPUT, file));
	const stamp = join(STAMPS, "offline");
	if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash && built.every((file) => existsSync(file))) return;
	await writeFile(join(OUTPUT, OFFLINE_SCRIPT), await bundle("client-kit/offline/main.ts"));
	const code = await bundle("client-kit/service-worker/main.ts");
	if (code.split(FILES_OF_PAGE).length !== 2) throw new Error(`the service worker names ${FILES_OF_PAGE} not once`);
	for (const page of pages) {
		// The script that looks after the page is of this build too, and not known before it is built.
		const files = JSON.stringify([...(lists[page] ?? []), keptFile(OFFLINE_SCRIPT)]);
		await writeFile(
			join(OUTPUT, workerOf(page)),
			code.replace(FILES_OF_PAGE, () => files),
		);
	}
	await writeFile(stamp, hash);
}

const workerOf = (page: string) => `${page}/sw.js`;

function keptFiles(page: string): PrecacheEntry[] {
	return [`${page}/index.html`, ...pageFiles(page)].map(keptFile);
}

function keptFile(file: string): PrecacheEntry {
	const url = `/${file}`;
	// The name of an asset says what is in it.
	if (file.startsWith("assets/")) return { url, revision: null };
	const content = readFileSync(join(OUTPUT, file), "utf8");
	// A page is kept with its headers: when these change, it is fetched anew like one that has itself changed.
	const headers = file.endsWith(".html") ? JSON.stringify(PAGE_HEADERS) : "";
	return { url, revision: textHash(content + headers).slice(0, 16) };
}

async function bundle(input: string): Promise<string> {
	// Vite takes most of a second to load, which a start with nothing to build does not pay.
	const { build } = await import("vite");
	const built = await build({
		configFile: false,
		logLevel: "warn",
		publicDir: false,
		build: { write: false, target: TARGET, rolldownOptions: { input, output: { format: "iife" } } },
	});
	if ("on" in built) throw new Error(`${input} builds in watch mode, which never ends`);
	const [chunk] = [built].flat().flatMap(({ output }) => output);
	if (chunk?.type !== "chunk") throw new Error(`${input} gives no script`);
	return chunk.code;
}

async function writeManifest(page: string): Promise<void> {
	const app = OFFLINE_PAGES[page]?.app;
	if (app === undefined) return;
	const manifest = {
		id: `/${page}/`,
		name: app.name,
		short_name: app.shortName,
		lang: "zh-CN",
		start_url: `/${page}/`,
		// Signing in and pairing are pages of their own, and belong into the same window.
		scope: "/",
		display: app.display,
		background_color: "#ffffff",
		theme_color: "#0a5551",
		icons: [
			{ src: "/favicon.svg", type: "image/svg+xml", sizes: "any", purpose: "any" },
			{ src: "/icons/icon-192.png", type: "image/png", sizes: "192x192", purpose: "any" },
			{ src: "/icons/icon-512.png", type: "image/png", sizes: "512x512", purpose: "any" },
			{ src: "/icons/maskable-512.png", type: "image/png", sizes: "512x512", purpose: "maskable" },
		],
	};
	await writeFile(join(OUTPUT, page, MANIFEST), `${JSON.stringify(manifest, null, "\t")}\n`);
}
