import { QueryClient } from "@tanstack/react-query";

/** What the page has read beside the live hall. Without a network a read fails at once and says so; the next one is tried when it is due. */
export const queries = new QueryClient({
	defaultOptions: { queries: { networkMode: "always", retry: false, refetchOnReconnect: "always" } },
});
