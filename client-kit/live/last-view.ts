import type { ViewFrame } from "../../schema/hall/protocol.ts";
import { store, stored } from "../page/web-storage.ts";

/** A view as it was when the branch was last heard, at `wallMs` by the device's own clock. */
type LastView = KeptView & { readonly wallMs: number; readonly build: string };
type KeptView = Pick<ViewFrame, "epoch" | "seq" | "at" | "speed" | "collections">;

const KEY = "tingtang.last.";
/** A record that a newer build needs more of than an older one kept would break its page: each build reads its own only. */
const BUILD = import.meta.url;

/** Keeps a view for when the page is opened without a network; null forgets it. Never one that not everybody here may see. */
export function keepLastView(as: string, view: KeptView | null): void {
	store("localStorage", KEY + as, view && JSON.stringify({ ...view, wallMs: Date.now(), build: BUILD }));
}

export function lastView(as: string): LastView | null {
	try {
		const kept: LastView = JSON.parse(stored("localStorage", KEY + as) ?? "");
		return kept.build === BUILD ? kept : null;
	} catch {
		return null;
	}
}
