/** Pairing devices, signing them in and looking after them. */

export const START_PAIRING = { name: "startPairing", method: "POST", path: "/pairings" } as const;
export const POLL_PAIRING = { name: "pollPairing", method: "POST", path: "/pairings/poll" } as const;
export const INSPECT_PAIRING = {
	name: "inspectPairing",
	method: "POST",
	path: "/branches/:branchId/pairings/inspection",
} as const;
export const APPROVE_PAIRING = {
	name: "approvePairing",
	method: "POST",
	path: "/branches/:branchId/pairings/approval",
} as const;
export const DENY_PAIRING = {
	name: "denyPairing",
	method: "POST",
	path: "/branches/:branchId/pairings/denial",
} as const;
export const DEVICES = { name: "devices", method: "GET", path: "/devices" } as const;
export const DEVICES_OF_BRANCH = {
	name: "devicesOfBranch",
	method: "GET",
	path: "/branches/:branchId/devices",
} as const;
export const RENAME_DEVICE = {
	name: "renameDevice",
	method: "PUT",
	path: "/branches/:branchId/devices/:deviceId",
} as const;
export const REVOKE_DEVICE = {
	name: "revokeDevice",
	method: "DELETE",
	path: "/branches/:branchId/devices/:deviceId",
} as const;
export const DEVICE_CHALLENGE = {
	name: "deviceChallenge",
	method: "POST",
	path: "/devices/:deviceId/challenge",
} as const;
export const DEVICE_SESSION = { name: "deviceSession", method: "POST", path: "/devices/:deviceId/session" } as const;
export const REPORT_DEVICE = { name: "reportDevice", method: "POST", path: "/devices/self/report" } as const;
