import * as z from "zod";
import { ROUTE_PERMISSIONS } from "../../rules/route-permissions.ts";
import { LEDGER, LEDGER_EXPORT, LEDGER_VERIFICATION } from "../../rules/routes/ledger.ts";
import { EpochMs, NodeId, StaffId } from "../ids.ts";
import { LedgerAct, LedgerRow, LedgerVerification } from "../ledger/ledger.ts";
import { COMMON, type Endpoint, Page, paged } from "./endpoint.ts";

const Time = z.coerce.number().pipe(EpochMs);

/** Which entries: all that are given must hold. */
export const LedgerFilter = z.object({
	/** This node's chain alone; absent: every chain within the caller's place. */
	nodeId: NodeId.optional(),
	/** Epoch milliseconds, from and up to and including. */
	from: Time.optional(),
	to: Time.optional(),
	/** Done by this person. */
	staffId: StaffId.optional(),
	act: LedgerAct.optional(),
	/** One of the ids of the subject is exactly this. */
	subject: z.string().min(1).max(80).optional(),
});
export type LedgerFilter = z.infer<typeof LedgerFilter>;

export const LEDGER_ENDPOINTS = {
	ledger: {
		...LEDGER,
		permission: ROUTE_PERMISSIONS.ledger,
		query: Page.extend(LedgerFilter.shape),
		output: paged(LedgerRow),
		problems: COMMON,
	},
	ledgerExport: {
		...LEDGER_EXPORT,
		permission: ROUTE_PERMISSIONS.ledgerExport,
		query: LedgerFilter,
		file: "text/csv",
		audit: "change",
		problems: [...COMMON, "export-too-large"],
	},
	ledgerVerification: {
		...LEDGER_VERIFICATION,
		permission: ROUTE_PERMISSIONS.ledgerVerification,
		params: z.object({ nodeId: NodeId }),
		output: LedgerVerification,
		problems: COMMON,
	},
} as const satisfies Record<string, Endpoint>;
