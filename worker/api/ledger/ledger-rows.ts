import type { LedgerRow } from "../../../schema/ledger/ledger.ts";
import { idsIn, whoOf } from "../../domain/ledger/ledger-names.ts";
import { resultOf } from "../../domain/ledger/ledger-result.ts";
import { sentenceOf } from "../../domain/ledger/ledger-sentence.ts";
import type { EntryWithOutcome } from "../../records/ledger/ledger.ts";
import { namesOf } from "../../records/ledger/ledger-names.ts";
import type { Memory } from "../../records/memory.ts";

/** Entries as people read them: with names, sentences and what came of it. */
export async function readable(memory: Memory, found: readonly EntryWithOutcome[]): Promise<LedgerRow[]> {
	const names = await namesOf(memory, idsIn(found.map(({ entry }) => entry)));
	return found.map(({ entry, outcome }) => ({
		...entry,
		who: whoOf(entry, names),
		said: sentenceOf(entry, names),
		result: resultOf(entry, outcome),
	}));
}
