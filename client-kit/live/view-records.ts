import type { ViewRecord } from "../../schema/hall/protocol.ts";
import type { Collection, ViewState } from "./apply-patch.ts";

const lists = new WeakMap<Collection, readonly ViewRecord[]>();

/**
 * The records of one collection of an audience's view, in the order the server sent them; the same list as long as
 * nothing in it changed. `View` is the audience's type, e.g. `recordsOf<DisplayView, "counters">(state, "counters")`.
 */
export function recordsOf<View extends Record<string, readonly ViewRecord[]>, Name extends keyof View & string>(
	state: ViewState | null,
	name: Name,
): View[Name] {
	const collection = state?.collections.get(name) ?? NONE;
	let list = lists.get(collection);
	if (list === undefined) {
		list = [...collection.values()];
		lists.set(collection, list);
	}
	// The server parses every view against the audience's schema, and the handshake named that audience.
	return list as View[Name];
}

const NONE: Collection = new Map();
