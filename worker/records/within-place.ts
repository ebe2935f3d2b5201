import { eq, like, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Place } from "../../schema/actor.ts";

/** The condition that a branch lies within a place; undefined when every branch does. */
export function withinPlace(branchId: SQLiteColumn, place: Place): SQL | undefined {
	switch (place.kind) {
		case "bank":
			return undefined;
		case "region":
			return like(branchId, `${place.region}-%`);
		case "sub-branch":
			// One parameter however many branches: the memory takes a hundred at most.
			return sql`${branchId} in (select value from json_each(${JSON.stringify(place.branchIds)}))`;
		case "branch":
			return eq(branchId, place.branchId);
		default:
			return place satisfies never;
	}
}
