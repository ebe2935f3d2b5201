import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { placeAt } from "../../rules/place.ts";
import type { Place } from "../../schema/actor.ts";
import type { NodeId } from "../../schema/ids.ts";

/** A part of the bank: a place as a session holds it, or a node of the institution tree by its id. */
type Part = Place | NodeId;

/**
 * The condition that the branch or node named by `column` lies within this part of the bank. What
 * somebody may see by their place is cut here and nowhere else; what the system reads for itself (chains, sister branches) is not cut.
 */
export function withinPlace(column: SQLWrapper, part: Part): SQL {
	const place = typeof part === "string" ? placeAt(part, null) : part;
	switch (place.kind) {
		case "bank":
			return sql`1`;
		case "region": {
			// A region's nodes begin with its key and a `-` or a `.`; `/` is the sign after those two, so an index answers by range.
			const { region } = place;
			return sql`(${column} = ${region} or (${column} >= ${`${region}-`} and ${column} < ${`${region}/`}))`;
		}
		case "sub-branch": {
			// One parameter however many branches: the memory takes a hundred at most. Of a sub-branch given by its id the branches are in the tree.
			const below =
				place.branchIds === null
					? sql`select node_id from institution_nodes where parent_id = ${place.nodeId}`
					: sql`select value from json_each(${JSON.stringify(place.branchIds)})`;
			return sql`(${column} = ${place.nodeId} or ${column} in (${below}))`;
		}
		case "branch":
			return sql`${column} = ${place.branchId}`;
		default:
			return place satisfies never;
	}
}

/** As `withinPlace` and behind `after`, for reading branches page by page: of a region one range, so that a page reads no more than its rows. */
export function branchesAfter(column: SQLWrapper, part: Part, after: string): SQL {
	const place = typeof part === "string" ? placeAt(part, null) : part;
	if (place.kind !== "region") return sql`${withinPlace(column, part)} and ${column} > ${after}`;
	const first = `${place.region}-`;
	return sql`${column} > ${after > first ? after : first} and ${column} < ${`${place.region}/`}`;
}

/** As `withinPlace`, for any of several; of none nothing is within. */
export function withinAny(column: SQLWrapper, parts: readonly Part[]): SQL {
	if (parts.length === 0) return sql`0`;
	return sql`(${sql.join(
		parts.map((part) => withinPlace(column, part)),
		sql` or `,
	)})`;
}
