import * as z from "zod";
import { ROUTE_PERMISSIONS } from "../rules/route-permissions.ts";
import {
	ADD_SERVICE_ACCOUNT,
	REVOKE_SERVICE_ACCOUNT,
	ROTATE_SERVICE_SECRET,
	SERVICE_ACCOUNTS,
} from "../rules/routes/service-account.ts";
import { COMMON, type Endpoint, Page, paged, WITH_BODY } from "./endpoint.ts";
import { NodeId } from "./ids.ts";
import { AccountId, GivenSecret, NewServiceAccount, SecretRotation, ServiceAccount } from "./service-account.ts";

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
		summary: "The service accounts within the caller's place, by id, those that are over too",
	},
	addServiceAccount: {
		...ADD_SERVICE_ACCOUNT,
		permission: ROUTE_PERMISSIONS.addServiceAccount,
		params: AtNode,
		body: NewServiceAccount,
		output: GivenSecret,
		audit: "change",
		problems: [...WITH_BODY, "unknown-node", "service-account-exists"],
		summary: "Make an account for a program at this node; its secret is told this once",
	},
	rotateServiceSecret: {
		...ROTATE_SERVICE_SECRET,
		permission: ROUTE_PERMISSIONS.rotateServiceSecret,
		params: OfAccount,
		body: SecretRotation,
		output: GivenSecret,
		audit: "change",
		problems: [...WITH_BODY, "unknown-service-account"],
		summary: "Give an account a new secret and a new end; the secret before goes on for 24 hours",
	},
	revokeServiceAccount: {
		...REVOKE_SERVICE_ACCOUNT,
		permission: ROUTE_PERMISSIONS.revokeServiceAccount,
		params: OfAccount,
		output: ServiceAccount,
		audit: "change",
		evenUnwritten: true,
		problems: [...COMMON, "unknown-service-account"],
		summary: "End an account for good: its next call is refused",
	},
} as const satisfies Record<string, Endpoint>;
