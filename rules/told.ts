import type { Told } from "../schema/hall/alert.ts";
import type { Role } from "./role.ts";

/** Somebody with every role held here. */
export type Someone = { readonly staffId: string; readonly roles: readonly Role[] };

/** Whether an alert is for this person. */
export function isTold({ roles, persons }: Told, { staffId, roles: held }: Someone): boolean {
	return persons.includes(staffId) || held.some((role) => roles.includes(role));
}
