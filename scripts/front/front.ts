import worker, { BranchObject, HolderObject, LedgerObject } from "./worker.js";

export { BranchObject, HolderObject, LedgerObject };
export default { ...worker };

/** As wrangler.toml's `run_worker_first`. */
const WORKER_FIRST = /^\/(api|\.well-known)\//;

/** What a local server's own settings add to a request; only the parts needed here. */
type Local = { readonly ASSETS: Fetcher };

/**
 * The door of a server on one machine, right behind workerd's own port. The API is answered without the router of static
 * files before it, which costs as much as a small answer; a page comes with its headers, and what is neither is the worker's.
 */
export const front = {
	async fetch(request: Request, env: Local, context: ExecutionContext): Promise<Response> {
		const isRead = request.method === "GET" || request.method === "HEAD";
		if (isRead && !WORKER_FIRST.test(new URL(request.url).pathname)) {
			const page = await env.ASSETS.fetch(request);
			if (page.status !== 404) return page;
		}
		return worker.fetch(fromThisMachine(request), env, context);
	},
};

/** The name under which the platform tells the caller's address, in a header that nobody else can set there. */
const ADDRESS_HEADER = "CF-Connecting-IP";

/**
 * This port knows no addresses (what `cf` says here, the caller may have written): all callers count as one, whatever they
 * claim. A request is only copied when it claims something, for a copy costs as much as a small answer.
 */
function fromThisMachine(request: Request): Request {
	if (!request.headers.has(ADDRESS_HEADER)) return request;
	const unnamed = new Request(request);
	unnamed.headers.delete(ADDRESS_HEADER);
	return unnamed;
}
