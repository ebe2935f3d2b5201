import type { Role } from "../../../schema/actor.ts";

/** Who of the demo's people holds a role for the whole bank: a demo session of that role, above all branches, is theirs. */
export const DEMO_ABOVE: Partial<Readonly<Record<Role, string>>> = {
	"head-office-operator": "fang-yun",
	"human-resources": "jiang-li",
	auditor: "yan-ming",
	"retail-department": "lu-yao",
	"it-support": "pan-kai",
};
