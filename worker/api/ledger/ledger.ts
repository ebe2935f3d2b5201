import type { Place } from "../../../schema/actor.ts";
import type { LedgerFilter } from "../../../schema/endpoint/ledger-endpoints.ts";
import type { LedgerRow } from "../../../schema/ledger/ledger.ts";
import { LEDGER_EXPORT_MAX_ROWS } from "../../../schema/limits.ts";
import type { Env } from "../../platform/env.ts";
import { countEntries, type LedgerCursor, listEntries } from "../../records/ledger/ledger.ts";
import { memoryOf } from "../../records/memory.ts";
import { placesWith } from "../door/granters.ts";
import { type Handler, Refused } from "../door/serve.ts";
import { orNotReady } from "../door/unavailable.ts";
import { pageOf, startOf } from "../hall/branch.ts";
import { ledgerCsv } from "./ledger-csv.ts";
import { readable } from "./ledger-rows.ts";
import { verifyLedger } from "./ledger-verification.ts";

/** Entries of an export that are in memory at once. */
const EXPORT_PAGE_ROWS = 1_000;

export const ledger: Handler<"ledger"> = async ({ env, caller, query }) => {
	const start = startOf(query.cursor, 3);
	if (start instanceof Refused) return start;
	const before = start === null ? null : cursorIn(start);
	if (before instanceof Refused) return before;
	const page = { limit: query.limit + 1, before };
	const memory = memoryOf(env.DB);
	const rows = await orNotReady(async () =>
		readable(memory, await listEntries(memory, placesWith("audit.read", caller), query, page)),
	);
	if (rows instanceof Refused) return rows;
	return pageOf(rows, query.limit, ({ at, chain, seq }) => [String(at), chain, String(seq)]);
};

export const ledgerExport: Handler<"ledgerExport"> = async ({ env, caller, query, now }) => {
	const places = placesWith("audit.export", caller);
	// The file shows what there was when it was asked for: what is written meanwhile is not part of it.
	const filter = { ...query, to: Math.min(query.to ?? now, now) };
	const limit = LEDGER_EXPORT_MAX_ROWS + 1;
	const found = await orNotReady(() => countEntries(memoryOf(env.DB), places, filter, limit));
	if (found instanceof Refused) return found;
	if (found > LEDGER_EXPORT_MAX_ROWS) return new Refused("export-too-large");
	const name = `ledger-${query.nodeId ?? "all"}-${new Date(now).toISOString().slice(0, 10)}.csv`;
	const headers = {
		"Content-Type": "text/csv; charset=utf-8",
		"Content-Disposition": `attachment; filename="${name}"`,
		"Cache-Control": "no-store",
	};
	return new Response(csvStream(env, places, filter), { headers });
};

export const ledgerVerification: Handler<"ledgerVerification"> = async ({ env, params }) =>
	orNotReady(() => verifyLedger(env, params.nodeId));

function cursorIn([at, chain, seq]: readonly string[]): LedgerCursor | Refused {
	const cursor = { at: Number(at), chain: chain ?? "", seq: Number(seq) };
	return Number.isSafeInteger(cursor.at) && Number.isSafeInteger(cursor.seq) ? cursor : new Refused("invalid-input");
}

/** The file page by page; a page that cannot be read breaks the download off, so that half a file is not taken for a whole. */
function csvStream(env: Env, places: readonly Place[], filter: LedgerFilter): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	let before: LedgerCursor | null = null;
	let first = true;
	return new ReadableStream({
		async pull(controller) {
			const memory = memoryOf(env.DB);
			const page: LedgerRow[] = await readable(
				memory,
				await listEntries(memory, places, filter, { limit: EXPORT_PAGE_ROWS, before }),
			);
			if (first || page.length > 0) controller.enqueue(encoder.encode(ledgerCsv(page, first)));
			first = false;
			before = page.at(-1) ?? null;
			if (page.length < EXPORT_PAGE_ROWS) controller.close();
		},
	});
}
