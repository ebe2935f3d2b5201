import { BANK, mayStandUnder } from "../../../rules/institution.ts";
import { covers } from "../../../rules/place.ts";
import { nodesTouchedByMove } from "../../domain/bank/institution.ts";
import { addNode as add, changeNode as change, findNode, listNodes } from "../../records/bank/institution.ts";
import { memoryOf } from "../../records/memory.ts";
import { staffIdsAt } from "../../records/people/person.ts";
import { accountIdsAt } from "../../records/people/service-account.ts";
import { placesWith, rolesWith } from "../door/granters.ts";
import { type Handler, Refused } from "../door/serve.ts";
import { pageOf, startOf } from "../hall/branch.ts";
import { changingProfiles } from "./profile-change.ts";

export const nodes: Handler<"nodes"> = async ({ env, caller, query }) => {
	const start = startOf(query.cursor, 1);
	if (start instanceof Refused) return start;
	const page = { limit: query.limit + 1, after: start?.[0] ?? null };
	const rows = await listNodes(memoryOf(env.DB), placesWith("institution.read", caller), page);
	return pageOf(rows, query.limit, (row) => [row.nodeId]);
};

/** The place of a new node is its parent: whoever manages that may add to it. */
export const addNode: Handler<"addNode"> = async ({ env, caller, body }) => {
	if (!mayStandUnder(body.nodeId, body.parentId) || body.nodeId === BANK) return new Refused("node-misplaced");
	const parent = body.parentId ?? BANK;
	const within = rolesWith("institution.manage", caller).some(({ place }) => covers(place, parent));
	if (!within) return new Refused("wrong-place");
	const added = await add(memoryOf(env.DB), body);
	return "refused" in added ? new Refused(added.refused) : added;
};

/** A branch that moves is reached by other people and programs than before: by those of both parents. */
export const changeNode: Handler<"changeNode"> = async ({ env, params, body, version }) => {
	const { nodeId } = params;
	if (!mayStandUnder(nodeId, body.parentId)) return new Refused("node-misplaced");
	const memory = memoryOf(env.DB);
	const before = await findNode(memory, nodeId);
	if (before === null) return new Refused("unknown-node");
	const touched = nodesTouchedByMove(before.parentId, body.parentId);
	const [staffIds, accountIds] = await Promise.all([staffIdsAt(memory, touched), accountIdsAt(memory, touched)]);
	return changingProfiles(env, { staffIds, accountIds, branchIds: [] }, () =>
		change(memory, { nodeId, ...body }, version),
	);
};
