import { type CaseCount, StoredCase } from "../../../schema/customer/case.ts";
import type { WrappedKey } from "../../../schema/customer/sealed.ts";
import type { SameCustomer } from "../../domain/case/commit.ts";
import { rememberCase } from "../../records/case/case.ts";
import type { ParkedNames, Waiting, WaitingLine } from "../forward/waiting.ts";
import { type OpenCasesQuestion, openCasesQuery } from "./open-cases.ts";

const NAME = "case ";

type Row = { body: string };

/**
 * The cases of a branch: open ones, and closed ones until D1 has them; a row with `is_unsent` still has to go there. A closed case that
 * D1 has stays as a copy (`left_at`) for as long as D1 may be restored to before it came. Counts and the next due time are cached, so
 * that a ticket's command never asks this table.
 */
export class CaseTable implements WaitingLine {
	readonly #storage: DurableObjectStorage;
	readonly #isFounded: () => boolean;
	#counts: readonly CaseCount[] | null;
	#nextAt: number | null;
	#unsent: number;

	/** @param isFounded whether there are tables yet */
	constructor(storage: DurableObjectStorage, isFounded: () => boolean) {
		this.#storage = storage;
		this.#isFounded = isFounded;
		this.#counts = isFounded() ? null : [];
		this.#nextAt = isFounded() ? this.#readNextAt() : null;
		this.#unsent = isFounded() ? this.#readUnsent() : 0;
	}

	/** Open cases by kind and stage; read when they are first asked for, for a branch that wakes counts nothing. */
	get counts(): readonly CaseCount[] {
		this.#counts ??= this.#readCounts();
		return this.#counts;
	}

	openCountOf(kind: CaseCount["kind"]): number {
		return this.counts.reduce((sum, each) => sum + (each.kind === kind ? each.count : 0), 0);
	}

	/** Branch time at which something must be done about one; null: about none. */
	get nextAt(): number | null {
		return this.#nextAt;
	}

	/** Null: unknown here, or closed and delivered to D1. */
	find(caseId: string): StoredCase | null {
		return this.#read("SELECT body FROM cases WHERE case_id = ? AND left_at IS NULL", caseId)[0] ?? null;
	}

	/** As `find`, and the copies: a command that comes late finds the closed case instead of opening it again. */
	findOrCopy(caseId: string): StoredCase | null {
		return this.#read("SELECT body FROM cases WHERE case_id = ?", caseId)[0] ?? null;
	}

	/** Open cases that somebody may read, those due first. */
	open(question: OpenCasesQuestion): StoredCase[] {
		const { query, values } = openCasesQuery(question);
		return this.#read(query, ...values);
	}

	/** The manager chosen in a customer's latest case of a kind; null: this branch knows none. `reference`: the customer's (the bank's own number). */
	lastManagerOf(kind: CaseCount["kind"], reference: string): string | null {
		// Looked for as text first: reading thousands of bodies as JSON would hold up the hall.
		const query = `SELECT owner_id FROM cases WHERE kind = ? AND instr(body, ?) > 0
			AND json_extract(body, '$.ties.customerReference') = ? AND json_extract(body, '$.facts.isAssigned') = 1
			ORDER BY json_extract(body, '$.openedAt') DESC LIMIT 1`;
		const text = `"customerReference":${JSON.stringify(reference)}`;
		const [row] = this.#sql.exec<{ owner_id: string }>(query, kind, text, reference).toArray();
		return row?.owner_id ?? null;
	}

	/** As far as this branch has them still: what is over stays as a copy for 31 days. */
	firstOfCustomer({ caseId, kind, openedAt, indexes }: SameCustomer, since: number): StoredCase | null {
		const known = Object.entries(indexes);
		if (known.length === 0) return null;
		// None is due before it was opened. Looked for as text first, as the manager is.
		const query = `SELECT body FROM cases WHERE kind = ? AND due_at > ? AND case_id <> ?
			AND EXISTS (SELECT 1 FROM json_each(?) WHERE instr(cases.body, value) > 0)`;
		const found = this.#read(query, kind, since, caseId, JSON.stringify(Object.values(indexes)))
			.filter((each) => known.some(([name, hash]) => each.indexes[name] === hash))
			.filter((each) => each.openedAt > since && isBefore(each, { openedAt, caseId }))
			.toSorted((one, other) => (isBefore(one, other) ? -1 : 1));
		return found[0] ?? null;
	}

	/** Cases about which something must be done by now, the first ones. */
	due(now: number, limit: number): StoredCase[] {
		if (this.#nextAt === null || this.#nextAt > now) return [];
		return this.#read("SELECT body FROM cases WHERE is_open = 1 AND next_at <= ? ORDER BY next_at LIMIT ?", now, limit);
	}

	/** A page of open cases whose owner is none of these people, by id, after the id `after`. */
	ownedByOthers(staffIds: readonly string[], after: string, limit: number): StoredCase[] {
		const query = `SELECT body FROM cases WHERE is_open = 1 AND case_id > ?
			AND owner_id NOT IN (SELECT value FROM json_each(?)) ORDER BY case_id LIMIT ?`;
		return this.#read(query, after, JSON.stringify(staffIds), limit);
	}

	/** Writes a case and marks it unsent. Call inside a transaction, and `recount` after the last one. */
	put(stored: StoredCase, nextAt: number | null): void {
		this.#sql.exec(
			`INSERT INTO cases (case_id, kind, stage, owner_id, opened_by, due_at, is_escalated, is_open, next_at, is_unsent, body)
			 VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)
			 ON CONFLICT (case_id) DO UPDATE SET stage = excluded.stage, owner_id = excluded.owner_id, due_at = excluded.due_at,
			 is_escalated = excluded.is_escalated, is_open = excluded.is_open, next_at = excluded.next_at, is_unsent = 1,
			 left_at = NULL, body = excluded.body`,
			...[stored.caseId, stored.kind, stored.stage, stored.ownerId, stored.openedBy, stored.dueAt],
			...[stored.escalatedAt === null ? 0 : 1, stored.closedAt === null ? 1 : 0, nextAt, JSON.stringify(stored)],
		);
	}

	/**
	 * Adds, as a copy, a closed case that D1 has: for records taken over from before they were cases. One known here stays.
	 * Call inside a transaction. `leftAt` is wall-clock time.
	 */
	putCopy(stored: StoredCase, leftAt: number): void {
		this.#sql.exec(
			`INSERT OR IGNORE INTO cases (case_id, kind, stage, owner_id, opened_by, due_at, is_escalated, is_open, next_at, is_unsent, left_at, body)
			 VALUES (?, ?, ?, ?, ?, ?, 0, 0, NULL, 0, ?, ?)`,
			...[stored.caseId, stored.kind, stored.stage, stored.ownerId, stored.openedBy, stored.dueAt],
			...[leftAt, JSON.stringify(stored)],
		);
	}

	/** Reads the cached numbers anew. Call last in a transaction, and the function it returns once that has succeeded: it cannot fail. */
	recount(): () => void {
		const counts = this.#readCounts();
		const nextAt = this.#readNextAt();
		const unsent = this.#readUnsent();
		return () => {
			this.#counts = counts;
			this.#nextAt = nextAt;
			this.#unsent = unsent;
		};
	}

	waits(parked: ParkedNames): boolean {
		return this.#unsent > 0 && this.#unsent > idsOf(parked).size;
	}

	next(parked: ParkedNames): Waiting | null {
		if (this.#unsent === 0) return null;
		const query = `SELECT body FROM cases WHERE is_unsent = 1
			AND case_id NOT IN (SELECT value FROM json_each(?)) LIMIT 1`;
		const [stored] = this.#read(query, JSON.stringify([...idsOf(parked)]));
		return stored === undefined ? null : this.#waitingOf(stored);
	}

	named(name: string): Waiting | null {
		const [caseId] = idsOf([{ businessDay: name }]);
		if (caseId === undefined) return null;
		const [stored] = this.#read("SELECT body FROM cases WHERE case_id = ? AND is_unsent = 1", caseId);
		return stored === undefined ? null : this.#waitingOf(stored);
	}

	#waitingOf(stored: StoredCase): Waiting {
		return {
			name: NAME + stored.caseId,
			bring: (memory, epoch) => rememberCase(memory, stored, epoch),
			brought: () => this.#brought(stored),
		};
	}

	/** D1 has this version: a later one is still unsent; a closed case becomes a copy. */
	#brought({ caseId, closedAt, revision }: StoredCase): void {
		const still = this.find(caseId);
		if (still?.revision !== revision) return;
		const leftAt = closedAt === null ? null : Date.now();
		this.#changeUnsent("UPDATE cases SET is_unsent = 0, left_at = ? WHERE case_id = ?", leftAt, caseId);
	}

	sendAgain(): void {
		this.#changeUnsent("UPDATE cases SET is_unsent = 1, left_at = NULL WHERE is_unsent = 0");
	}

	#changeUnsent(query: string, ...values: (string | number | null)[]): void {
		this.#unsent = this.#storage.transactionSync(() => {
			this.#sql.exec(query, ...values);
			return this.#readUnsent();
		});
	}

	/** Stores the key of a case in its new wrapping, in a copy too. Does nothing where the case is unknown or erased. */
	rewrap(caseId: string, { wrapped, wrappingKeyId }: Pick<WrappedKey, "wrapped" | "wrappingKeyId">): void {
		this.#sql.exec(
			`UPDATE cases SET body = json_set(body, '$.key.wrapped', ?, '$.key.wrappingKeyId', ?)
			 WHERE case_id = ? AND json_extract(body, '$.key.wrapped') IS NOT NULL`,
			...[wrapped, wrappingKeyId, caseId],
		);
	}

	/** Drops copies that D1 had before `leftBefore`, and those whose key has expired by `now`. Wall-clock times. */
	dropCopies({ leftBefore, now }: { readonly leftBefore: number; readonly now: number }): void {
		const query =
			"DELETE FROM cases WHERE left_at < ? OR (left_at IS NOT NULL AND json_extract(body, '$.key.expiresAt') <= ?)";
		this.#sql.exec(query, leftBefore, now);
	}

	/** Not kept in a field, so that a test can put in one that fails. */
	get #sql(): SqlStorage {
		return this.#storage.sql;
	}

	#read(query: string, ...values: (string | number | null)[]): StoredCase[] {
		if (!this.#isFounded()) return [];
		return this.#sql
			.exec<Row>(query, ...values)
			.toArray()
			.map(({ body }) => StoredCase.parse(JSON.parse(body)));
	}

	#readCounts(): CaseCount[] {
		return this.#sql
			.exec<CaseCount>("SELECT kind, stage, count(*) AS count FROM cases WHERE is_open = 1 GROUP BY kind, stage")
			.toArray();
	}

	#readNextAt(): number | null {
		const query = "SELECT next_at AS at FROM cases WHERE is_open = 1 AND next_at IS NOT NULL ORDER BY next_at LIMIT 1";
		return this.#sql.exec<{ at: number }>(query).toArray()[0]?.at ?? null;
	}

	#readUnsent(): number {
		return this.#sql.exec<{ count: number }>("SELECT count(*) AS count FROM cases WHERE is_unsent = 1").one().count;
	}
}

type Opened = Pick<StoredCase, "openedAt" | "caseId">;

function isBefore(one: Opened, other: Opened): boolean {
	return one.openedAt === other.openedAt ? one.caseId < other.caseId : one.openedAt < other.openedAt;
}

function idsOf(parked: ParkedNames): ReadonlySet<string> {
	const names = parked.map(({ businessDay }) => businessDay).filter((name) => name.startsWith(NAME));
	return new Set(names.map((name) => name.slice(NAME.length)));
}
