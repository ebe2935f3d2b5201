/** People, their roles, and the institution tree. */

export const PEOPLE = { name: "people", method: "GET", path: "/people" } as const;
export const PERSON = { name: "person", method: "GET", path: "/people/:staffId" } as const;
export const ADD_PERSON = { name: "addPerson", method: "POST", path: "/people" } as const;
export const CHANGE_PERSON = { name: "changePerson", method: "PUT", path: "/people/:staffId" } as const;
export const LEAVE = { name: "leave", method: "POST", path: "/people/:staffId/leave" } as const;
export const RESET_PASSWORD = {
	name: "resetPassword",
	method: "POST",
	path: "/people/:staffId/first-password",
} as const;
export const IMPORT_PEOPLE = { name: "importPeople", method: "POST", path: "/people/import" } as const;
export const NODES = { name: "nodes", method: "GET", path: "/institution/nodes" } as const;
export const ADD_NODE = { name: "addNode", method: "POST", path: "/institution/nodes" } as const;
export const CHANGE_NODE = { name: "changeNode", method: "PUT", path: "/institution/nodes/:nodeId" } as const;
