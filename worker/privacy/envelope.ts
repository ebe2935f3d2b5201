import { Buffer } from "node:buffer";

/** The only algorithm so far. When another is added this one must stay, to open what it has sealed. */
const ALGORITHM = "A256GCM";
const IV_BYTES = 12;
const PARTS = 4;

/** A key with its id, which stands in every value that it has sealed. */
export type NamedKey = { readonly keyId: string; readonly key: CryptoKey };

/** The place at which a sealed value is stored. Copied to any other place it does not open. */
export type SealedPlace = {
	readonly branchId: string;
	readonly table: string;
	readonly column: string;
	readonly row: string;
};

/** A sealed value that does not open: it is not exactly as it was sealed, or not where it was sealed. The message says nothing of the value. */
export class EnvelopeError extends Error {
	constructor(why: "malformed" | "unknown algorithm" | "other key" | "not authentic") {
		super(`sealed value: ${why}`);
	}
}

/** Seals by AES-256-GCM with a fresh 96-bit IV; algorithm, key id and place are authenticated along with the value. */
export async function seal(
	{ keyId, key }: NamedKey,
	place: SealedPlace,
	value: Uint8Array<ArrayBuffer>,
): Promise<string> {
	const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
	const sealed = await crypto.subtle.encrypt(parametersOf(iv, keyId, place), key, value);
	return [ALGORITHM, keyId, textOf(iv), textOf(new Uint8Array(sealed))].join(".");
}

/** Opens a sealed value. Throws `EnvelopeError` for another place, another key, another algorithm, or a single changed bit. */
export async function open(
	{ keyId, key }: NamedKey,
	place: SealedPlace,
	text: string,
): Promise<Uint8Array<ArrayBuffer>> {
	const parts = partsOf(text);
	if (parts.keyId !== keyId) throw new EnvelopeError("other key");
	try {
		const value = await crypto.subtle.decrypt(parametersOf(parts.iv, keyId, place), key, parts.sealed);
		return new Uint8Array(value);
	} catch {
		throw new EnvelopeError("not authentic");
	}
}

export async function sealText(key: NamedKey, place: SealedPlace, text: string): Promise<string> {
	return seal(key, place, new Uint8Array(new TextEncoder().encode(text)));
}

export async function openText(key: NamedKey, place: SealedPlace, text: string): Promise<string> {
	return new TextDecoder().decode(await open(key, place, text));
}

/** As `open`, for a sealed key: it goes straight into the platform's key store, and its bytes are never seen here. */
export async function openKey({ keyId, key }: NamedKey, place: SealedPlace, text: string): Promise<CryptoKey> {
	const { keyId: sealedBy, iv, sealed } = partsOf(text);
	if (sealedBy !== keyId) throw new EnvelopeError("other key");
	const parameters = parametersOf(iv, keyId, place);
	try {
		return await crypto.subtle.unwrapKey("raw", sealed, key, parameters, "AES-GCM", false, ["encrypt", "decrypt"]);
	} catch {
		throw new EnvelopeError("not authentic");
	}
}

function partsOf(text: string) {
	const [algorithm, keyId = "", iv = "", sealed = "", ...rest] = text.split(".");
	if (algorithm !== ALGORITHM) throw new EnvelopeError("unknown algorithm");
	if (rest.length > 0 || text.split(".").length !== PARTS) throw new EnvelopeError("malformed");
	return { keyId, iv: bytesOf(iv), sealed: bytesOf(sealed) };
}

function parametersOf(iv: Uint8Array<ArrayBuffer>, keyId: string, place: SealedPlace) {
	const bound = [ALGORITHM, keyId, place.branchId, place.table, place.column, place.row];
	return { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(JSON.stringify(bound)), tagLength: 128 };
}

export function textOf(bytes: Uint8Array<ArrayBuffer>): string {
	return Buffer.from(bytes).toString("base64url");
}

/** The bytes of a text that `textOf` wrote. Strict: another spelling of the same bytes is refused. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(Buffer.from(text, "base64url"));
	if (textOf(bytes) !== text) throw new EnvelopeError("malformed");
	return bytes;
}
