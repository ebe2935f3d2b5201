import type { Actor } from "../../schema/actor.ts";
import type { BranchConfiguration } from "../../schema/configuration.ts";
import type { Commit } from "../../schema/event.ts";
import type { BranchState } from "./branch-state.ts";
import { type BucketSize, takeFrom } from "./token-bucket.ts";

/** Numbers that one device gives at once, and how long it then takes for each one more. */
const USUAL_PACE = { burst: 8, everyMs: 6_000 } as const;

/** Whether a device has given so many numbers just now that it must rest; who is no device never has. */
export function mustRest(state: BranchState, actor: Actor, now: number): boolean {
	const size = paceOf(state.configuration);
	if (actor.kind !== "device" || size === null) return false;
	return takeFrom(state.paces[actor.deviceId], size, now).waitMs > 0;
}

/** The allowances of the devices after one more number. */
export function pacesAfter(state: BranchState, { actor, at }: Commit): BranchState["paces"] {
	const size = paceOf(state.configuration);
	if (actor.kind !== "device" || size === null) return state.paces;
	return { ...state.paces, [actor.deviceId]: takeFrom(state.paces[actor.deviceId], size, at).bucket };
}

function paceOf(configuration: BranchConfiguration | null): BucketSize | null {
	const pace = configuration?.limits.devicePace;
	if (pace === null) return null;
	const { burst, everyMs } = pace ?? USUAL_PACE;
	return { burst, perSecond: 1_000 / everyMs };
}
