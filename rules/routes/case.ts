/** Cases: whatever has an owner and a next step. */

export const OPEN_CASE = { name: "openCase", method: "POST", path: "/branches/:branchId/cases" } as const;
export const OPEN_CASES = { name: "openCases", method: "GET", path: "/branches/:branchId/cases" } as const;
export const CASE_OWNERS = { name: "caseOwners", method: "GET", path: "/branches/:branchId/case-owners" } as const;
/** Who can be rung now, and which customers wait for a manager. */
export const WHO_IS_HERE = { name: "whoIsHere", method: "GET", path: "/branches/:branchId/here" } as const;
export const CASE = { name: "case", method: "GET", path: "/branches/:branchId/cases/:caseId" } as const;
export const MOVE_CASE = { name: "moveCase", method: "POST", path: "/branches/:branchId/cases/:caseId/steps" } as const;
export const SHOW_CASE = { name: "showCase", method: "POST", path: "/branches/:branchId/cases/:caseId/shown" } as const;
export const ERASE_CASE = {
	name: "eraseCase",
	method: "POST",
	path: "/branches/:branchId/cases/:caseId/erasure",
} as const;
/** Points for referrals that were won. */
export const CREDIT = { name: "credit", method: "GET", path: "/branches/:branchId/credit" } as const;
export const CASES = { name: "cases", method: "GET", path: "/nodes/:nodeId/cases" } as const;
/** A number travels in a body, never in an address. */
export const SEARCH_CASES = { name: "searchCases", method: "POST", path: "/branches/:branchId/cases/search" } as const;
