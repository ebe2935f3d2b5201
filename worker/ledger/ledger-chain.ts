import { hash } from "node:crypto";
import type { ChainKind } from "../domain/ledger/chain.ts";
import { bodyIn } from "../records/ledger/ledger.ts";

/** How the ledger's chains are made: SHA-256 over the hash before and the very text of the entry. */
export const LEDGER_CHAIN: ChainKind = {
	hashOf: (previous, body) => hash("sha256", previous + body, "hex"),
	seqOf: (body) => bodyIn(body)?.seq ?? null,
};
