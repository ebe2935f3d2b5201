import { type SQL, sql } from "drizzle-orm";
import type { NodeId } from "../../schema/ids.ts";
import { kindOfNode } from "../../schema/institution.ts";

/**
 * Whether the node named by `column` is this one or lies below it. A region's nodes begin with its key and a `-` or a
 * `.`, and `/` is the sign after those two, so an index answers by range.
 */
export function withinNode(column: SQL, nodeId: NodeId): SQL {
	const kind = kindOfNode(nodeId);
	switch (kind) {
		case "bank":
			return sql`1`;
		case "region":
			return sql`(${column} = ${nodeId} or (${column} >= ${`${nodeId}-`} and ${column} < ${`${nodeId}/`}))`;
		case "sub-branch":
			return sql`(${column} = ${nodeId} or ${column} in (select node_id from institution_nodes where parent_id = ${nodeId}))`;
		case "branch":
			return sql`${column} = ${nodeId}`;
		default:
			return kind satisfies never;
	}
}
