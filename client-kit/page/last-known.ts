import type { Bilingual } from "../../schema/ids.ts";
import { store, stored } from "./web-storage.ts";

/**
 * What a staff page may show of its last state when nobody can say who sits there: when it was, and what hangs on the wall of the hall
 * anyway. No ticket, nobody's name, nothing of a class.
 */
export type LastKnown = {
	readonly of: string;
	/** Epoch milliseconds of the device's own clock. */
	readonly atMs: number;
	readonly hall?: { readonly name: Bilingual; readonly waiting: number; readonly open: number };
};

const KEY = "tingtang.last.known";

/** Keeps it; null forgets it, as when somebody signs out. */
export function keepLastKnown(known: LastKnown | null): void {
	store("localStorage", KEY, known && JSON.stringify(known));
}

export function lastKnown(of: string): LastKnown | null {
	try {
		const known: LastKnown = JSON.parse(stored("localStorage", KEY) ?? "");
		return known.of === of ? known : null;
	} catch {
		return null;
	}
}
