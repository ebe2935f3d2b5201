import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { CallInput, Route } from "../../client-kit/call/address-of.ts";
import { call } from "../../client-kit/call/call.ts";
import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import type { Credential } from "../../client-kit/call/credential.ts";
import { whenPageOpen } from "../../client-kit/session/page-lock.ts";
import type { EndpointName, Output } from "../../schema/endpoint/api.ts";
import { queries } from "./queries.ts";

/** Why something was not read. */
export class NotRead extends Error {
	readonly problem: ClientProblem;

	constructor(name: EndpointName, problem: ClientProblem) {
		super(`${name}: ${problem.code}`);
		this.name = "NotRead";
		this.problem = problem;
	}
}

export type Reading<Name extends EndpointName> = UseQueryResult<Output<Name>, NotRead>;

/** Reads an endpoint, again when the page is looked at again, and every `everyMs` while it is; what was read last stays. */
export function useReading<Name extends EndpointName>(
	route: Route<Name>,
	input: CallInput<Name>,
	credential: Credential | null,
	{ enabled = true, everyMs }: { readonly enabled?: boolean; readonly everyMs?: number } = {},
): Reading<Name> {
	return useQuery<Output<Name>, NotRead>(
		{
			queryKey: [route.name, input],
			queryFn: async () => {
				await whenPageOpen();
				const found = await call(route, input, credential);
				if (!found.ok) throw new NotRead(route.name, found.problem);
				return found.value;
			},
			enabled,
			...(everyMs !== undefined && { refetchInterval: everyMs }),
		},
		queries,
	);
}
