import type { HolderActor } from "../../schema/actor.ts";

/** The branches a person's roles reach; null: more than can be listed here, so the person names one. */
export function ownBranches(actors: readonly HolderActor[]): readonly string[] | null {
	const branchIds = new Set<string>();
	for (const { place } of actors) {
		switch (place.kind) {
			case "branch":
				branchIds.add(place.branchId);
				break;
			case "sub-branch":
				for (const branchId of place.branchIds) branchIds.add(branchId);
				break;
			case "region":
			case "bank":
				return null;
			default:
				place satisfies never;
		}
	}
	return [...branchIds];
}

/** The branch to begin with: the one asked for when it is one's own, else the only one there is; null: ask. */
export function branchToBegin(asked: string | null, own: readonly string[] | null): string | null {
	if (own === null) return asked;
	if (asked !== null && own.includes(asked)) return asked;
	return own.length === 1 ? (own[0] ?? null) : null;
}
