import worker, { BranchObject, HolderObject, LedgerObject } from "./worker.js";

export { BranchObject, HolderObject, LedgerObject };
export default { ...worker };

/** What a local server's own settings add to a request; only the parts needed here. */
type Local = { readonly ASSETS: Fetcher };

/**
 * The door of a server on one machine, right behind workerd's own port. The API is answered without the router of static
 * files before it, which costs as much as a small answer; everything else is a page with its headers.
 */
export const front = {
	fetch(request: Request, env: Local, context: ExecutionContext): Promise<Response> {
		const { pathname } = new URL(request.url);
		return pathname.startsWith("/api/")
			? worker.fetch(fromThisMachine(request), env, context)
			: env.ASSETS.fetch(request);
	},
};

/**
 * The platform names the caller's address in a header that nobody else can set. This port knows no addresses (what `cf`
 * says here, the caller may have written), so all callers count as one, whatever they claim.
 */
function fromThisMachine(request: Request): Request {
	const named = new Request(request);
	named.headers.set("CF-Connecting-IP", "127.0.0.1");
	return named;
}
