import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import type { CallInput, Route } from "../../client-kit/call/address-of.ts";
import type { CallOptions } from "../../client-kit/call/call.ts";
import type { Refusal } from "../../react-kit/data/refusal.ts";
import type { EndpointName, Output } from "../../schema/endpoint/api.ts";
import { ask } from "./ask.ts";

export type Change<Name extends EndpointName> = UseMutationResult<Output<Name>, Refusal, ChangeInput<Name>>;
export type ChangeInput<Name extends EndpointName> = {
	readonly input: CallInput<Name>;
	readonly options?: CallOptions;
};

/**
 * Changes something through one endpoint. Nothing on screen changes before the answer; then everything read from
 * `touches` is read again, also after a refusal, because a conflict says that what is shown is old.
 */
export function useChange<Name extends EndpointName>(
	route: Route<Name>,
	touches: readonly EndpointName[],
): Change<Name> {
	const client = useQueryClient();
	return useMutation<Output<Name>, Refusal, ChangeInput<Name>>({
		mutationFn: ({ input, options }) => ask(route, input, options),
		onSettled: () => Promise.all(touches.map((name) => client.invalidateQueries({ queryKey: [name] }))),
	});
}
