/**
 * The parts of `nodejs_compat` that the worker uses, because they are synchronous (a storage transaction may not await) or missing
 * in WebCrypto (scrypt).
 */
declare module "node:crypto" {
	import type { Buffer } from "node:buffer";

	export function createHash(algorithm: "sha256"): {
		update(data: string | Uint8Array): ReturnType<typeof createHash>;
		digest(encoding: "hex" | "base64url"): string;
		digest(): Buffer;
	};
	/** `update` and `digest` in one call. */
	export function hash(algorithm: "sha256", data: string, encoding: "hex"): string;
	export function randomBytes(size: number): Buffer;
	export function createHmac(
		algorithm: "sha256",
		key: Uint8Array,
	): { update(data: string): ReturnType<typeof createHmac>; digest(): Buffer };
	/** AES-256-GCM without await: a branch opens a sealed recognition before it decides. */
	interface GcmCipher {
		setAAD(data: Uint8Array): void;
		update(data: Uint8Array): Buffer;
		final(): Buffer;
	}
	type GcmSettings = { readonly authTagLength: number };
	export function createCipheriv(
		algorithm: "aes-256-gcm",
		key: Uint8Array,
		iv: Uint8Array,
		settings: GcmSettings,
	): GcmCipher & { getAuthTag(): Buffer };
	export function createDecipheriv(
		algorithm: "aes-256-gcm",
		key: Uint8Array,
		iv: Uint8Array,
		settings: GcmSettings,
	): GcmCipher & { setAuthTag(tag: Uint8Array): void };
	export function timingSafeEqual(one: Uint8Array, other: Uint8Array): boolean;
	export function scryptSync(
		password: string,
		salt: Uint8Array,
		length: number,
		settings: { readonly N: number; readonly r: number; readonly p: number; readonly maxmem: number },
	): Buffer;
}

declare module "node:buffer" {
	export class Buffer extends Uint8Array<ArrayBuffer> {
		static from(text: string, encoding: "base64" | "base64url" | "hex" | "utf8"): Buffer;
		static from(bytes: Uint8Array): Buffer;
		static concat(parts: readonly Uint8Array[]): Buffer;
		override toString(encoding?: "base64" | "base64url" | "hex" | "utf8"): string;
	}
}
