/** Who did or saw what. */

export const LEDGER = { name: "ledger", method: "GET", path: "/ledger" } as const;
export const LEDGER_EXPORT = { name: "ledgerExport", method: "GET", path: "/ledger/export" } as const;
export const LEDGER_VERIFICATION = {
	name: "ledgerVerification",
	method: "GET",
	path: "/ledger/:nodeId/verification",
} as const;
