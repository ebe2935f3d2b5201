import type { Role } from "../../schema/actor.ts";
import type { PersonStatus } from "../../schema/people/person.ts";

export type PeopleQuery = {
	readonly nodeId?: string;
	readonly role?: Role;
	readonly status?: PersonStatus;
	readonly text?: string;
};

/** What the list asks for: the filters of the address, and the text, which stays out of it. */
export function peopleQuery(address: URLSearchParams, text: string): PeopleQuery {
	const [nodeId, role, status] = [address.get("node"), address.get("role"), address.get("status")];
	const wanted = text.trim();
	return {
		...(nodeId && { nodeId }),
		// The server refuses a value that is none.
		...(role && { role: role as Role }),
		...(status && { status: status as PersonStatus }),
		...(wanted && { text: wanted }),
	};
}
