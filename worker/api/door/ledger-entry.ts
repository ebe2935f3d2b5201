import { BANK } from "../../../rules/institution.ts";
import { nodeOf } from "../../../rules/place.ts";
import type { Actor, HolderActor } from "../../../schema/actor.ts";
import type { NodeId } from "../../../schema/ids.ts";
import type { LedgerDraft, LedgerSubject } from "../../../schema/ledger/ledger.ts";
import { TEXT_MAX_CHARS } from "../../../schema/limits.ts";
import type { ProblemCode } from "../../../schema/problem.ts";
import { ledgerActor } from "../../domain/ledger/ledger-actor.ts";
import { reasonForLedger } from "../../domain/ledger/ledger-reason.ts";
import type { Env } from "../../platform/env.ts";
import { subjectOf } from "./ledger-subject.ts";

/** The same entry is sent again after a fault that may pass: its id keeps it from being written twice. */
const TRIES_MAX = 2;
/** Of a file of people a log line names the first ones. */
const LOGGED_MAX = 10;

/** An act of a call, as the door knows it. */
export type Act = {
	/** The endpoint's name. */
	readonly act: string;
	/** Wall-clock time. */
	readonly now: number;
	readonly requestId: string;
	/** Who acts; null for a stranger. */
	readonly actor: Actor | null;
	readonly sessionId?: string | undefined;
	/** Checked by the endpoint's schema: ids, of which a `nodeId` or `branchId` names the chain. */
	readonly params: unknown;
	/** Of it, ids, roles, names of fields and a `reason` are written down. */
	readonly body: unknown;
};

/** As `outcome` of an entry has it. */
export type LedgerOutcome = "done" | `${"refused" | "unknown"}:${ProblemCode}`;

/** Entries that say what is about to be done. */
export type Announced = {
	readonly seqs: readonly number[];
	/** Writes down for each of them what came of it. What cannot be written stays unknown. */
	readonly settle: (outcome: LedgerOutcome) => Promise<void>;
};

/**
 * Writes down what one call is about to do, all of it or nothing, in the chain of the first act; null when it could not
 * be written.
 */
export async function announce(env: Env, acts: readonly [Act, ...Act[]]): Promise<Announced | null> {
	const chain = chainOf(acts[0]);
	const seqs = await append(env, chain, acts.map(draftOf));
	if (seqs === null) return null;
	const settle = async (outcome: LedgerOutcome) => {
		await append(
			env,
			chain,
			acts.map((act, index) => ({ ...draftOf(act), outcome, refersTo: seqs[index] })),
		);
	};
	return { seqs, settle };
}

/** An act that has no endpoint of its own, with the ids it concerns. */
export type NamedAct = Pick<Act, "now" | "requestId" | "actor" | "sessionId"> & {
	readonly act: "sign-in" | "sign-in-refused" | "session-ended";
	/** Null: the place the actor acts from, or the bank. */
	readonly chain: NodeId | null;
	readonly subject: LedgerSubject;
	/** Browser and system as they named themselves. */
	readonly device?: string | undefined;
	readonly refused?: ProblemCode | undefined;
};

/** Writes down an act that has no endpoint of its own and gives its seq; null when it could not be written. */
export async function writeDownNamed(
	env: Env,
	{ act, chain, actor, subject, device, refused, ...call }: NamedAct,
): Promise<number | null> {
	const draft = draftNamed({ act, chain, actor, subject, device, refused, ...call });
	const seqs = await append(env, chain ?? chainOfActor(actor), [draft]);
	return seqs?.[0] ?? null;
}

function draftNamed({ act, actor, subject, device, refused, now, requestId, sessionId }: NamedAct): LedgerDraft {
	return {
		...common({ act, actor, now, requestId, sessionId }),
		subject,
		...(device === undefined ? {} : { device: reasonForLedger(device).slice(0, 120) }),
		...(refused === undefined ? {} : { outcome: `refused:${refused}` }),
	};
}

/**
 * Writes down that somebody signed in (`sessionId` given) or was refused. A staff number stands in it only when it is
 * one of this bank's (`known`): a stranger may have typed anything into that field, a password included.
 */
export function noteSignIn(env: Env, signIn: SignIn): Promise<number | null> {
	return writeDownNamed(env, namedSignIn(signIn));
}

/** As `noteSignIn` for one that was refused; `summed`: in the entry that sums those of a minute. What fails is logged. */
export async function noteRefusedSignIn(env: Env, signIn: SignIn, summed: boolean): Promise<void> {
	const act = namedSignIn(signIn);
	const chain = chainOfActor(act.actor);
	try {
		await env.LEDGER.getByName(chain).noteRefused(draftNamed(act), summed);
	} catch (error) {
		const about = { chain, requestId: act.requestId, act: act.act, subject: act.subject };
		console.error(JSON.stringify({ message: "not written down", ...about, error: String(error) }));
	}
}

type SignIn = {
	readonly staffId: string;
	readonly known: boolean;
	/** The first of the person's roles, which tells the chain; null when refused before it was known. */
	readonly actor: HolderActor | null;
	readonly method: string;
	readonly sessionId?: string | undefined;
	readonly refused?: ProblemCode | undefined;
	readonly device: string;
	readonly requestId: string;
	readonly now: number;
};

function namedSignIn({ staffId, known, method, refused, ...rest }: SignIn): NamedAct {
	const act = refused === undefined ? "sign-in" : "sign-in-refused";
	return { ...rest, act, chain: null, refused, subject: known ? { staffId, method } : { method } };
}

function draftOf(act: Act): LedgerDraft {
	const reason = reasonIn(act.body);
	return { ...common(act), subject: subjectOf(act.params, act.body), ...(reason === null ? {} : { reason }) };
}

/** The id is made here and not from the request's, which the caller may choose: nobody can make two acts look like one. */
function common({ act, now, requestId, actor, sessionId }: Omit<Act, "params" | "body">) {
	return {
		entryId: crypto.randomUUID(),
		at: now,
		actor: actor === null ? null : ledgerActor(actor),
		...(sessionId === undefined ? {} : { sessionId }),
		requestId,
		act,
	};
}

function chainOf({ params, actor }: Act): NodeId {
	const { nodeId, branchId } = subjectOf(params, null);
	return nodeId ?? branchId ?? chainOfActor(actor);
}

function chainOfActor(actor: Actor | null): NodeId {
	return actor !== null && "place" in actor ? nodeOf(actor.place) : BANK;
}

function reasonIn(body: unknown): string | null {
	if (typeof body !== "object" || body === null || !("reason" in body) || typeof body.reason !== "string") return null;
	return reasonForLedger(body.reason).slice(0, TEXT_MAX_CHARS);
}

async function append(env: Env, chain: NodeId, drafts: readonly LedgerDraft[]): Promise<number[] | null> {
	for (let tries = 1; ; tries++) {
		try {
			const places = await env.LEDGER.getByName(chain).appendAll(drafts);
			return places.map(({ seq }) => seq);
		} catch (error) {
			if (tries < TRIES_MAX) continue;
			// The log is then all there is of what is done even so.
			const entries = drafts.slice(0, LOGGED_MAX).map(({ act, actor, subject }) => ({ act, actor, subject }));
			const about = { chain, requestId: drafts[0]?.requestId, count: drafts.length, entries };
			console.error(JSON.stringify({ message: "not written down", ...about, error: String(error) }));
			return null;
		}
	}
}
