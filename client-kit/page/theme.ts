import { store, stored } from "./web-storage.ts";

export type Theme = "light" | "dark";

const STORE_KEY = "tingtang.theme";
const callbacks = new Set<() => void>();
let isOnPaper = false;
const device = matchMedia("(prefers-color-scheme: dark)");

/** What the page shows: the person's choice, else what the device prefers; on paper it is light. */
export function theme(): Theme {
	if (isOnPaper) return "light";
	const chosen = stored("localStorage", STORE_KEY);
	if (chosen === "light" || chosen === "dark") return chosen;
	return device.matches ? "dark" : "light";
}

function apply(): void {
	document.documentElement.dataset.theme = theme();
	for (const callback of callbacks) callback();
}

apply();
device.addEventListener("change", apply);

/** Calls back after each change; returns how to stop. */
export function onThemeChange(callback: () => void): () => void {
	callbacks.add(callback);
	return () => callbacks.delete(callback);
}

export function switchTheme(): void {
	store("localStorage", STORE_KEY, theme() === "dark" ? "light" : "dark");
	apply();
}

/** From now on the page is printed in its light colours, whatever it shows: paper is white. */
export function printLight(): void {
	const print = (onPaper: boolean) => () => {
		isOnPaper = onPaper;
		apply();
	};
	addEventListener("beforeprint", print(true));
	addEventListener("afterprint", print(false));
}
