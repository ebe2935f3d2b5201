import { anyHolds } from "../../rules/holding.ts";
import type { HolderActor } from "../../schema/actor.ts";

/**
 * The branch whose page is the start of somebody who answers for one alone: a list of one would say less. Null: there is a
 * list. Whoever may not list branches begins at the first of the own ones.
 */
export function ownBranch(actors: readonly HolderActor[]): string | null {
	const listing = actors.filter((actor) => anyHolds([actor], "branches.read"));
	const reading = actors.filter((actor) => anyHolds([actor], "reports.read"));
	const [first, ...others] = new Set(
		[...listing, ...reading].map(({ place }) => (place.kind === "branch" ? place.branchId : null)),
	);
	return others.length === 0 || listing.length === 0 ? (first ?? null) : null;
}
