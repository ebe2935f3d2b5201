import { LedgerSubject, SUBJECT_MAX_CHARS } from "../../../schema/ledger/ledger.ts";
import { Assignment } from "../../../schema/people/person.ts";

/** Ids and choices of a body that say what is done to whom. Nothing of them is ever a customer's. */
const TOLD = ["staffId", "accountId", "nodeId", "parentId", "purpose", "counterId", "step", "status", "by"] as const;
/** What an id or a choice looks like: no free text gets in under their names. */
const ID = /^[A-Za-z0-9._-]{1,80}$/;

/** What an act is done to: the ids of its address, and of its body who, where, in which roles, or which fields and scopes. */
export function subjectOf(params: unknown, body: unknown): LedgerSubject {
	const parsed = LedgerSubject.safeParse(params ?? {});
	return { ...toldBy(body), ...(parsed.success ? parsed.data : {}) };
}

function toldBy(body: unknown): LedgerSubject {
	if (typeof body !== "object" || body === null) return {};
	const told: LedgerSubject = {};
	for (const name of TOLD) {
		const value: unknown = Reflect.get(body, name);
		if (typeof value === "string" && ID.test(value)) told[name] = value;
	}
	const roles = Assignment.array().safeParse(Reflect.get(body, "assignments"));
	if (roles.success) told.roles = roles.data.map(({ role, nodeId }) => `${role}@${nodeId}`).join(" ");
	for (const name of ["fields", "scopes", "texts"]) {
		const listed: unknown = Reflect.get(body, name);
		if (Array.isArray(listed) && listed.length > 0)
			told[name] = listed.filter((each) => typeof each === "string" && ID.test(each)).join(" ");
	}
	for (const name of Object.keys(told)) told[name] = (told[name] ?? "").slice(0, SUBJECT_MAX_CHARS);
	return told;
}
