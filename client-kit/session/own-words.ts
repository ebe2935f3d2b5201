import type { SessionInfo } from "../../schema/people/session.ts";

/** What whoever knows this person would try as a password: the number, the names and the places of work. */
export function ownWords({ holder, actors }: SessionInfo): readonly string[] {
	if (holder.kind !== "staff") return [];
	const places = actors.flatMap(({ place }) => (place.kind === "branch" ? [place.branchId] : []));
	const parts = places.flatMap((place) => place.split("-").slice(1));
	return [...new Set([holder.staffId, holder.name.zh, holder.name.en, ...places, ...parts])];
}
