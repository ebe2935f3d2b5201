import fc from "fast-check";

/** One change of a part somewhere inside a value: taken out, doubled, or exchanged for something else. */
export const change = fc.record({
	path: fc.array(fc.nat(40), { minLength: 1, maxLength: 5 }),
	how: fc.constantFrom("drop", "double", "text", "number", "nothing"),
});
export type Change = { readonly path: readonly number[]; readonly how: string };

/** The value with that change; the same for the same change. */
export function changed(part: unknown, { path: [step = 0, ...rest], how }: Change): unknown {
	if (typeof part !== "object" || part === null) return other(part, how);
	const keys = Object.keys(part);
	const key = keys[step % Math.max(1, keys.length)];
	if (key === undefined) return part;
	const inner = (part as Record<string, unknown>)[key];
	const isLeaf = rest.length === 0;
	if (Array.isArray(part)) {
		if (isLeaf && how === "drop") return part.filter((_, place) => String(place) !== key);
		if (isLeaf && how === "double") return [...part, inner];
		return part.map((each, place) => (String(place) === key ? changed(each, { path: rest, how }) : each));
	}
	const { [key]: _, ...others } = part as Record<string, unknown>;
	if (isLeaf && how === "drop") return others;
	return { ...part, [key]: changed(inner, { path: rest, how }) };
}

function other(part: unknown, how: string): unknown {
	if (how === "nothing") return null;
	if (typeof part === "number") return how === "number" ? part + 60_000 : -1;
	if (typeof part === "boolean") return !part;
	return how === "text" ? `${part}x` : part;
}
