import { describe, expect, it } from "vitest";
import { applyFrame, type ViewState } from "../../../client-kit/live/apply-patch.ts";
import { recordsOf } from "../../../client-kit/live/view-records.ts";
import type { PatchFrame, ViewFrame } from "../../../schema/hall/protocol.ts";
import type { DisplayView } from "../../../schema/hall/view.ts";

const view = (more: Partial<ViewFrame> = {}): ViewFrame => ({
	type: "view",
	protocol: 2,
	epoch: 1,
	seq: 10,
	at: 1_000,
	speed: 1,
	collections: {
		counters: [
			{ id: "c1", status: "open" },
			{ id: "c2", status: "closed" },
		],
		services: [{ id: "cash", waiting: 3 }],
	},
	...more,
});
const patch = (from: number, seq: number, more: Partial<PatchFrame> = {}): PatchFrame => ({
	type: "patch",
	from,
	seq,
	at: 2_000,
	put: {},
	remove: {},
	...more,
});

function stateAfter(state: ViewState | null, frame: ViewFrame | PatchFrame): ViewState {
	const result = applyFrame(state, frame);
	if ("gap" in result) throw new Error("a gap where none should be");
	return result.state;
}

describe("applyFrame", () => {
	it("[LIVE-1] takes a whole view", () => {
		const state = stateAfter(null, view());
		expect(state.seq).toBe(10);
		expect(state.collections.get("counters")?.get("c1")).toEqual({ id: "c1", status: "open" });
	});

	it("[LIVE-2] puts and removes records, keeping the order of those that stay", () => {
		const put = {
			counters: [
				{ id: "c1", status: "paused" },
				{ id: "c3", status: "open" },
			],
		};
		const state = stateAfter(stateAfter(null, view()), patch(10, 11, { put, remove: { services: ["cash"] } }));
		expect([...(state.collections.get("counters")?.keys() ?? [])]).toEqual(["c1", "c2", "c3"]);
		expect(state.collections.get("counters")?.get("c1")?.status).toBe("paused");
		expect(state.collections.get("services")?.size).toBe(0);
		expect(state.seq).toBe(11);
	});

	it("[LIVE-2] applies a patch that starts before its own seq and ends after it", () => {
		expect(stateAfter(stateAfter(null, view()), patch(7, 12)).seq).toBe(12);
	});

	it("[LIVE-2] ignores old news", () => {
		const state = stateAfter(null, view());
		const old = patch(8, 10, { put: { counters: [{ id: "c1", status: "closed" }] } });
		expect(stateAfter(state, old)).toBe(state);
		expect(stateAfter(state, patch(3, 5))).toBe(state);
	});

	it("[LIVE-3] reports a gap, and a patch before any view is one", () => {
		expect(applyFrame(stateAfter(null, view()), patch(11, 12))).toEqual({ gap: true });
		expect(applyFrame(null, patch(0, 1))).toEqual({ gap: true });
	});

	it("[LIVE-2] keeps the identity of everything a patch does not change", () => {
		const before = stateAfter(null, view());
		const same = { services: [{ id: "cash", waiting: 3 }], counters: [{ id: "c1", status: "paused" }] };
		const after = stateAfter(before, patch(10, 11, { put: same, remove: { services: ["never-was"] } }));
		expect(after.collections.get("services")).toBe(before.collections.get("services"));
		expect(after.collections.get("counters")).not.toBe(before.collections.get("counters"));
		expect(after.collections.get("counters")?.get("c2")).toBe(before.collections.get("counters")?.get("c2"));
	});

	it("[LIVE-3] keeps identity over a whole view of the same epoch", () => {
		const before = stateAfter(null, view());
		const collections = { ...view().collections, services: [{ id: "cash", waiting: 4 }] };
		const after = stateAfter(before, view({ seq: 20, collections }));
		expect(after.collections.get("counters")).toBe(before.collections.get("counters"));
		expect(after.collections.get("services")?.get("cash")?.waiting).toBe(4);
	});

	it("[LIVE-2] sees a changed order of equal records as a change", () => {
		const before = stateAfter(null, view());
		const counters = [...(view().collections.counters ?? [])].reverse();
		const after = stateAfter(before, view({ seq: 20, collections: { counters } }));
		expect([...(after.collections.get("counters")?.keys() ?? [])]).toEqual(["c2", "c1"]);
		expect(after.collections.has("services")).toBe(false);
	});

	it("[LIVE-3] forgets everything when the epoch changes, even if seq went back", () => {
		const before = stateAfter(null, view());
		const after = stateAfter(before, view({ epoch: 2, seq: 3 }));
		expect(after).toMatchObject({ epoch: 2, seq: 3 });
		expect(after.collections.get("counters")).not.toBe(before.collections.get("counters"));
	});
});

describe("recordsOf", () => {
	it("[LIVE-2] gives the same list while nothing in it changed, and an empty one for what never came", () => {
		const state = stateAfter(null, view());
		expect(recordsOf<DisplayView, "counters">(state, "counters")).toHaveLength(2);
		const later = stateAfter(state, patch(10, 11, { put: { services: [{ id: "cash", waiting: 9 }] } }));
		expect(recordsOf<DisplayView, "counters">(later, "counters")).toBe(
			recordsOf<DisplayView, "counters">(state, "counters"),
		);
		expect(recordsOf<DisplayView, "calls">(null, "calls")).toEqual([]);
	});
});
