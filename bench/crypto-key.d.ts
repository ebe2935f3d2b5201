import type { webcrypto } from "node:crypto";

declare global {
	/** Node has it under another name; the worker's sealing is measured in this process. */
	interface CryptoKey extends webcrypto.CryptoKey {}
}
