import type { Actor } from "../../../schema/actor.ts";
import type { CaseDone, CaseFacts, CaseRequest, SealedTexts, StoredCase } from "../../../schema/customer/case.ts";
import type { Answer, Commit } from "../../../schema/hall/event.ts";
import { commitOf } from "../commit/commit.ts";
import type { BranchState } from "../hall/branch-state.ts";
import { isRefusal } from "../hall/decision.ts";
import type { CaseContext } from "../kind/kind-rule.ts";
import { ringable } from "../presence/ringable.ts";
import { moveCase } from "./move.ts";

/** A step of a case as it comes in, with all that deciding it needs from outside. */
export type IncomingStep = {
	readonly request: CaseRequest;
	/** The sealed half of the step. */
	readonly sealed: SealedTexts;
	readonly actor: Actor;
	/** Branch time. */
	readonly now: number;
	readonly before: StoredCase | null;
	/** Open cases of the branch of this kind. */
	readonly openCount: number;
	/** Who can be rung, and who was the manager of the latest record of the same customer; asked of a step that opens one. */
	readonly present?: CaseContext["present"];
	readonly lastManager?: string | undefined;
	readonly contentOf?: CaseContext["contentOf"];
	readonly firstOfCustomer?: FirstOfCustomer;
};

/** A case that may have had earlier ones of the same customer: by what it is found, and when it was opened. */
export type SameCustomer = Pick<StoredCase, "caseId" | "kind" | "openedAt" | "indexes">;
/** The first case that was opened before this one, and after `since`, for the same customer. */
export type FirstOfCustomer = (of: SameCustomer, since: number) => StoredCase | null;

type Refused = Extract<Answer, { status: "refused" }>;
export type CaseCommit = { readonly commit: Commit; readonly after: StoredCase | null } | Refused;

/** The commit a step leads to, and the case after it; null when the step was refused and that is remembered. */
export function caseCommit(state: BranchState, incoming: IncomingStep): CaseCommit {
	const { request, sealed, actor, before } = incoming;
	const at = Math.max(incoming.now, state.lastAt);
	const { openCount, lastManager, contentOf } = incoming;
	const present = incoming.present && ringable(state, incoming.present);
	const { caseId, kind } = request.command;
	const openedAt = before?.openedAt ?? at;
	const same = { caseId, kind, openedAt, indexes: replaced(before?.indexes, sealed.indexes) };
	const firstOfCustomer = (withinMs: number) => incoming.firstOfCustomer?.(same, openedAt - withinMs) ?? null;
	const context = {
		...{ actor, now: at, notedAt: sealed.notedAt },
		...{ openCount, contentOf, ties: sealed.ties, present, lastManager, firstOfCustomer },
	};
	const move = moveCase(state, before, request.command, context);
	const commit = commitOf(state, { request, actor }, at, isRefusal(move) ? move : { events: move.events });
	if ("status" in commit) return commit;
	return { commit, after: isRefusal(move) ? null : storedAfter(before, move.after, sealed) };
}

/** A new due time, or a new owner, is told anew. */
function storedAfter(before: StoredCase | null, after: CaseFacts, sealed: SealedTexts): StoredCase {
	const { key, texts, fields, indexes, ties } = sealed;
	const isNews = before === null || before.dueAt !== after.dueAt || before.ownerId !== after.ownerId;
	return {
		...after,
		keyId: before?.keyId ?? key?.keyId ?? "",
		key: before === null ? (key ?? null) : before.key,
		texts: { ...before?.texts, ...texts },
		fields: replaced(before?.fields, fields),
		indexes: replaced(before?.indexes, indexes),
		ties: replaced(before?.ties, ties),
		remindedAt: isNews ? null : before.remindedAt,
		escalatedAt: isNews ? null : before.escalatedAt,
		revision: (before?.revision ?? 0) + 1,
	};
}

/** What there was with what is brought in its place; null takes one away. */
function replaced(before: Named<string> = {}, brought: Named<string | null> = {}): Record<string, string> {
	const all = Object.entries({ ...before, ...brought });
	return Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== null));
}

type Named<Value> = Readonly<Record<string, Value>>;

/** What the sender of a step is told, the first time and every time after: which case, and in which version it is now. */
export type CaseAnswer = Refused | ({ readonly status: "done" } & CaseDone);

/** Throws when the commit is none of a case's steps: a bug. */
export function answerOfMove(made: Commit | Refused): CaseAnswer {
	if ("status" in made) return made;
	if (made.refused !== undefined) return { status: "refused", ...made.refused };
	for (const event of made.events) {
		if (event.type === "case-moved") return { status: "done", caseId: event.caseId, version: event.version };
	}
	throw new Error("no step of a case was stored there");
}

/** Under what a text is kept that came with the step that made this version. */
export function textColumn(text: string, version: number): string {
	return `${text}.${version}`;
}
