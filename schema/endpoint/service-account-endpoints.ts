import * as z from "zod";
import { ROUTE_PERMISSIONS } from "../../rules/route-permissions.ts";
import {
	ADD_SERVICE_ACCOUNT,
	REVOKE_SERVICE_ACCOUNT,
	ROTATE_SERVICE_SECRET,
	SERVICE_ACCOUNTS,
} from "../../rules/routes/service-account.ts";
import { NodeId } from "../ids.ts";
import {
	AccountId,
	GivenSecret,
	NewServiceAccount,
	SecretRotation,
	ServiceAccount,
} from "../people/service-account.ts";
import { COMMON, type Endpoint, Page, paged, WITH_BODY } from "./endpoint.ts";

const AtNode = z.object({ nodeId: NodeId });
const OfAccount = AtNode.extend({ accountId: AccountId });

/** Accounts of programs: made, given new secrets and revoked where they stand in the institution tree. */
export const SERVICE_ACCOUNT_ENDPOINTS = {
	serviceAccounts: {
		...SERVICE_ACCOUNTS,
		permission: ROUTE_PERMISSIONS.serviceAccounts,
		query: Page,
		output: paged(ServiceAccount),
		problems: COMMON,
	},
	addServiceAccount: {
		...ADD_SERVICE_ACCOUNT,
		permission: ROUTE_PERMISSIONS.addServiceAccount,
		params: AtNode,
		body: NewServiceAccount,
		output: GivenSecret,
		audit: "change",
		problems: [...WITH_BODY, "unknown-node", "service-account-exists"],
	},
	rotateServiceSecret: {
		...ROTATE_SERVICE_SECRET,
		permission: ROUTE_PERMISSIONS.rotateServiceSecret,
		params: OfAccount,
		body: SecretRotation,
		output: GivenSecret,
		audit: "change",
		problems: [...WITH_BODY, "unknown-service-account"],
	},
	revokeServiceAccount: {
		...REVOKE_SERVICE_ACCOUNT,
		permission: ROUTE_PERMISSIONS.revokeServiceAccount,
		params: OfAccount,
		output: ServiceAccount,
		audit: "change",
		evenUnwritten: true,
		problems: [...COMMON, "unknown-service-account"],
	},
} as const satisfies Record<string, Endpoint>;
