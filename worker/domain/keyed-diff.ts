import type { ViewRecord } from "../../schema/protocol.ts";

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
		const changed = changedIn(old, records);
		if (changed.length > 0) put[name] = changed;
		const gone = goneFrom(old, records);
		if (gone.length > 0) remove[name] = gone;
	}
	return { put, remove };
}

function changedIn(old: readonly ViewRecord[], records: readonly ViewRecord[]): ViewRecord[] {
	const byId = new Map<string, ViewRecord>();
	for (const record of old) byId.set(record.id, record);
	return records.filter((record) => {
		const known = byId.get(record.id);
		return known === undefined || !isSame(known, record);
	});
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
	if (old.length === 0) return [];
	const ids = new Set<string>();
	for (const record of records) ids.add(record.id);
	return old.filter((record) => !ids.has(record.id)).map((record) => record.id);
}
