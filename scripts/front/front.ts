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
			? worker.fetch(fromItsAddress(request), env, context)
			: env.ASSETS.fetch(request);
	},
};

/** The platform names the caller's address in a header that nobody else can set; here workerd knows it. */
function fromItsAddress(request: Request): Request {
	const address = addressOf(request);
	if (request.headers.get(ADDRESS) === address) return request;
	const named = new Request(request);
	if (address === null) named.headers.delete(ADDRESS);
	else named.headers.set(ADDRESS, address);
	return named;
}

const ADDRESS = "CF-Connecting-IP";

/** workerd gives `127.0.0.1:53124` or `[::1]:53124`. */
function addressOf({ cf }: Request): string | null {
	const given = cf?.clientIp;
	return typeof given === "string" ? given.replace(/:\d+$/, "").replace(/^\[|\]$/g, "") : null;
}
