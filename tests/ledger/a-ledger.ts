import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import type { LedgerDraft } from "../../schema/ledger/ledger.ts";
import type { LedgerObject } from "../../worker/ledger/ledger-object.ts";

let made = 0;

/** A branch's node that nobody used before: storage is isolated per file, not per test. */
export function newChain(region = "sh"): string {
	made += 1;
	return `${region}-led${made}${crypto.randomUUID().slice(0, 8)}`;
}

/** An entry of now: one of a fixed day would be older than the object keeps entries, from some day on. */
export function draft(entryId: string, more: Partial<LedgerDraft> = {}): LedgerDraft {
	return {
		entryId: `entry-${entryId.replaceAll(" ", "-")}`,
		at: Date.now(),
		actor: { kind: "staff", staffId: "li-na", role: "branch-head", nodeId: "sh-lujiazui" },
		requestId: "request",
		act: "renameDevice",
		subject: { deviceId: "kiosk-1" },
		...more,
	};
}

/** Asked anew each time: a stub that has failed once stays failed. */
export const ledgerOf = (chain: string) => env.LEDGER.getByName(chain);

export async function appendMany(chain: string, count: number): Promise<void> {
	const { seq } = (await ledgerOf(chain).attest(0)).head;
	for (let next = seq + 1; next <= seq + count; next++) await ledgerOf(chain).append(draft(`${next}-of-${chain}`));
}

/** Batches of the largest chain any test makes. */
const ROUNDS_MAX = 1_000;

/** Lets the alarm ring until everything is in D1. */
export async function forwarded(chain: string): Promise<void> {
	for (let rounds = 0; rounds < ROUNDS_MAX; rounds++) {
		const { head, acknowledged } = await ledgerOf(chain).attest(0);
		if (head.seq === acknowledged.seq) return;
		await runDurableObjectAlarm(ledgerOf(chain));
	}
	throw new Error(`${chain}: not forwarded`);
}

/** Does `work` with whatever is about to be written, until the returned function stops it; what throws in it stops the writing. */
export function beforeWriting(work: (drafts: readonly LedgerDraft[]) => Promise<void>): () => void {
	const real = env.LEDGER.getByName.bind(env.LEDGER);
	const value = (chain: string) => ({
		append: (entry: LedgerDraft) => work([entry]).then(() => real(chain).append(entry)),
		appendAll: (entries: readonly LedgerDraft[]) => work(entries).then(() => real(chain).appendAll(entries)),
		noteRefused: (entry: LedgerDraft, summed: boolean) =>
			work([entry]).then(() => real(chain).noteRefused(entry, summed)),
		tryWriting: () => work([]).then(() => real(chain).tryWriting()),
		attest: (seq: number) => work([]).then(() => real(chain).attest(seq)),
	});
	Object.defineProperty(env.LEDGER, "getByName", { configurable: true, value });
	return () => {
		Object.defineProperty(env.LEDGER, "getByName", { configurable: true, value: real });
	};
}

/** No ledger can be written until the returned function mends it. */
export function breakLedger(): () => void {
	return beforeWriting(() => Promise.reject(new Error("the ledger is away")));
}

export async function evictLedger(chain: string): Promise<void> {
	try {
		await evictDurableObject(ledgerOf(chain));
	} catch (error) {
		if (!String(error).includes("not currently running")) throw error;
	}
}

export function insideLedger<Value>(
	chain: string,
	work: (ledger: LedgerObject, storage: DurableObjectStorage) => Value | Promise<Value>,
): Promise<Value> {
	return runInDurableObject(ledgerOf(chain), (ledger: LedgerObject, { storage }) => work(ledger, storage));
}

/** The rows D1 has of a chain, oldest first. */
export async function copied(chain: string) {
	const { results } = await env.DB.prepare("SELECT seq, hash, body FROM ledger_entry WHERE chain = ? ORDER BY seq")
		.bind(chain)
		.all<{ seq: number; hash: string; body: string }>();
	return results;
}
