import type { FieldRule } from "./definition.ts";

/** Whether a field says who somebody is or how to reach them. */
export function saysWho(rule: FieldRule | undefined): boolean {
	return rule?.is === "name" || rule?.is === "number" || rule?.is === "contact";
}
