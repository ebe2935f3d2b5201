import { store, stored } from "../page/web-storage.ts";
import { fullJitterMs } from "./full-jitter.ts";

const RELOAD_BASE_MS = 5_000;
const RELOAD_CAP_MS = 600_000;
const KEY = "tingtang.reloads";

/**
 * Reloads the page to get a newer client; each reload that did not help doubles the longest wait before the next,
 * so that a server that refuses everybody is not asked by every screen at once.
 */
export function reloadLater(): void {
	const reloads = Number(stored("sessionStorage", KEY) ?? 0);
	store("sessionStorage", KEY, String(reloads + 1));
	setTimeout(
		() => location.reload(),
		fullJitterMs(reloads, Math.random, { baseMs: RELOAD_BASE_MS, capMs: RELOAD_CAP_MS }),
	);
}

/** The present client was accepted: the next reload may be prompt again. */
export function reloadHelped(): void {
	store("sessionStorage", KEY, null);
}
