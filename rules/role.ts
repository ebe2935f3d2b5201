import type { HolderActor } from "../schema/actor.ts";
import type { NodeId } from "../schema/ids.ts";
import type { Assignment } from "../schema/people/person.ts";
import { kindOfNode, type NodeKind } from "./institution.ts";
import { covers } from "./place.ts";

/** At which levels of the institution tree a role is held, and whether only an operator names who holds it. */
type RoleRow = { readonly heldAt: readonly NodeKind[]; readonly namedByOperators?: true };

const BRANCH = ["branch"] as const satisfies readonly NodeKind[];
const ABOVE = ["sub-branch", "region", "bank"] as const satisfies readonly NodeKind[];
const REGION_AND_BANK = ["region", "bank"] as const satisfies readonly NodeKind[];
const EVERYWHERE = [...BRANCH, ...ABOVE] as const satisfies readonly NodeKind[];

/** The roles of the branch and of the institution tree above it. Those that govern the system or check on everybody are named by operators. */
const ROLE_ROWS = {
	"lobby-manager": { heldAt: BRANCH },
	"lobby-usher": { heldAt: BRANCH },
	"stand-in": { heldAt: BRANCH },
	"closed-teller": { heldAt: BRANCH },
	"open-teller": { heldAt: BRANCH },
	"relationship-manager": { heldAt: BRANCH },
	"marketing-manager": { heldAt: BRANCH },
	"branch-head": { heldAt: BRANCH },
	"deputy-head": { heldAt: BRANCH },
	"duty-supervisor": { heldAt: BRANCH },
	"back-office": { heldAt: BRANCH },
	"it-support": { heldAt: EVERYWHERE },
	guard: { heldAt: BRANCH },
	"retail-department": { heldAt: ABOVE },
	"human-resources": { heldAt: ABOVE },
	"head-office-operator": { heldAt: REGION_AND_BANK, namedByOperators: true },
	auditor: { heldAt: REGION_AND_BANK, namedByOperators: true },
} as const satisfies Readonly<Record<string, RoleRow>>;

export type Role = keyof typeof ROLE_ROWS;
export const ROLES = Object.keys(ROLE_ROWS) as readonly Role[];

/** Whether a role may be held at this node. */
export function mayBeHeldAt(role: Role, nodeId: NodeId): boolean {
	const { heldAt }: RoleRow = ROLE_ROWS[role];
	return heldAt.includes(kindOfNode(nodeId));
}

/** Whether somebody in these roles may give this role at this place, or take it away. */
export function mayGrant(granters: readonly HolderActor[], { role, nodeId }: Assignment): boolean {
	const { namedByOperators }: RoleRow = ROLE_ROWS[role];
	return granters.some((granter) => {
		if (granter.kind !== "staff" || !covers(granter.place, nodeId)) return false;
		switch (granter.role) {
			case "branch-head":
				return role !== "branch-head" && kindOfNode(nodeId) === "branch";
			case "human-resources":
				return namedByOperators !== true;
			case "head-office-operator":
				return true;
			default:
				return false;
		}
	});
}
