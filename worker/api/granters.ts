import type { NodeId } from "../../schema/ids.ts";
import type { Permission } from "../../schema/permission.ts";
import { holds, nodeOf } from "../domain/may.ts";
import type { Granters } from "../domain/person.ts";
import type { Caller } from "./authenticate.ts";

/** The caller in every role that holds this permission: lists and grants reach as far as all of them together. */
export function rolesWith(permission: Permission, caller: Caller | null): Granters {
	if (caller?.kind !== "session") throw new Error("only somebody with a session has roles");
	return caller.actors.flatMap((actor) => (actor.kind === "staff" && holds(actor, permission) ? [actor] : []));
}

/** The nodes at which the caller, person or device, holds this permission. */
export function nodesWith(permission: Permission, caller: Caller | null): NodeId[] {
	if (caller?.kind !== "session") throw new Error("only somebody with a session has a place");
	return [...new Set(caller.actors.filter((actor) => holds(actor, permission)).map((actor) => nodeOf(actor.place)))];
}
