import { CASE_KIND_NAMES, type CaseKind, definitionOf, REMINDED_KINDS } from "../../../rules/case/kinds.ts";
import { holds } from "../../../rules/holding.ts";
import { covers } from "../../../rules/place.ts";
import { SHOWN_FOR_MS } from "../../../schema/limits.ts";
import { fieldsInFull } from "../../privacy/case-fields.ts";
import { openTexts } from "../../privacy/case-texts.ts";
import { unwrap } from "../../privacy/data-key.ts";
import { vaultOf } from "../../privacy/vault.ts";
import { memoryOf } from "../../records/memory.ts";
import { countOrRefuse } from "../customer/privacy.ts";
import { askBranch } from "../door/branch-stub.ts";
import { type Handler, Refused } from "../door/serve.ts";
import { orNotReady } from "../door/unavailable.ts";
import { pageOf, startOf } from "../hall/branch.ts";
import { allShownTo, shownTo, withNames } from "./shown-case.ts";
import { actorsOf, readersOf, storedCase } from "./stored-case.ts";

export const openCases: Handler<"openCases"> = async ({ env, caller, params, query }) => {
	const after = startAfter(query.cursor);
	if (after instanceof Refused) return after;
	const here = actorsOf(caller).filter((each) => covers(each.place, params.branchId));
	const staffId = here.flatMap((each) => (each.kind === "staff" ? each.staffId : []))[0];
	if (staffId === undefined) return { rows: [], next: null };
	const kinds = (test: (kind: CaseKind) => boolean) => CASE_KIND_NAMES.filter(test);
	const question = {
		kinds: query.kind === undefined ? REMINDED_KINDS : [query.kind],
		...{ mineOnly: query.mine === "true", staffId, after, limit: query.limit + 1 },
		all: kinds((kind) => here.some((each) => holds(each, definitionOf(kind).rights.read))),
		escalated: kinds((kind) =>
			here.some((each) => each.kind === "staff" && definitionOf(kind).escalatesTo.includes(each.role)),
		),
	};
	const found = await askBranch(env, params.branchId, async (branch) => branch.openCases(question));
	if (found instanceof Refused) return found;
	return orNotReady(async () => {
		const vault = await vaultOf(env);
		if (vault === null) return new Refused("not-ready");
		const page = pageOf([...found], query.limit, (row) => [String(row.dueAt), row.caseId]);
		return { ...page, rows: await allShownTo(caller, vault, page.rows) };
	});
};

export const caseOf: Handler<"case"> = async ({ env, caller, params }) => {
	const stored = await storedCase(env, params.branchId, params.caseId);
	if (stored instanceof Refused) return stored;
	const vault = await vaultOf(env);
	if (vault === null) return new Refused("not-ready");
	const shown = stored && (await shownTo(caller, vault, stored));
	if (stored === null || shown === null) return new Refused("unknown-case");
	// Fields that do not open are not shown as if there were none; a list goes on without them.
	const isClosed = stored.key !== null && Object.keys(stored.fields).length > Object.keys(shown.fields).length;
	const [named] = await withNames(env, [shown]);
	return isClosed || named === undefined ? new Refused("not-ready") : named;
};

export const caseOwners: Handler<"caseOwners"> = async ({ env, params }) => {
	const found = await askBranch(env, params.branchId, async (branch) => branch.caseOwners());
	if (found instanceof Refused) return found;
	return found === null ? new Refused("branch-not-configured") : { rows: found };
};

/** Texts that name a customer and masked fields, of a case that the caller may read. */
export const showCase: Handler<"showCase"> = ({ env, caller, actor, params, body, now }) =>
	orNotReady(async () => {
		const vault = await vaultOf(env);
		const stored = await storedCase(env, params.branchId, params.caseId);
		if (stored instanceof Refused) return stored;
		if (vault === null) return new Refused("not-ready");
		const readers = stored === null ? [] : readersOf(caller, stored);
		if (stored === null || readers.length === 0) return new Refused("unknown-case");
		const { show } = definitionOf(stored.kind).rights;
		if (show !== undefined && !readers.some((each) => holds(each, show))) return new Refused("not-permitted");
		if (stored.key === null) return new Refused("case-erased");
		const denied = await countOrRefuse(memoryOf(env.DB), actor, "show", now);
		if (denied !== null) return denied;
		const key = await unwrap(vault, stored.key);
		const texts = await openTexts(key, stored, (column) => body.texts.includes(column));
		const fields = await fieldsInFull(key, stored, body.fields);
		return { caseId: stored.caseId, texts, fields, hideAt: now + SHOWN_FOR_MS };
	});

type Start = { readonly dueAt: number; readonly caseId: string } | null;

function startAfter(cursor: string | undefined): Start | Refused {
	const start = startOf(cursor, 2);
	if (start === null || start instanceof Refused) return start;
	const [at, caseId = ""] = start;
	const dueAt = Number(at);
	return Number.isSafeInteger(dueAt) ? { dueAt, caseId } : new Refused("invalid-input");
}
