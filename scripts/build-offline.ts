import { existsSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PAGE_HEADERS } from "../worker/api/security-headers.ts";
import { OUTPUT, pageFiles, STAMPS } from "./build-clients.ts";
import { contentHash, textHash } from "./content-hash.ts";
import { MANIFEST, OFFLINE_PAGES, OFFLINE_SCRIPT } from "./offline-pages.ts";

const SOURCES = ["client-kit/offline", "scripts/build-offline.ts", "scripts/offline-pages.ts", "package-lock.json"];
/** Of the pages on the oldest browsers: television boxes and tickets' phones. */
const TARGETS = { script: ["chrome87", "safari15"], worker: ["chrome 87", "ios 15"] };
/** A network that has said nothing for so long is taken for none, and the page opens from what is kept. */
const NETWORK_TIMEOUT_S = 3;

/** Of a service worker, where it runs. */
declare const caches: { match(url: URL, options: { ignoreSearch: boolean }): Promise<Response | undefined> };

/** Written into the worker as it stands: without the network, or with a gateway in its place, the page that is kept; never another. */
const KEPT_PAGE = {
	cacheWillUpdate: async () => null,
	cachedResponseWillBeUsed: ({ request }: { request: Request }) =>
		caches.match(new URL("index.html", request.url), { ignoreSearch: true }),
	fetchDidSucceed: async ({ response }: { response: Response }) => {
		if (response.status >= 500) throw new Error("nobody there");
		return response;
	},
};

/** The service worker and the manifest of every page that opens without a network, and the script that looks after them. */
export async function buildOffline(): Promise<void> {
	await buildScript();
	for (const page of Object.keys(OFFLINE_PAGES)) await buildPage(page);
}

async function buildScript(): Promise<void> {
	const file = join(OUTPUT, OFFLINE_SCRIPT);
	if (!(await isDue("offline-script", contentHash(SOURCES), [file]))) return;
	const { build } = await import("vite");
	await build({
		configFile: false,
		logLevel: "warn",
		publicDir: false,
		build: {
			outDir: OUTPUT,
			emptyOutDir: false,
			target: TARGETS.script,
			rolldownOptions: { input: "client-kit/offline/main.ts", output: { entryFileNames: OFFLINE_SCRIPT } },
		},
	});
	await done("offline-script", contentHash(SOURCES));
}

async function buildPage(page: string): Promise<void> {
	await writeManifest(page);
	const files = [`${page}/index.html`, OFFLINE_SCRIPT, ...pageFiles(page)];
	const headers = JSON.stringify(PAGE_HEADERS);
	const hash = textHash(contentHash([...SOURCES, ...files.map((file) => join(OUTPUT, file))]) + headers);
	if (!(await isDue(`offline-${page}`, hash, [join(OUTPUT, page, "sw.js")]))) return;
	const { generateSW } = await import("workbox-build");
	const { warnings } = await generateSW({
		swDest: join(OUTPUT, page, "sw.js"),
		globDirectory: OUTPUT,
		globPatterns: files,
		modifyURLPrefix: { "": "/" },
		dontCacheBustURLsMatching: /^\/assets\//,
		manifestTransforms: [
			(entries) => ({
				// A page is kept with its headers: when these change, it is fetched anew like one that has itself changed.
				manifest: entries.map((each) =>
					each.url.endsWith(".html") ? { ...each, revision: textHash(each.revision + headers) } : each,
				),
				warnings: [],
			}),
		],
		// Nothing but the page's own files is kept: no answer of the API, no other page, no address that somebody opened.
		directoryIndex: null,
		runtimeCaching: [
			{
				urlPattern: ({ request }) => request.mode === "navigate",
				handler: "NetworkFirst",
				options: { networkTimeoutSeconds: NETWORK_TIMEOUT_S, plugins: [KEPT_PAGE] },
			},
		],
		cacheId: `tingtang-${page}`,
		// The page says when: offline/main.ts.
		skipWaiting: false,
		clientsClaim: true,
		cleanupOutdatedCaches: true,
		inlineWorkboxRuntime: true,
		sourcemap: false,
		babelPresetEnvTargets: TARGETS.worker,
	});
	for (const warning of warnings) throw new Error(`the service worker of ${page}: ${warning}`);
	await done(`offline-${page}`, hash);
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

async function isDue(name: string, hash: string, files: readonly string[]): Promise<boolean> {
	const stamp = join(STAMPS, name);
	return !existsSync(stamp) || readFileSync(stamp, "utf8") !== hash || !files.every((file) => existsSync(file));
}

async function done(name: string, hash: string): Promise<void> {
	await writeFile(join(STAMPS, name), hash);
}
