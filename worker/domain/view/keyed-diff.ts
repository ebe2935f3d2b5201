import type { ViewRecord } from "../../../schema/hall/protocol.ts";

/** A view: named collections of records by id. */
export type Collections = Readonly<Record<string, readonly ViewRecord[]>>;

export type KeyedPatch = {
	readonly put: Readonly<Record<string, readonly ViewRecord[]>>;
	readonly remove: Readonly<Record<string, readonly string[]>>;
};

/** What turns one view into another: records new or changed, and ids gone. Equal records are left out. */
export function keyedDiff(before: Collections, after: Collections): KeyedPatch {
	const put: Record<string, ViewRecord[]> = {};
	const remove: Record<string, string[]> = {};
	for (const [name, records] of Object.entries(after)) {
		const old = before[name] ?? [];
		if (old === records) continue;
		const { changed, kept } = compare(old, records);
		if (changed.length > 0) put[name] = changed;
		if (kept < old.length) remove[name] = goneFrom(old, records);
	}
	return { put, remove };
}

/** The records new or changed, and how many of the old ids are still there. */
function compare(
	old: readonly ViewRecord[],
	records: readonly ViewRecord[],
): { readonly changed: ViewRecord[]; readonly kept: number } {
	let byId: Map<string, ViewRecord> | null = null;
	const changed: ViewRecord[] = [];
	let kept = 0;
	// Mostly a record stands where it stood, or one further on after one that has gone; an index is made only when one does not.
	let at = 0;
	let skipped = false;
	for (const record of records) {
		if (old[at]?.id !== record.id && old[at + 1]?.id === record.id) {
			skipped = true;
			at++;
		}
		let known = old[at];
		if (known?.id === record.id) at++;
		else if (at < old.length || skipped) {
			byId ??= new Map(old.map((each) => [each.id, each]));
			known = byId.get(record.id);
		}
		if (known !== undefined) kept++;
		if (known === undefined || !isSame(known, record)) changed.push(record);
	}
	return { changed, kept };
}

/** Field by field: most hold the very same value or object as before, and only those that do not are compared as text. */
function isSame(known: ViewRecord, record: ViewRecord): boolean {
	if (known === record) return true;
	const fields = Object.keys(record);
	if (fields.length !== Object.keys(known).length) return false;
	return fields.every((field) => isSameValue(known[field], record[field]));
}

function isSameValue(known: unknown, value: unknown): boolean {
	return known === value || (typeof value === "object" && JSON.stringify(known) === JSON.stringify(value));
}

function goneFrom(old: readonly ViewRecord[], records: readonly ViewRecord[]): string[] {
	const ids = new Set<string>();
	for (const record of records) ids.add(record.id);
	return old.filter((record) => !ids.has(record.id)).map((record) => record.id);
}
