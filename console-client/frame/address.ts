import { useMemo, useSyncExternalStore } from "react";

/** Where in the console one is; kept in the fragment, so that it survives a reload and never reaches a server's log. */
export type Address = {
	/** First part of the path, e.g. `people`. */
	readonly section: string;
	/** What follows it, e.g. a staff number. */
	readonly rest: readonly string[];
	readonly query: URLSearchParams;
};

/** Where a branch's forecast stands, after its id; no business day is called so. */
export const FORECAST_PART = "forecast";
/** And how well the waits held that it told. */
export const QUOTES_PART = "waits";
/** And where a policy of its queue is tried. */
export const POLICY_PART = "policy";

/** And whose referrals were won. */
export const CREDIT_PART = "credit";

/** Where a new branch is set up, below the institution; then its id. No unit is called so. */
export const NEW_BRANCH_PART = "new-branch";

/** Reads `#/people/li-na?role=auditor`. */
export function readAddress(hash: string): Address {
	const [path = "", search = ""] = hash.replace(/^#\/?/, "").split("?");
	const [section = "", ...rest] = path.split("/").map(decoded);
	return { section, rest: rest.filter((part) => part !== ""), query: new URLSearchParams(search) };
}

/** The fragment that leads to a view; empty values are left out. */
export function addressTo(parts: readonly string[], query: Readonly<Record<string, string | undefined>> = {}): string {
	const pairs = Object.entries(query).flatMap(([key, value]) => (value ? [[key, value]] : []));
	const search = pairs.length === 0 ? "" : `?${new URLSearchParams(pairs)}`;
	return `#/${parts.map(encodeURIComponent).join("/")}${search}`;
}

export function goTo(parts: readonly string[], query?: Readonly<Record<string, string | undefined>>): void {
	location.hash = addressTo(parts, query);
}

const lists = new Map<string, string>();

/** Notes where a section's list stands now, with its filters. */
export function rememberList({ section, rest, query }: Address): void {
	if (rest.length === 0) lists.set(section, addressTo([section], Object.fromEntries(query)));
}

/** The list of a section as it was left, so that the way back keeps search, filters and order; else the one given. */
export function lastListOf(section: string, otherwise = addressTo([section])): string {
	return lists.get(section) ?? otherwise;
}

const readers = new Set<() => void>();
const tellReaders = () => {
	for (const reader of readers) reader();
};

/** All readers hear of a change at once: a view that is about to go would otherwise be drawn with an address of another section. */
function onAddress(reader: () => void): () => void {
	readers.add(reader);
	addEventListener("hashchange", tellReaders);
	return () => readers.delete(reader);
}

export function useAddress(): Address {
	const hash = useSyncExternalStore(onAddress, () => location.hash);
	return useMemo(() => readAddress(hash), [hash]);
}

function decoded(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}
