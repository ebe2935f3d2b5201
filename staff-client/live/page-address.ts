import type { Role } from "../../schema/actor.ts";
import type { DemoTokenBody } from "../../schema/people/demo.ts";

/** Who is looking at which branch, as the page's address says. */
export type PageAddress = {
	/** Null: the address names no branch. */
	readonly branchId: string | null;
	readonly role: Role;
	/** Absent: somebody of the branch who has the role. */
	readonly staffId?: string;
};

/** Reads `?branch=`, `?as=` (a role) and `?staff=`; a role or person that does not exist is refused by the server. */
export function readAddress(search: string, defaultRole: Role): PageAddress {
	const query = new URLSearchParams(search);
	const staffId = query.get("staff");
	return {
		branchId: query.get("branch"),
		role: (query.get("as") as Role | null) ?? defaultRole,
		...(staffId === null ? {} : { staffId }),
	};
}

/** The demo token that a page of this address asks for. */
export function tokenWanted(address: PageAddress & { readonly branchId: string }): DemoTokenBody {
	const { branchId, role, staffId } = address;
	return { kind: "staff", role, branchId, ...(staffId === undefined ? {} : { staffId }) };
}
