/** Calls back when the network returns or the page is looked at again, until the signal aborts. */
export function whenPageWakes(callback: () => void, signal: AbortSignal): void {
	if (typeof document === "undefined") return;
	addEventListener("online", callback, { signal });
	addEventListener("pageshow", callback, { signal });
	document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && callback(), { signal });
}
