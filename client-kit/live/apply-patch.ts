import type { PatchFrame, ViewFrame, ViewRecord } from "../../schema/hall/protocol.ts";

export type Collection = ReadonlyMap<string, ViewRecord>;

/** What a client knows of a branch: the audience's collections as of `seq`. */
export type ViewState = {
	readonly epoch: number;
	readonly seq: number;
	readonly collections: ReadonlyMap<string, Collection>;
};

/** `gap`: frames are missing in between, the whole view must be asked for. */
export type FrameResult = { readonly state: ViewState } | { readonly gap: true };

/**
 * Applies one frame. What did not change keeps its identity, collection by collection and record by record, so that
 * a screen redraws only what is new.
 */
export function applyFrame(state: ViewState | null, frame: ViewFrame | PatchFrame): FrameResult {
	if (frame.type === "view") return { state: wholeView(state, frame) };
	if (state === null || frame.from > state.seq) return { gap: true };
	if (frame.seq <= state.seq) return { state };
	const collections = new Map(state.collections);
	for (const [name, ids] of Object.entries(frame.remove))
		change(collections, name, (records) => removeAll(records, ids));
	for (const [name, puts] of Object.entries(frame.put)) change(collections, name, (records) => putAll(records, puts));
	return { state: { epoch: state.epoch, seq: frame.seq, collections } };
}

/** A view that came whole; of the one before only what stayed the same. */
export function wholeView(state: ViewState | null, frame: Pick<ViewFrame, "epoch" | "seq" | "collections">): ViewState {
	// After a restore even equal records may stand for something else: nothing is carried over an epoch.
	const known = state?.epoch === frame.epoch ? state.collections : new Map<string, Collection>();
	const collections = new Map<string, Collection>();
	for (const [name, records] of Object.entries(frame.collections)) {
		const before = known.get(name);
		const now = records.map((record) => sameOr(before?.get(record.id), record));
		const unchanged = before !== undefined && before.size === now.length && inOrder(before, now);
		collections.set(name, unchanged ? before : new Map(now.map((record) => [record.id, record])));
	}
	return { epoch: frame.epoch, seq: frame.seq, collections };
}

function sameOr(before: ViewRecord | undefined, now: ViewRecord): ViewRecord {
	return before !== undefined && JSON.stringify(before) === JSON.stringify(now) ? before : now;
}

function inOrder(before: Collection, now: readonly ViewRecord[]): boolean {
	let index = 0;
	for (const record of before.values()) if (record !== now[index++]) return false;
	return true;
}

function change(
	collections: Map<string, Collection>,
	name: string,
	edit: (records: Map<string, ViewRecord>) => boolean,
): void {
	const records = new Map(collections.get(name));
	if (edit(records)) collections.set(name, records);
}

function removeAll(records: Map<string, ViewRecord>, ids: readonly string[]): boolean {
	let changed = false;
	for (const id of ids) changed = records.delete(id) || changed;
	return changed;
}

function putAll(records: Map<string, ViewRecord>, puts: readonly ViewRecord[]): boolean {
	let changed = false;
	for (const put of puts) {
		const before = records.get(put.id);
		if (sameOr(before, put) === before) continue;
		records.set(put.id, put);
		changed = true;
	}
	return changed;
}
