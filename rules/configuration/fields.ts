/** What a section says, cut into the parts that can be set, locked and compared one by one. */
export type Fields = Readonly<Record<string, unknown>>;

/** One place's own word on a section: what it sets (null: taken out) and what it keeps places below from setting. */
export type Layer = { readonly set: Fields; readonly locked: readonly string[] };

/** Locks all of a section. */
export const EVERYTHING = "*";

/**
 * A section's value as fields: each property is one, and of a list of things with ids or dates each thing is one, `codes.large-cash`;
 * `codes` alone then says that there is such a list. What they come back as is the same value (`valueFrom`).
 */
export function fieldsOf(value: object): Fields {
	const fields: Record<string, unknown> = {};
	for (const [name, part] of Object.entries(value)) {
		if (!isListOfThings(part)) {
			if (part !== undefined) fields[name] = part;
			continue;
		}
		fields[name] = [];
		for (const thing of part) fields[`${name}.${thing.id ?? thing.date}`] = thing;
	}
	return fields;
}

/** The value that these fields are of; a list is in the order in which its things were first set. */
export function valueFrom(fields: Fields): Record<string, unknown> {
	const value: Record<string, unknown> = {};
	const lists: Record<string, unknown[]> = {};
	for (const [field, part] of Object.entries(fields)) {
		const dot = field.indexOf(".");
		if (dot < 0) {
			value[field] = part;
			continue;
		}
		const name = field.slice(0, dot);
		lists[name] = [...(lists[name] ?? []), part];
	}
	return { ...value, ...lists };
}

/** Things have an id, or a date. */
function isListOfThings(part: unknown): part is { readonly id?: string; readonly date?: string }[] {
	return Array.isArray(part) && part.length > 0 && part.every((each) => typeof (each?.id ?? each?.date) === "string");
}

/** A field and who said last what it is: the place of a layer in the list, -1 for what ships. */
export type Held = { readonly fields: Fields; readonly from: Readonly<Record<string, number>> };
/** What a layer says and what does not hold, because a wider one has locked it since. */
export type Overruled = { readonly field: string; readonly at: number };

/** Layers upon each other, the widest first, over what ships. */
export function layered(
	shipped: Fields,
	layers: readonly Layer[],
): Held & { readonly overruled: readonly Overruled[] } {
	let fields: Record<string, unknown> = { ...shipped };
	const from: Record<string, number> = Object.fromEntries(Object.keys(shipped).map((field) => [field, -1]));
	const overruled: Overruled[] = [];
	for (const [at, layer] of layers.entries()) {
		for (const [field, part] of Object.entries(layer.set)) {
			if (lockedBy(layers.slice(0, at), field) !== null) {
				overruled.push({ field, at });
				continue;
			}
			if (part === null) {
				const { [field]: _, ...rest } = fields;
				fields = rest;
			} else fields[field] = part;
			from[field] = at;
		}
	}
	return { fields, from, overruled };
}

/** Which of these layers, the widest first, keeps the places below it from setting a field; null: none. */
export function lockedBy(layers: readonly Layer[], field: string): number | null {
	const at = layers.findIndex(({ locked }) => locked.some((lock) => covers(lock, field)));
	return at < 0 ? null : at;
}

function covers(lock: string, field: string): boolean {
	return lock === EVERYTHING || lock === field || field.startsWith(`${lock}.`);
}

/** One field that differs; undefined where there is none. */
export type Difference = { readonly field: string; readonly before?: unknown; readonly after?: unknown };

/** What differs between two, field by field. */
export function differences(before: Fields, after: Fields): Difference[] {
	const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
	return names
		.filter((field) => !isSame(before[field], after[field]))
		.map((field) => ({ field, before: before[field], after: after[field] }));
}

/** What a place has to set so that `wanted` holds there and not `above`. */
export function settingOf(above: Fields, wanted: Fields): Fields {
	return Object.fromEntries(differences(above, wanted).map(({ field, after }) => [field, after ?? null]));
}

/** Whether two parts say the same, in whatever order their properties stand. */
function isSame(one: unknown, other: unknown): boolean {
	return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

function inOrder(part: unknown): unknown {
	if (Array.isArray(part)) return part.map(inOrder);
	if (typeof part !== "object" || part === null) return part;
	const entries = Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1));
	return Object.fromEntries(entries.map(([name, each]) => [name, inOrder(each)]));
}
