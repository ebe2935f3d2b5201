import { PROTOCOL_VERSION } from "../../rules/live-protocol.ts";
import type { PatchFrame, PatchFrame1, ViewFrame, ViewRecord } from "../../schema/protocol.ts";
import type { BranchState } from "../domain/branch-state.ts";
import { type Collections, keyedDiff } from "../domain/keyed-diff.ts";

export type FrameClock = { readonly at: number; readonly speed: number };

export function viewFrame(
	view: Collections,
	epoch: number,
	state: BranchState,
	clock: FrameClock,
	protocol: number,
): string {
	const collections: Record<string, ViewRecord[]> = {};
	for (const [name, records] of Object.entries(view)) collections[name] = [...records];
	const frame: ViewFrame = { type: "view", protocol, epoch, seq: state.seq, ...clock, collections };
	return JSON.stringify(frame);
}

/** What turns `before` into `after`, as one frame of the protocol a client speaks. */
export function patchFrame(
	change: { readonly before: Collections; readonly after: Collections; readonly from: number; readonly seq: number },
	at: number,
	protocol: number,
): string {
	const { put, remove } = keyedDiff(change.before, change.after);
	const { from, seq } = change;
	if (protocol === PROTOCOL_VERSION) {
		return JSON.stringify({ type: "patch", from, seq, at, put, remove } satisfies Patch);
	}
	const changes: PatchFrame1["changes"] = [];
	for (const [collection, records] of Object.entries(put)) {
		for (const record of records) changes.push({ collection, put: record });
	}
	for (const [collection, ids] of Object.entries(remove)) {
		for (const id of ids) changes.push({ collection, remove: id });
	}
	return JSON.stringify({ type: "patch", from, seq, at, changes } satisfies PatchFrame1);
}

type Patch = Omit<PatchFrame, "put" | "remove"> & ReturnType<typeof keyedDiff>;
