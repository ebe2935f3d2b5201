import { type CaseKind, definitionOf, PRESSING_KINDS } from "../../rules/case/kinds.ts";
import { nodeOf } from "../../rules/place.ts";
import type { CaseOrder, CaseSort } from "../../schema/endpoint/case-endpoints.ts";
import type { Me } from "../frame/me.ts";
import { endOfDay, startOfDay } from "../parts/moment.ts";

/** The lists that people work through. */
export const CASE_LISTS = ["open", "overdue", "over"] as const;
export type CaseListName = (typeof CASE_LISTS)[number];

/** Columns by which the server sorts; the list shows each. */
const CASE_SORTS: readonly CaseSort[] = ["due", "opened", "stage", "owner", "place"];

export type CaseQuery = {
	readonly kind: CaseKind;
	readonly open: "true" | "false";
	readonly sort: CaseSort;
	readonly order: CaseOrder;
	readonly stage?: string;
	readonly ownerId?: string;
	readonly dueFrom?: number;
	readonly dueBefore?: number;
};

/** The kind that is looked at: the one in the address, else the first that this person may see. */
export function kindLookedAt(address: URLSearchParams, me: Me): CaseKind {
	const seen = kindsSeen(me);
	return seen.find((kind) => kind === address.get("kind")) ?? seen[0] ?? PRESSING_KINDS[0] ?? neverSeen();
}

export function kindsSeen(me: Me): readonly CaseKind[] {
	return PRESSING_KINDS.filter((kind) => me.may(definitionOf(kind).rights.read));
}

/** The part of the bank that is looked at: the one in the address, else the first in which this person may see such cases. */
export function placeLookedAt(address: URLSearchParams, kind: CaseKind, me: Me): string {
	const named = address.get("node");
	if (named !== null) return named;
	const { read } = definitionOf(kind).rights;
	const places = me.session.actors.map(({ place }) => nodeOf(place));
	return places.find((nodeId) => me.may(read, nodeId)) ?? places[0] ?? "bank";
}

export function listLookedAt(address: URLSearchParams): CaseListName {
	return CASE_LISTS.find((name) => name === address.get("list")) ?? "open";
}

/** What the list asks for, from the filters in the address: days are Shanghai's, the last one whole. `now` is wall time. */
export function caseQuery(address: URLSearchParams, kind: CaseKind, now: number): CaseQuery {
	const list = listLookedAt(address);
	const [stage, ownerId] = [address.get("stage"), address.get("owner")?.trim().toLowerCase()];
	const from = startOfDay(address.get("from") ?? "");
	const to = endOfDay(address.get("to") ?? "");
	const before = [...(to === null ? [] : [to + 1]), ...(list === "overdue" ? [now] : [])];
	// What is still to be done stands by what is due first; what is over, by what was due last.
	const usual = list === "over" ? "desc" : "asc";
	const orders: readonly CaseOrder[] = ["asc", "desc"];
	return {
		kind,
		open: list === "over" ? "false" : "true",
		sort: CASE_SORTS.find((each) => each === address.get("sort")) ?? "due",
		order: orders.find((each) => each === address.get("order")) ?? usual,
		...(stage && { stage }),
		...(ownerId && { ownerId }),
		...(from !== null && { dueFrom: from }),
		...(before.length > 0 && { dueBefore: Math.min(...before) }),
	};
}

function neverSeen(): never {
	throw new Error("there is no kind of case");
}
