import { kindOf } from "../access/grantable.ts";

/** Whether a node may stand under this one: only what the server would take is offered. */
export function mayStandUnder(nodeId: string, parentId: string): boolean {
	const above = kindOf(parentId);
	const sameRegion = nodeId.split(/[.-]/)[0] === parentId.split(/[.-]/)[0];
	switch (kindOf(nodeId)) {
		case "bank":
			return false;
		case "region":
			return above === "bank";
		case "sub-branch":
			return above === "region" && sameRegion;
		case "branch":
			return (above === "region" || above === "sub-branch") && sameRegion;
	}
}
