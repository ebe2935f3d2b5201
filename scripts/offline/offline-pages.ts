import type { HtmlTagDescriptor } from "vite";

/** A page that opens without a network: it has a service worker of its own, for its own folder. */
interface OfflinePage {
	/** The client that it is built from. */
	readonly client: string;
	/** What an installed one is called; absent: not to be installed. */
	readonly app?: { readonly name: string; readonly shortName: string; readonly display: "standalone" | "fullscreen" };
}

/** By folder. A number lives a day, and pairing and signing in are steps on the way to another page: none of them is an app. */
export const OFFLINE_PAGES: Readonly<Record<string, OfflinePage>> = {
	display: {
		client: "display-client",
		app: { name: "叫号大屏 · Lobby screen", shortName: "大屏", display: "fullscreen" },
	},
	kiosk: { client: "kiosk-client", app: { name: "取号机 · Kiosk", shortName: "取号机", display: "fullscreen" } },
	ticket: { client: "kiosk-client" },
	pair: { client: "kiosk-client" },
	staff: { client: "staff-client", app: { name: "大堂 · Lobby", shortName: "大堂", display: "standalone" } },
	counter: { client: "staff-client", app: { name: "窗口 · Counter", shortName: "窗口", display: "standalone" } },
	"sign-in": { client: "staff-client" },
	console: {
		client: "console-client",
		app: { name: "厅堂管理台 · Console", shortName: "管理台", display: "standalone" },
	},
};

/** One for all pages and outside their bundles, so that a screen's own script weighs nothing more. */
export const OFFLINE_SCRIPT = "offline.js";
export const MANIFEST = "app.webmanifest";

/** What a page of this folder carries in its head, so that it opens without a network and can be installed. */
export function offlineTags(page: string): HtmlTagDescriptor[] {
	const offline = OFFLINE_PAGES[page];
	if (offline === undefined) return [];
	const script = { tag: "script", attrs: { type: "module", src: `/${OFFLINE_SCRIPT}` } };
	if (offline.app === undefined) return [script];
	return [
		script,
		{ tag: "link", attrs: { rel: "manifest", href: `/${page}/${MANIFEST}` } },
		{ tag: "link", attrs: { rel: "apple-touch-icon", href: "/icons/icon-180.png" } },
	];
}
