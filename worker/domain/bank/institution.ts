import { BANK } from "../../../rules/institution.ts";
import type { NodeId } from "../../../schema/ids.ts";

/** The nodes whose people reach other branches than before when a branch moves from one parent to another. */
export function nodesTouchedByMove(before: NodeId | null, after: NodeId | null): NodeId[] {
	if (before === after) return [];
	return [before, after].filter((nodeId): nodeId is NodeId => nodeId !== null && nodeId !== BANK);
}
