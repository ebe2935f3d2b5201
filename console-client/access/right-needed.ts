import { isRight, type Right } from "../../rules/permission.ts";
import { ROUTE_PERMISSIONS } from "../../rules/route-permissions.ts";
import type { EndpointName } from "../../schema/endpoint/api.ts";

/** The right a call was refused for; null where it is none that anybody could be given. */
export function rightNeeded(endpoint: EndpointName): Right | null {
	// What a command needs is the command's own right, and the console sends one only.
	if (endpoint === "sendCommand") return "branch.configure";
	const permission = ROUTE_PERMISSIONS[endpoint];
	return isRight(permission) ? permission : null;
}
