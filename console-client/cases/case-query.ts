import { CASE_KIND_NAMES, type CaseKind, definitionOf } from "../../rules/case/kinds.ts";
import type { Right } from "../../rules/permission.ts";
import { nodeOf } from "../../rules/place.ts";
import type { CaseOrder, CaseSort } from "../../schema/endpoint/case-endpoints.ts";
import type { Address } from "../frame/address.ts";
import type { Me } from "../frame/me.ts";
import { endOfDay, startOfDay } from "../parts/moment.ts";

/** The lists that people work through where a kind has none of its own. */
export const CASE_LISTS = ["open", "overdue", "over"] as const;
export type CaseListName = (typeof CASE_LISTS)[number];
/** All of a kind that has lists of its own. */
export const ALL_CASES = "all";

/** Kinds that press stand in one section; each with lists of its own has one, called by its name. */
export function sectionOf(kind: CaseKind): string {
	return definitionOf(kind).lists === undefined ? "cases" : `${kind}s`;
}

/** Columns by which the server sorts; the list shows each. */
const CASE_SORTS: readonly CaseSort[] = ["due", "opened", "stage", "owner", "place"];

export type CaseQuery = {
	readonly kind: CaseKind;
	readonly open: "true" | "false" | "any";
	readonly sort: CaseSort;
	readonly order: CaseOrder;
	readonly list?: string;
	readonly from?: string;
	readonly to?: string;
	readonly stage?: string;
	readonly ownerId?: string;
	readonly dueFrom?: number;
	readonly dueBefore?: number;
};

/** The kind that is looked at: the one in the address, else the first that this person may see. */
export function kindLookedAt({ section, query }: Pick<Address, "section" | "query">, me: Me): CaseKind {
	const seen = kindsSeen(section, me);
	const there = seen.find((kind) => kind === query.get("kind")) ?? seen[0];
	return there ?? CASE_KIND_NAMES.find((kind) => sectionOf(kind) === section) ?? neverSeen();
}

export function kindsSeen(section: string, me: Me): readonly CaseKind[] {
	return CASE_KIND_NAMES.filter((kind) => sectionOf(kind) === section && seesKind(kind, me));
}

/** Whether somebody has cases of a kind to look at, somewhere or at a node: all of them, those in which they have a part, or a person's. */
export function seesKind(kind: CaseKind, me: Pick<Me, "may">, nodeId?: string): boolean {
	const { rights, parts } = definitionOf(kind);
	const may = (right: Right) => me.may(right, nodeId);
	return may(rights.read) || (parts !== undefined && (may(rights.open) || may("privacy.export")));
}

/** The part of the bank that is looked at: the one in the address, else the first in which this person may see such cases. */
export function placeLookedAt(address: URLSearchParams, kind: CaseKind, me: Me): string {
	const named = address.get("node");
	if (named !== null) return named;
	const places = me.session.actors.map(({ place }) => nodeOf(place));
	return places.find((nodeId) => seesKind(kind, me, nodeId)) ?? places[0] ?? "bank";
}

export function listLookedAt(address: URLSearchParams): CaseListName {
	return CASE_LISTS.find((name) => name === address.get("list")) ?? "open";
}

/** What the list asks for, from the filters in the address: days are Shanghai's, the last one whole. `now` is wall time. */
export function caseQuery(address: URLSearchParams, kind: CaseKind, now: number): CaseQuery {
	const { lists } = definitionOf(kind);
	if (lists !== undefined) return ownQuery(address, kind, lists);
	const list = listLookedAt(address);
	const [stage, ownerId] = [address.get("stage"), address.get("owner")?.trim().toLowerCase()];
	const from = startOfDay(address.get("from") ?? "");
	const to = endOfDay(address.get("to") ?? "");
	const before = [...(to === null ? [] : [to + 1]), ...(list === "overdue" ? [now] : [])];
	// What is still to be done stands by what is due first; what is over, by what was due last.
	const usual = list === "over" ? "desc" : "asc";
	return {
		kind,
		open: list === "over" ? "false" : "true",
		...sortedBy(address, "due", usual),
		...(stage && { stage }),
		...(ownerId && { ownerId }),
		...(from !== null && { dueFrom: from }),
		...(before.length > 0 && { dueBefore: Math.min(...before) }),
	};
}

/** Of a kind with lists of its own: the newest first, by the days on which they were opened. */
function ownQuery(address: URLSearchParams, kind: CaseKind, lists: object): CaseQuery {
	const [list, from, to] = [address.get("list"), address.get("from"), address.get("to")];
	const [stage, ownerId] = [address.get("stage"), address.get("owner")?.trim().toLowerCase()];
	return {
		...{ kind, open: "any", ...sortedBy(address, "opened", "desc") },
		...(list !== null && Object.hasOwn(lists, list) && { list }),
		...(from && { from }),
		...(to && { to }),
		...(stage && { stage }),
		...(ownerId && { ownerId }),
	};
}

function sortedBy(address: URLSearchParams, sort: CaseSort, order: CaseOrder) {
	const orders: readonly CaseOrder[] = ["asc", "desc"];
	return {
		sort: CASE_SORTS.find((each) => each === address.get("sort")) ?? sort,
		order: orders.find((each) => each === address.get("order")) ?? order,
	};
}

function neverSeen(): never {
	throw new Error("there is no kind of case");
}
