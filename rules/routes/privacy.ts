/** Who a customer is, and what is held of one: it travels in bodies, never in an address. */

export const EXPORT_PERSON = {
	name: "exportPerson",
	method: "POST",
	path: "/nodes/:nodeId/personal-data/export",
} as const;
export const ROTATE_KEYS = { name: "rotateKeys", method: "POST", path: "/keys/rotation" } as const;
export const RECOGNISE = { name: "recognise", method: "POST", path: "/branches/:branchId/recognitions" } as const;
