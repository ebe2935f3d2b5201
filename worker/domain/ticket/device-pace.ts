import type { Actor } from "../../../schema/actor.ts";
import type { BranchConfiguration } from "../../../schema/hall/configuration.ts";
import type { Commit } from "../../../schema/hall/event.ts";
import type { BranchState } from "../hall/branch-state.ts";
import { type BucketSize, takeFrom } from "../pace/token-bucket.ts";

/** Numbers that one device gives at once, and how long it then takes for each one more. */
const USUAL_PACE = { burst: 8, everyMs: 6_000 } as const;

/** Whether a device or program has given so many numbers just now that it must rest; who is neither never has. */
export function mustRest(state: BranchState, actor: Actor, now: number): boolean {
	const size = paceOf(state.configuration);
	const name = machineNamed(actor);
	if (name === null || size === null) return false;
	return takeFrom(state.paces[name], size, now).waitMs > 0;
}

/** The allowances of devices and programs after one more number. */
export function pacesAfter(state: BranchState, { actor, at }: Commit): BranchState["paces"] {
	const size = paceOf(state.configuration);
	const name = machineNamed(actor);
	if (name === null || size === null) return state.paces;
	return { ...state.paces, [name]: takeFrom(state.paces[name], size, at).bucket };
}

function machineNamed(actor: Actor): string | null {
	if (actor.kind === "device") return actor.deviceId;
	return actor.kind === "service" ? `service ${actor.accountId}` : null;
}

function paceOf(configuration: BranchConfiguration | null): BucketSize | null {
	const pace = configuration?.limits.devicePace;
	if (pace === null) return null;
	const { burst, everyMs } = pace ?? USUAL_PACE;
	return { burst, perSecond: 1_000 / everyMs };
}
