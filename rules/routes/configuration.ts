/** The configuration: its sections, their versions, and what a branch goes by. */

export const SECTIONS = { name: "sections", method: "GET", path: "/configuration/:nodeId/sections" } as const;
export const SECTION_AT = {
	name: "sectionAt",
	method: "GET",
	path: "/configuration/:nodeId/sections/:section",
} as const;
export const DRAFT_VERSION = {
	name: "draftVersion",
	method: "POST",
	path: "/configuration/:nodeId/sections/:section/versions",
} as const;
export const SECTION_VERSION = {
	name: "sectionVersion",
	method: "GET",
	path: "/configuration/:nodeId/versions/:versionId",
} as const;
export const CHECK_VERSION = {
	name: "checkVersion",
	method: "POST",
	path: "/configuration/:nodeId/versions/:versionId/check",
} as const;
export const APPROVE_VERSION = {
	name: "approveVersion",
	method: "POST",
	path: "/configuration/:nodeId/versions/:versionId/approve",
} as const;
export const PUBLISH_VERSION = {
	name: "publishVersion",
	method: "POST",
	path: "/configuration/:nodeId/versions/:versionId/publish",
} as const;
export const PAUSE_VERSION = {
	name: "pauseVersion",
	method: "POST",
	path: "/configuration/:nodeId/versions/:versionId/pause",
} as const;
export const TAKE_BACK_VERSION = {
	name: "takeBackVersion",
	method: "POST",
	path: "/configuration/:nodeId/versions/:versionId/take-back",
} as const;
export const SECTION_OF_BRANCH = {
	name: "sectionOfBranch",
	method: "GET",
	path: "/branches/:branchId/sections/:section",
} as const;
