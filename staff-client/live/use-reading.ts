import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { CallInput, Route } from "../../client-kit/call/address-of.ts";
import { call } from "../../client-kit/call/call.ts";
import type { Credential } from "../../client-kit/call/credential.ts";
import { whenPageOpen } from "../../client-kit/session/page-lock.ts";
import { queries } from "../../react-kit/data/queries.ts";
import { Refusal } from "../../react-kit/data/refusal.ts";
import type { EndpointName, Output } from "../../schema/endpoint/api.ts";

export type Reading<Name extends EndpointName> = UseQueryResult<Output<Name>, Refusal>;

/** On a phone a read without a network fails at once and says so; it is tried again when it is due or the network is back. */
export const PHONE_READS = { retry: false, refetchOnReconnect: "always", staleTime: 0 } as const;

/** Reads an endpoint, again when the page is looked at again, and every `everyMs` while it is; what was read last stays. */
export function useReading<Name extends EndpointName>(
	route: Route<Name>,
	input: CallInput<Name>,
	credential: Credential | null,
	{ enabled = true, everyMs }: { readonly enabled?: boolean; readonly everyMs?: number } = {},
): Reading<Name> {
	return useQuery<Output<Name>, Refusal>(
		{
			queryKey: [route.name, input],
			queryFn: async () => {
				await whenPageOpen();
				const found = await call(route, input, credential);
				if (!found.ok) throw new Refusal(route.name, found.problem);
				return found.value;
			},
			enabled,
			...PHONE_READS,
			...(everyMs !== undefined && { refetchInterval: everyMs }),
		},
		queries,
	);
}
