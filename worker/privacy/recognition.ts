import { Buffer } from "node:buffer";
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import * as z from "zod";
import { CustomerReference, Segment } from "../../schema/customer/customer.ts";
import { StaffId } from "../../schema/ids.ts";
import { RECOGNITION_MAX_MS } from "../../schema/limits.ts";
import type { Recognised } from "../domain/hall/decision.ts";
import { type PrivacySecrets, wrappingKeysOf } from "./vault.ts";

const CIPHER = "aes-256-gcm";
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** Every content is padded to this, so that the length of a recognition does not tell whom it names. */
const CONTENT_BYTES = 98;

const Content = z.tuple([CustomerReference.nullable(), Segment, z.number(), StaffId.nullable().optional()]);

/** Seals for one branch who was recognised (a *recognition*). Null when there are no keys. `now` is wall-clock time. */
export function sealRecognition(
	secrets: PrivacySecrets,
	branchId: string,
	{ reference, segment, managerId }: Recognised,
	now: number,
): { readonly recognition: string; readonly expiresAt: number } | null {
	const [current] = wrappingKeysOf(secrets);
	if (current === undefined) return null;
	const expiresAt = now + RECOGNITION_MAX_MS;
	const content = Buffer.from(
		JSON.stringify([reference, segment, expiresAt, managerId ?? null]).padEnd(CONTENT_BYTES),
		"utf8",
	);
	if (content.length !== CONTENT_BYTES) throw new Error("a recognition must have room for every reference");
	const iv = randomBytes(IV_BYTES);
	const cipher = createCipheriv(CIPHER, ownKey(current), iv, { authTagLength: TAG_BYTES });
	cipher.setAAD(boundTo(branchId));
	const parts = [iv, cipher.update(content), cipher.final(), cipher.getAuthTag()];
	return { recognition: Buffer.concat(parts).toString("base64url"), expiresAt };
}

/** Opens a recognition; undefined when it is expired, made for another branch, or not one at all. Works without await. */
export function openRecognition(
	secrets: PrivacySecrets,
	branchId: string,
	recognition: string,
	now: number,
): Recognised | undefined {
	const bytes = Buffer.from(recognition, "base64url");
	if (bytes.length !== IV_BYTES + CONTENT_BYTES + TAG_BYTES) return undefined;
	for (const key of wrappingKeysOf(secrets)) {
		const content = opened(ownKey(key), branchId, bytes);
		if (content === null) continue;
		const [reference, segment, expiresAt, managerId] = content;
		if (expiresAt <= now) return undefined;
		return { reference, segment, ...(managerId == null ? {} : { managerId }) };
	}
	return undefined;
}

function opened(key: Uint8Array, branchId: string, bytes: Uint8Array): z.infer<typeof Content> | null {
	try {
		const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
		decipher.setAAD(boundTo(branchId));
		decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
		const content = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
		return Content.parse(JSON.parse(content.toString("utf8")));
	} catch {
		return null;
	}
}

/** The key for recognitions, derived from a wrapping key: the wrapping key itself seals only data keys. */
function ownKey(wrappingKey: Uint8Array): Uint8Array {
	return createHmac("sha256", wrappingKey).update("recognition").digest();
}

function boundTo(branchId: string): Uint8Array {
	return Buffer.from(`recognition ${branchId}`, "utf8");
}
