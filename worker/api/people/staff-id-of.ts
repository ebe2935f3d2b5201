import type { HolderActor } from "../../../schema/actor.ts";

/** Who acts, for what only people hold a permission for. */
export function staffIdOf(actor: HolderActor | null): string {
	if (actor?.kind !== "staff") throw new Error("only a person holds this permission");
	return actor.staffId;
}
