/** 128 bits, base64url. */
const LINK = /[\w-]{22}/;
const BRANCH = /[?&;]branch=([a-z]{2}-[a-z0-9-]+)/;

/**
 * Branch and link in the address of a ticket page, whatever a chat app has put around them: parameters behind the link,
 * an encoded `#`, blanks, a full stop. Null for what is not there.
 */
export function readTicketAddress(address: string): { readonly branchId: string | null; readonly link: string | null } {
	const text = decoded(address);
	const [before = "", ...after] = text.split("#");
	const branchId = BRANCH.exec(before)?.[1] ?? BRANCH.exec(text)?.[1] ?? null;
	return { branchId, link: LINK.exec(after.join("#"))?.[0] ?? null };
}

function decoded(address: string): string {
	try {
		return decodeURIComponent(address);
	} catch {
		return address;
	}
}
