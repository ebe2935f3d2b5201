import { QueryClient } from "@tanstack/react-query";
import { isPassing } from "../../client-kit/call/client-problem.ts";
import { Refusal } from "./refusal.ts";

const FRESH_MS = 10_000;
const RETRIES_MAX = 2;

/**
 * What a page has read beside its live view; a refusal is not asked for again, a cut line is. Changes are never repeated by themselves. While
 * the network is away everything fails at once and says so, and no change waits to be sent by itself when it is back.
 */
export const queries = new QueryClient({
	defaultOptions: {
		queries: {
			networkMode: "always",
			staleTime: FRESH_MS,
			retry: (count, error) => error instanceof Refusal && isPassing(error.problem) && count < RETRIES_MAX,
		},
		// An answer to a change may hold a password or a customer's details: it is forgotten with the dialog that asked.
		mutations: { networkMode: "always", retry: false, gcTime: 0 },
	},
});
