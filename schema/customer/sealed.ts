import * as z from "zod";
import { BranchId, EpochMs } from "../ids.ts";

/** `algorithm.keyId.iv.ciphertext`, the last two in base64url. */
export const Sealed = z.string().regex(/^[A-Z0-9]{3,16}\.[A-Za-z0-9:_-]{1,80}\.[A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]+$/);
export type Sealed = z.infer<typeof Sealed>;

/** How long a class of personal data is kept; see `RETENTION` of the worker. */
export const RetentionClass = z.enum(["visit", "referral", "case"]);
export type RetentionClass = z.infer<typeof RetentionClass>;

/** A data key as it is stored: wrapped by a key-encryption key, which only the worker has. */
export const WrappedKey = z.strictObject({
	keyId: z.string(),
	retention: RetentionClass,
	branchId: BranchId,
	wrappingKeyId: z.string(),
	wrapped: Sealed,
	/** Wall-clock times. */
	createdAt: EpochMs,
	expiresAt: EpochMs,
});
export type WrappedKey = z.infer<typeof WrappedKey>;

/** A keyed hash of a number; the same number gives the same hash and nothing else can be told from it. */
export const BlindIndex = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export type BlindIndex = z.infer<typeof BlindIndex>;
