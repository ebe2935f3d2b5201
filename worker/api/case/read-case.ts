import { CASE_KIND_NAMES, type CaseKind, definitionOf, SHARED_KINDS } from "../../../rules/case/kinds.ts";
import { possibleSteps } from "../../../rules/case/step.ts";
import { holds } from "../../../rules/holding.ts";
import { covers } from "../../../rules/place.ts";
import type { HolderActor } from "../../../schema/actor.ts";
import type { CaseShown, StoredCase } from "../../../schema/customer/case.ts";
import type { CaseSort } from "../../../schema/endpoint/case-endpoints.ts";
import { SHOWN_FOR_MS } from "../../../schema/limits.ts";
import { maskedPersons } from "../../privacy/case-fields.ts";
import { isPersonal, openTexts } from "../../privacy/case-texts.ts";
import { unwrap } from "../../privacy/data-key.ts";
import { EnvelopeError, type NamedKey } from "../../privacy/envelope.ts";
import { type Vault, vaultOf } from "../../privacy/vault.ts";
import { type CaseSpot, listCases, spotOf } from "../../records/case/case.ts";
import { memoryOf } from "../../records/memory.ts";
import { denyShowing } from "../customer/privacy.ts";
import type { Caller } from "../door/authenticate.ts";
import { askBranch } from "../door/branch-stub.ts";
import { type Handler, Refused } from "../door/serve.ts";
import { orNotReady } from "../door/unavailable.ts";
import { pageOf, startOf } from "../hall/branch.ts";
import { actorsOf, readersOf, storedCase } from "./stored-case.ts";

export const openCases: Handler<"openCases"> = async ({ env, caller, params, query }) => {
	const after = startAfter(query.cursor);
	if (after instanceof Refused) return after;
	const here = actorsOf(caller).filter((each) => covers(each.place, params.branchId));
	const staffId = here.flatMap((each) => (each.kind === "staff" ? each.staffId : []))[0];
	if (staffId === undefined) return { rows: [], next: null };
	const kinds = (test: (kind: CaseKind) => boolean) => CASE_KIND_NAMES.filter(test);
	const question = {
		kinds: query.kind === undefined ? SHARED_KINDS : [query.kind],
		...{ mineOnly: query.mine === "true", staffId, after, limit: query.limit + 1 },
		all: kinds((kind) => here.some((each) => holds(each, definitionOf(kind).rights.read))),
		escalated: kinds((kind) =>
			here.some((each) => each.kind === "staff" && definitionOf(kind).escalatesTo.includes(each.role)),
		),
	};
	const found = await askBranch(env, params.branchId, async (branch) => branch.openCases(question));
	return found instanceof Refused
		? found
		: orNotReady(async () => pageShown(await vaultOf(env), caller, found, query.limit));
};

export const caseOf: Handler<"case"> = async ({ env, caller, params }) => {
	const stored = await storedCase(env, params.branchId, params.caseId);
	if (stored instanceof Refused) return stored;
	return orNotReady(async () => {
		const vault = await vaultOf(env);
		if (vault === null) return new Refused("not-ready");
		return (stored && (await shownTo(caller, vault, stored))) ?? new Refused("unknown-case");
	});
};

export const cases: Handler<"cases"> = async ({ env, caller, params, query, now }) => {
	const { read } = definitionOf(query.kind).rights;
	const { nodeId } = params;
	const after = spotAfter(query.cursor, query.sort);
	if (after instanceof Refused) return after;
	if (!actorsOf(caller).some((each) => holds(each, read) && covers(each.place, nodeId))) {
		return new Refused("not-permitted");
	}
	return orNotReady(async () => {
		const filter = { ...query, isOpen: query.open === "true" };
		const asked = { limit: query.limit + 1, sort: query.sort, order: query.order, after };
		const found = await listCases(memoryOf(env.DB), nodeId, filter, asked);
		const stored = found.map((each) => each.stored);
		const page = await pageShown(await vaultOf(env), caller, stored, query.limit, (row) => {
			const { key, dueAt, caseId } = spotOf(row, query.sort);
			return [String(key), String(dueAt), caseId];
		});
		if (page instanceof Refused) return page;
		const names = new Map(found.map((each) => [each.stored.caseId, each.ownerName]));
		return { ...page, rows: page.rows.map((row) => ({ ...row, ownerName: names.get(row.caseId) ?? null })), asOf: now };
	});
};

export const caseOwners: Handler<"caseOwners"> = async ({ env, params }) => {
	const found = await askBranch(env, params.branchId, async (branch) => branch.caseOwners());
	if (found instanceof Refused) return found;
	return found === null ? new Refused("branch-not-configured") : { rows: found };
};

/** Texts that name a customer, of a case that the caller may read. */
export const showCase: Handler<"showCase"> = ({ env, caller, actor, params, body, now }) =>
	orNotReady(async () => {
		const vault = await vaultOf(env);
		const stored = await storedCase(env, params.branchId, params.caseId);
		if (stored instanceof Refused) return stored;
		if (vault === null) return new Refused("not-ready");
		if (stored === null || readersOf(caller, stored).length === 0) return new Refused("unknown-case");
		if (stored.key === null) return new Refused("case-erased");
		const denied = await denyShowing(memoryOf(env.DB), actor, "show", now);
		if (denied !== null) return denied;
		const texts = await openTexts(await unwrap(vault, stored.key), stored, (column) => body.texts.includes(column));
		return { caseId: stored.caseId, texts, hideAt: now + SHOWN_FOR_MS };
	});

type Start = { readonly dueAt: number; readonly caseId: string } | null;

function startAfter(cursor: string | undefined): Start | Refused {
	const start = startOf(cursor, 2);
	if (start === null || start instanceof Refused) return start;
	const [at, caseId = ""] = start;
	const dueAt = Number(at);
	return Number.isSafeInteger(dueAt) ? { dueAt, caseId } : new Refused("invalid-input");
}

/** Where a list so sorted goes on: a cursor of one sorted otherwise leads nowhere. */
function spotAfter(cursor: string | undefined, sort: CaseSort): CaseSpot | null | Refused {
	const start = startOf(cursor, 3);
	if (start === null || start instanceof Refused) return start;
	const [name = "", at, caseId = ""] = start;
	const dueAt = Number(at);
	const key = sort === "due" || sort === "opened" ? Number(name) : name;
	const isRead = Number.isSafeInteger(dueAt) && (typeof key === "string" || Number.isSafeInteger(key));
	return isRead ? { key, dueAt, caseId } : new Refused("invalid-input");
}

async function pageShown(
	vault: Vault | null,
	caller: Caller | null,
	found: readonly StoredCase[],
	limit: number,
	endOf: (row: StoredCase) => readonly string[] = (row) => [String(row.dueAt), row.caseId],
) {
	if (vault === null) return new Refused("not-ready");
	const page = pageOf([...found], limit, endOf);
	const rows = await Promise.all(page.rows.map((each) => shownTo(caller, vault, each)));
	return { rows: rows.filter((row) => row !== null), next: page.next };
}

/** A case in clear for whoever may read it, save what names a customer; null for whoever may not learn of it. */
async function shownTo(caller: Caller | null, vault: Vault, stored: StoredCase): Promise<CaseShown | null> {
	const readers = readersOf(caller, stored);
	if (readers.length === 0) return null;
	const { key: _, keyId: _k, texts, fields: _f, indexes: _i, ties: _t, revision: _r, ...facts } = stored;
	const personal = Object.keys(texts).filter((column) => isPersonal(stored.kind, column));
	const [named] = Object.values(await namesOf(vault, stored));
	return {
		...{ ...facts, texts: await textsOf(vault, stored), personal, possible: possibleTo(readers, stored) },
		...(named && { named }),
	};
}

function possibleTo(readers: readonly HolderActor[], stored: StoredCase): string[] {
	const definition = definitionOf(stored.kind);
	if (definition.ownDoor) return [];
	return [...new Set(readers.flatMap((each) => possibleSteps(definition, stored, each)))];
}

const textsOf = (vault: Vault, stored: StoredCase) =>
	opened(vault, stored, (key) => openTexts(key, stored, (column) => !isPersonal(stored.kind, column)));

const namesOf = (vault: Vault, stored: StoredCase) => opened(vault, stored, (key) => maskedPersons(key, stored));

/** Nothing of what is erased or does not open: the list it stands in goes on without. */
async function opened<Shown extends object>(
	vault: Vault,
	stored: StoredCase,
	open: (key: NamedKey) => Promise<Shown>,
): Promise<Shown | Record<string, never>> {
	if (stored.key === null) return {};
	try {
		return await open(await unwrap(vault, stored.key));
	} catch (error) {
		if (!(error instanceof EnvelopeError)) throw error;
		console.error(JSON.stringify({ message: "a case does not open", caseId: stored.caseId, error: error.message }));
		return {};
	}
}
