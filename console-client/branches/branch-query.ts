import type { BranchSort } from "../../schema/endpoint/branch-endpoints.ts";
import { addressTo, readAddress } from "../frame/address.ts";

/** What the list of branches asks for. */
export type BranchQuery = {
	readonly find: string;
	readonly sort: BranchSort;
	readonly order: "asc" | "desc";
};

/** Without another wish: whoever keeps the fewest of today's waits within target comes first. */
export const WORST_FIRST = { sort: "within-target", order: "asc" } as const;

/** What the address asks for; the server refuses a column that there is not. */
export function branchQuery(address: URLSearchParams): BranchQuery {
	const sort = address.get("sort");
	const find = address.get("find") ?? "";
	if (sort === null) return { find, ...WORST_FIRST };
	return { find, sort: sort as BranchSort, order: address.get("order") === "desc" ? "desc" : "asc" };
}

/** Puts a query into the address in place of the one before; the order that is usual is left out. */
export function showQuery({ find, sort, order }: BranchQuery): void {
	// Whoever has gone on to a branch or another section meanwhile is not brought back.
	const { section, rest } = readAddress(location.hash);
	if (rest.length > 0 || (section !== "" && section !== "branches")) return;
	const isUsual = sort === WORST_FIRST.sort && order === WORST_FIRST.order;
	const shown = addressTo(["branches"], { find, ...(isUsual ? {} : { sort, order }) });
	if (location.hash !== shown) location.replace(shown);
}
