import { call } from "../../client-kit/call/call.ts";
import { NODES } from "../../rules/routes/people.ts";
import type { Bilingual } from "../../schema/ids.ts";

/** As many nodes as somebody's own branches and what lies above them can be. */
const NODES_MAX = 200;

/** What the nodes of the institution tree are called, as far as the person signed in may see it. */
export async function namesOf(): Promise<ReadonlyMap<string, Bilingual>> {
	const nodes = await call(NODES, { query: { limit: NODES_MAX } }, null);
	return new Map(nodes.ok ? nodes.value.rows.map((node) => [node.nodeId, node.name]) : []);
}
