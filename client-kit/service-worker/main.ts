import { clientsClaim, setCacheNameDetails } from "workbox-core";
import { cleanupOutdatedCaches, matchPrecache, type PrecacheEntry, precacheAndRoute } from "workbox-precaching";
import { registerRoute } from "workbox-routing";
import { NetworkFirst } from "workbox-strategies";

declare const self: ServiceWorkerGlobalScope & {
	/** The build puts the files of the page here: scripts/build/build-offline.ts. */
	readonly __WB_MANIFEST: PrecacheEntry[];
};

/** A network that has said nothing for so long is taken for none, and the page opens from what is kept. */
const NETWORK_TIMEOUT_S = 3;

/** The page of this worker's own folder, whatever its address carries. */
const PAGE = new URL("index.html", self.registration.scope).href;

setCacheNameDetails({ prefix: "tingtang" });
cleanupOutdatedCaches();
clientsClaim();

// Nothing but the page's own files is kept: no answer of the API, no other page, no address that somebody opened.
registerRoute(
	({ request }) => request.mode === "navigate",
	new NetworkFirst({
		networkTimeoutSeconds: NETWORK_TIMEOUT_S,
		plugins: [
			{
				cacheWillUpdate: async () => null,
				cachedResponseWillBeUsed: () => matchPrecache(PAGE),
				fetchDidSucceed: async ({ response }) => {
					// A gateway that stands where the server was is no network either.
					if (response.status >= 500) throw new Error("nobody there");
					return response;
				},
			},
		],
	}),
);
precacheAndRoute(self.__WB_MANIFEST, { directoryIndex: "", cleanURLs: false });

// The page says when: client-kit/offline/main.ts.
self.addEventListener("message", ({ data }) => {
	if (data?.type === "SKIP_WAITING") void self.skipWaiting();
});
