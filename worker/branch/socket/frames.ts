import type { PatchFrame, ViewFrame, ViewRecord } from "../../../schema/hall/protocol.ts";
import type { BranchState } from "../../domain/hall/branch-state.ts";
import { type Collections, keyedDiff } from "../../domain/view/keyed-diff.ts";
import { asSpoken } from "./protocol-2.ts";

export type FrameClock = { readonly at: number; readonly speed: number };

export function viewFrame(
	view: Collections,
	epoch: number,
	state: BranchState,
	clock: FrameClock,
	protocol: number,
): string {
	const collections: Record<string, ViewRecord[]> = {};
	for (const [name, records] of Object.entries(asSpoken(view, protocol))) collections[name] = [...records];
	const frame: ViewFrame = { type: "view", protocol, epoch, seq: state.seq, ...clock, collections };
	return JSON.stringify(frame);
}

/** What turns `before` into `after`, as one frame of the protocol a client speaks. */
export function patchFrame(
	change: { readonly before: Collections; readonly after: Collections; readonly from: number; readonly seq: number },
	at: number,
	protocol: number,
): string {
	const { put, remove } = keyedDiff(asSpoken(change.before, protocol), asSpoken(change.after, protocol));
	const { from, seq } = change;
	return JSON.stringify({ type: "patch", from, seq, at, put, remove } satisfies Patch);
}

type Patch = Omit<PatchFrame, "put" | "remove"> & ReturnType<typeof keyedDiff>;
