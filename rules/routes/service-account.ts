/** Accounts of programs. */

export const SERVICE_ACCOUNTS = { name: "serviceAccounts", method: "GET", path: "/service-accounts" } as const;
export const ADD_SERVICE_ACCOUNT = {
	name: "addServiceAccount",
	method: "POST",
	path: "/nodes/:nodeId/service-accounts",
} as const;
export const ROTATE_SERVICE_SECRET = {
	name: "rotateServiceSecret",
	method: "POST",
	path: "/nodes/:nodeId/service-accounts/:accountId/secret",
} as const;
export const REVOKE_SERVICE_ACCOUNT = {
	name: "revokeServiceAccount",
	method: "DELETE",
	path: "/nodes/:nodeId/service-accounts/:accountId",
} as const;
