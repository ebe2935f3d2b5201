/** Branches: their live hall, commands, reports and commits. */

export const HEALTH = { name: "health", method: "GET", path: "/health" } as const;
export const READINESS = { name: "readiness", method: "GET", path: "/health/ready" } as const;
export const BRANCHES = { name: "branches", method: "GET", path: "/branches" } as const;
export const BRANCH_STATUS = { name: "branchStatus", method: "GET", path: "/branches/:branchId/status" } as const;
export const CONFIGURATION = {
	name: "configuration",
	method: "GET",
	path: "/branches/:branchId/configuration",
} as const;
export const SEND_COMMAND = { name: "sendCommand", method: "POST", path: "/branches/:branchId/commands" } as const;
export const TICKETS = { name: "tickets", method: "GET", path: "/branches/:branchId/tickets" } as const;
export const TICKET = { name: "ticket", method: "GET", path: "/branches/:branchId/tickets/:ticketId" } as const;
export const POSITION = {
	name: "position",
	method: "GET",
	path: "/branches/:branchId/tickets/:ticketId/position",
} as const;
export const LIVE = { name: "live", method: "GET", path: "/branches/:branchId/live" } as const;
export const DAY_REPORTS = { name: "dayReports", method: "GET", path: "/branches/:branchId/reports" } as const;
export const DAY_REPORT = {
	name: "dayReport",
	method: "GET",
	path: "/branches/:branchId/reports/:businessDay",
} as const;
export const DAY_SIGNING = {
	name: "daySigning",
	method: "GET",
	path: "/branches/:branchId/reports/:businessDay/signing",
} as const;
export const SIGN_DAY = {
	name: "signDay",
	method: "POST",
	path: "/branches/:branchId/reports/:businessDay/signing",
} as const;
export const VERIFY_REPORT = {
	name: "verifyReport",
	method: "GET",
	path: "/branches/:branchId/reports/:businessDay/verification",
} as const;
export const COMMITS = { name: "commits", method: "GET", path: "/branches/:branchId/commits/:businessDay" } as const;
export const FORECAST = { name: "forecast", method: "GET", path: "/branches/:branchId/forecast" } as const;
export const NOTICES = { name: "notices", method: "GET", path: "/branches/:branchId/notices" } as const;
export const PROMPTS = { name: "prompts", method: "GET", path: "/branches/:branchId/prompts" } as const;
export const ONE_MORE_COUNTER = {
	name: "oneMoreCounter",
	method: "GET",
	path: "/branches/:branchId/one-more-counter",
} as const;
export const SERIES = { name: "series", method: "GET", path: "/reports" } as const;
