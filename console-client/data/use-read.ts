import {
	keepPreviousData,
	type UseInfiniteQueryResult,
	type UseQueryResult,
	useInfiniteQuery,
	useQuery,
} from "@tanstack/react-query";
import { useMemo } from "react";
import type { CallInput, Route } from "../../client-kit/call/address-of.ts";
import type { Refusal } from "../../react-kit/data/refusal.ts";
import type { EndpointName, Output } from "../../schema/endpoint/api.ts";
import { ask } from "./ask.ts";

export type Read<Value> = UseQueryResult<Value, Refusal>;

/** Reads one endpoint; `everyMs` reads it again that often while the page is looked at. */
export function useRead<Name extends EndpointName>(
	route: Route<Name>,
	input: CallInput<Name>,
	{ enabled = true, everyMs }: { readonly enabled?: boolean; readonly everyMs?: number } = {},
): Read<Output<Name>> {
	return useQuery<Output<Name>, Refusal>({
		queryKey: [route.name, input],
		queryFn: () => ask(route, input),
		enabled,
		...(everyMs !== undefined && { refetchInterval: everyMs }),
	});
}

type Page = { readonly rows: readonly unknown[]; readonly next: string | null; readonly asOf?: number };
type PagedName = { [Name in EndpointName]: Output<Name> extends Page ? Name : never }[EndpointName];
export type RowOf<Name extends PagedName> = Output<Name> extends { rows: (infer Row)[] } ? Row : never;

export type Rows<Row> = {
	readonly rows: readonly Row[];
	/** As what was read last says; null: nothing was, or it does not say. Branch or wall time, as the endpoint has it. */
	readonly asOf: number | null;
	readonly read: UseInfiniteQueryResult<unknown, Refusal>;
};

type RowsOptions = {
	readonly enabled?: boolean;
	/** Rows stay until those of another question are there. */
	readonly keep?: boolean;
	/** Reads what is shown again that often while the page is looked at. */
	readonly everyMs?: number;
};

/** Reads a list page by page; all pages read so far are one list. */
export function useRows<Name extends PagedName>(
	route: Route<Name>,
	input: CallInput<Name>,
	{ enabled = true, keep = false, everyMs }: RowsOptions = {},
): Rows<RowOf<Name>> {
	const read = useInfiniteQuery({
		queryKey: [route.name, "rows", input],
		queryFn: ({ pageParam }) => ask(route, withCursor(input, pageParam)) as Promise<Page>,
		initialPageParam: null as string | null,
		getNextPageParam: (page: Page) => page.next,
		enabled,
		...(keep && { placeholderData: keepPreviousData }),
		...(everyMs !== undefined && { refetchInterval: everyMs }),
	});
	// The same array while nothing changed: charts are drawn of it.
	const rows = useMemo(() => read.data?.pages.flatMap((page) => page.rows) ?? [], [read.data]);
	// The type of the route says what its rows are; the door parses what it sends against the same schema.
	const asOf = read.data?.pages[0]?.asOf ?? null;
	return { rows: rows as RowOf<Name>[], asOf, read: read as UseInfiniteQueryResult<unknown, Refusal> };
}

function withCursor<Name extends PagedName>(input: CallInput<Name>, cursor: string | null): CallInput<Name> {
	if (cursor === null) return input;
	const query = "query" in input ? (input.query as object) : {};
	return { ...input, query: { ...query, cursor } };
}
