import { store, stored } from "../page/web-storage.ts";
import { fullJitterMs } from "./full-jitter.ts";

const RELOAD_BASE_MS = 5_000;
const RELOAD_CAP_MS = 600_000;
const KEY = "tingtang.reloads";

/**
 * The server says that this page's code is too old: reloads it after a random wait, to get a newer one. Each reload that brought none
 * doubles the upper limit of the next wait, so that not all screens of a bank ask again at the same moment.
 */
export function reloadLater(): void {
	const reloads = Number(stored("sessionStorage", KEY) ?? 0);
	store("sessionStorage", KEY, String(reloads + 1));
	setTimeout(
		() => location.reload(),
		fullJitterMs(reloads, Math.random, { baseMs: RELOAD_BASE_MS, capMs: RELOAD_CAP_MS }),
	);
}

/** The server has taken this page's code: the next wait is short again. */
export function reloadHelped(): void {
	store("sessionStorage", KEY, null);
}
