import { dirname, resolve } from "node:path";
import type { UserConfig } from "vite";
import { browserSentence } from "./browsers/browser-sentence.ts";
import { buildTarget } from "./browsers/oldest-browsers.ts";
import { offlineTags } from "./offline/offline-pages.ts";

interface ClientOptions {
	/** The client's folder, e.g. `display-client`. */
	client: string;
	/** Folders below the client that hold an `index.html`, each served at `/<page>/`; `.` is the start page `/`. */
	pages: readonly string[];
	/** Whose `jsx()` the pages are compiled to. */
	jsx: "preact" | "react";
}

/** The build that all clients share: pages at `dist/client/<page>/`, everything else at `dist/client/assets/<client>/`. */
export function clientConfig({ client, pages, jsx }: ClientOptions): UserConfig {
	const root = resolve(import.meta.dirname, "..", client);
	return {
		root,
		base: "/",
		publicDir: "public",
		logLevel: "warn",
		plugins: [
			browserSentence(client),
			{
				name: "opens-without-network",
				transformIndexHtml: { order: "post", handler: (_html, { path }) => offlineTags(dirname(path).slice(1)) },
			},
		],
		oxc: { jsx: { runtime: "automatic", importSource: jsx } },
		build: {
			outDir: resolve(root, "../dist/client"),
			// All clients are built into one folder: none empties it.
			emptyOutDir: false,
			assetsDir: `assets/${client}`,
			// Small pictures become files too, so that a strict content security policy needs no exception for data: urls.
			assetsInlineLimit: 0,
			reportCompressedSize: false,
			chunkSizeWarningLimit: 1_000,
			...buildTarget(client),
			rolldownOptions: { input: pages.map((page) => resolve(root, page, "index.html")) },
		},
	};
}
