import type { ChainKind } from "../domain/ledger/chain.ts";
import { sha256Hex } from "../platform/sha256.ts";
import { bodyIn } from "../records/ledger/ledger.ts";

/** How the ledger's chains are made: SHA-256 over the hash before and the very text of the entry. */
export const LEDGER_CHAIN: ChainKind = {
	hashOf: (previous, body) => sha256Hex(previous + body),
	seqOf: (body) => bodyIn(body)?.seq ?? null,
};
