import { holds } from "../../../rules/holding.ts";
import type { Permission } from "../../../rules/permission.ts";
import type { Place } from "../../../schema/actor.ts";
import type { Granters } from "../../domain/people/person.ts";
import type { Caller } from "./authenticate.ts";

/** The caller in every role that holds this permission: lists and grants reach as far as all of them together. */
export function rolesWith(permission: Permission, caller: Caller | null): Granters {
	if (caller?.kind !== "session") throw new Error("only somebody with a session has roles");
	return caller.actors.flatMap((actor) => (actor.kind === "staff" && holds(actor, permission) ? [actor] : []));
}

/** The places at which the caller, person or device, holds this permission: what a list of theirs covers. */
export function placesWith(permission: Permission, caller: Caller | null): Place[] {
	if (caller?.kind !== "session") throw new Error("only somebody with a session has a place");
	return caller.actors.filter((actor) => holds(actor, permission)).map((actor) => actor.place);
}
