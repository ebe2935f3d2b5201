type Store = "localStorage" | "sessionStorage";

/** What a browser would not keep, for as long as this page lives. */
const unkept = new Map<string, string>();

/** What the browser keeps under a key; where storage is refused or absent, what this page itself remembers. */
export function stored(store: Store, key: string): string | null {
	try {
		return unkept.get(key) ?? globalThis[store].getItem(key);
	} catch {
		return null;
	}
}

/** Keeps a text, or with null forgets it. A browser that refuses, or is full, stops nobody: the page remembers. */
export function store(store: Store, key: string, value: string | null): void {
	unkept.delete(key);
	try {
		if (value === null) globalThis[store].removeItem(key);
		else globalThis[store].setItem(key, value);
	} catch {
		if (value !== null) unkept.set(key, value);
	}
}

/** Forgets everything of this tab. */
export function clearTab(): void {
	unkept.clear();
	try {
		sessionStorage.clear();
	} catch {
		// Then nothing was kept.
	}
}
