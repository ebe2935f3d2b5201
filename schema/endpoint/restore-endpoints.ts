import * as z from "zod";
import { ROUTE_PERMISSIONS } from "../../rules/route-permissions.ts";
import { RENEW_EPOCH, RESTORE_BRANCH, SEND_AGAIN } from "../../rules/routes/restore.ts";
import { BranchId, BusinessDay, EpochMs, NodeId } from "../ids.ts";
import { TEXT_MAX_CHARS } from "../limits.ts";
import { AtBranch, type Endpoint, WITH_BODY } from "./endpoint.ts";

const Reason = z.string().trim().min(1).max(TEXT_MAX_CHARS);

/** How a branch that was set back goes on. */
export const WentOn = z.object({
	epoch: z.number().int(),
	/** The last commit that was left. */
	seq: z.number().int(),
	/** The first number given today; null: as on any day. */
	numbersFrom: z.number().int().nullable(),
});
export type WentOn = z.infer<typeof WentOn>;

/** What a branch loses that is set back to a moment. */
export const LostByRestore = z.object({
	/** Commits after that moment. */
	commits: z.number().int(),
	/** The business days they are of, oldest first. */
	businessDays: z.array(BusinessDay),
	/** The last commit there is now; branch time. */
	seq: z.number().int(),
	lastAt: EpochMs,
});
export type LostByRestore = z.infer<typeof LostByRestore>;

export const RestoreBody = z.strictObject({
	/** A moment of the last 30 days, or a bookmark that an earlier restore gave for its undoing. */
	to: z.union([EpochMs, z.string().regex(/^[0-9a-f-]{16,200}$/)]),
	reason: Reason,
	/** The branch's id once more. */
	confirm: BranchId,
	/** Says what would be lost, and does nothing. */
	dryRun: z.boolean().optional(),
});

/** Chains asked in one call. */
export const CHAINS_AT_ONCE = 20;

export const RESTORE_ENDPOINTS = {
	restoreBranch: {
		...RESTORE_BRANCH,
		permission: ROUTE_PERMISSIONS.restoreBranch,
		params: AtBranch,
		body: RestoreBody,
		output: z.object({
			/** Null where a bookmark was named: what lies between is not known. */
			lost: LostByRestore.nullable(),
			/** Null after a dry run. */
			wentOn: WentOn.nullable(),
			/** Named as `to`, this undoes the restore; null after a dry run. */
			undo: z.string().nullable(),
		}),
		audit: "change",
		problems: [...WITH_BODY, "not-confirmed", "cannot-set-back"],
	},
	renewEpoch: {
		...RENEW_EPOCH,
		permission: ROUTE_PERMISSIONS.renewEpoch,
		params: AtBranch,
		body: z.strictObject({ reason: Reason }),
		output: WentOn,
		audit: "change",
		problems: WITH_BODY,
	},
	sendAgain: {
		...SEND_AGAIN,
		permission: ROUTE_PERMISSIONS.sendAgain,
		body: z.strictObject({
			reason: Reason,
			/** `next` of the call before; absent: from the first. */
			after: NodeId.optional(),
		}),
		output: z.object({
			/** Chains, and branches, that have sent all they have. */
			sent: z.array(NodeId),
			/** Those that could not: ask again later. */
			silent: z.array(NodeId),
			/** Records erased once more, as the ledger says they were. */
			erased: z.number().int(),
			next: NodeId.nullable(),
		}),
		audit: "change",
		problems: WITH_BODY,
	},
} as const satisfies Record<string, Endpoint>;
