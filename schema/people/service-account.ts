import * as z from "zod";
import { ServiceScope } from "../actor.ts";
import { EpochMs, NodeId, Slug, StaffId } from "../ids.ts";
import { SERVICE_ACCOUNT_DAYS_MAX } from "../limits.ts";
import { cleanLine } from "../text/clean-text.ts";

/** Chosen when it is made, never given twice: it stands in commits and in the ledger. */
export const AccountId = Slug;
export type AccountId = z.infer<typeof AccountId>;

/** What people call it: which program, and who answers for it. */
const AccountName = z.string().overwrite(cleanLine).min(1).max(80);
const LastsDays = z
	.number()
	.int()
	.min(1)
	.max(SERVICE_ACCOUNT_DAYS_MAX)
	.meta({ description: "days from now, after which it may nothing", example: 90 });

export const NewServiceAccount = z.strictObject({
	accountId: AccountId,
	name: AccountName,
	scopes: z.array(ServiceScope).min(1).max(ServiceScope.options.length),
	lastsDays: LastsDays,
});
export type NewServiceAccount = z.infer<typeof NewServiceAccount>;

/** A new secret for an account, which from now on lasts so long. */
export const SecretRotation = z.strictObject({ lastsDays: LastsDays });
export type SecretRotation = z.infer<typeof SecretRotation>;

/** A program's account, as a list shows it; its secret is kept as a hash, and nowhere here. */
export const ServiceAccount = z.object({
	accountId: AccountId,
	/** Where it may act: there and below. */
	nodeId: NodeId,
	name: AccountName,
	scopes: z.array(ServiceScope),
	createdBy: StaffId,
	createdAt: EpochMs,
	/** Null: it still has its first secret. */
	rotatedBy: StaffId.nullable(),
	rotatedAt: EpochMs.nullable(),
	expiresAt: EpochMs,
	/** Null: it has not been revoked. */
	revokedBy: StaffId.nullable(),
	revokedAt: EpochMs.nullable(),
});
export type ServiceAccount = z.infer<typeof ServiceAccount>;

/** An account with its new secret, which is told this once. */
export const GivenSecret = z.object({
	account: ServiceAccount,
	/** The whole credential: `Authorization: Bearer <secret>`. */
	secret: z.string(),
	/** Until when the secret of before goes on; null when there was none. */
	oldUntil: EpochMs.nullable(),
});
export type GivenSecret = z.infer<typeof GivenSecret>;
