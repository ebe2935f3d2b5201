import type { Command } from "../../../schema/hall/command.ts";
import type { BranchEvent } from "../../../schema/hall/event.ts";
import type { Absence } from "../../../schema/hall/presence.ts";
import { AWAY_MAX_MS } from "../../../schema/limits.ts";
import { raiseAlert } from "../alert/raise.ts";
import type { BranchState } from "../hall/branch-state.ts";
import { type Configured, type Context, type Decision, isRefusal, refuse } from "../hall/decision.ts";
import { staffOf } from "../people/staff.ts";
import { endOpen, rolesOf } from "./lobby-people.ts";

type SetPresence = Extract<Command, { type: "set-presence" }>;

/**
 * Somebody's word on being there. The lobby is never left alone: whoever has it stays on duty until the person they name has
 * accepted it, also when a head sends them away. Every absence is told to the head.
 */
export function setPresence(state: Configured, command: SetPresence, context: Context): Decision {
	const { actor, now } = context;
	if (actor.kind !== "staff") return refuse("not-permitted");
	const { staffId = actor.staffId, status, reason, backAt } = command;
	if (staffId !== actor.staffId && !staffOf(state).some(({ id }) => id === staffId))
		return refuse("unknown-staff", staffId);
	// That somebody is there is their own word.
	if (status === "on-duty")
		return staffId === actor.staffId ? comeOnDuty(state, command, context) : refuse("not-permitted");
	const isBack = backAt !== undefined && backAt > now && backAt <= now + AWAY_MAX_MS;
	if (backAt === undefined ? status === "away" : !isBack) return refuse("back-time-needed");
	if (status === "away" && reason === undefined) return refuse("back-time-needed");
	const said = { status, ...(reason === undefined ? {} : { reason }), ...(backAt === undefined ? {} : { backAt }) };
	const hasLobby = state.lobby.presence[staffId]?.lobby === true && state.day?.status === "open";
	if (hasLobby) return askStandIn(state, { staffId, standIn: command.standIn, said }, context);
	return { events: [{ type: "presence-set", staffId, ...said }, ...absenceTold(state, { staffId, said }, context, 0)] };
}

/** A lobby manager has the lobby again, and who had it meanwhile has it no more. */
function comeOnDuty(state: Configured, { lobby }: SetPresence, { actor }: Context): Decision {
	if (actor.kind !== "staff") return refuse("not-permitted");
	const { staffId } = actor;
	const isManager = rolesOf(state, staffId, actor.role).includes("lobby-manager");
	const has = isManager || lobby === true || state.lobby.presence[staffId]?.lobby === true;
	const events: BranchEvent[] = [{ type: "presence-set", staffId, status: "on-duty", ...(has ? { lobby: true } : {}) }];
	if (isManager) {
		for (const { id, status, lobby: had } of Object.values(state.lobby.presence)) {
			const isManagers = id === staffId || rolesOf(state, id).includes("lobby-manager");
			if (had === true && !isManagers) events.push({ type: "presence-set", staffId: id, status });
		}
	}
	return { events: has ? [...events, ...endOpen(state, "coverage")] : events };
}

type Said = { readonly status: Absence } & Pick<SetPresence, "reason" | "backAt">;
type Leaving = { readonly staffId: string; readonly standIn: string | undefined; readonly said: Said };

function askStandIn(state: BranchState, { staffId, standIn, said }: Leaving, context: Context): Decision {
	if (standIn === undefined || standIn === staffId) return refuse("stand-in-needed");
	if (!context.present?.some((each) => each.staffId === standIn)) return refuse("not-on-duty", standIn);
	const about = `${staffId} ${standIn}`;
	// A head who is named takes it by their own word already.
	const where = { kind: "absence" as const, staffId, ...said };
	const made = raiseAlert(state, { kind: "handover", reason: "lobby", about, where, person: standIn }, context);
	if (isRefusal(made)) return made;
	return {
		events: [
			...endOpen(state, "handover", (alert) => alert.about !== about && alert.about.startsWith(`${staffId} `)),
			...made.events,
		],
	};
}

/** The head is told; that there is no room for one alert more keeps nobody here. */
export function absenceTold(
	state: BranchState,
	{ staffId, said }: { readonly staffId: string; readonly said: Said },
	context: Context,
	nth: number,
): readonly BranchEvent[] {
	const where = { kind: "absence" as const, staffId, ...said };
	const made = raiseAlert(state, { kind: "absence", reason: said.status, about: staffId, where }, context, nth);
	return isRefusal(made) ? [] : made.events;
}
