import type { Actor } from "../schema/actor.ts";
import type { CommandRequest } from "../schema/hall/command.ts";
import type { BranchConfiguration } from "../schema/hall/configuration.ts";
import type { Answer, Commit } from "../schema/hall/event.ts";
import { answerOf, commitFor, seqOfRecent } from "../worker/domain/commit/commit.ts";
import { nextDueAt } from "../worker/domain/commit/due.ts";
import { foldInto } from "../worker/domain/commit/evolve.ts";
import { type BranchState, initialState } from "../worker/domain/hall/branch-state.ts";
import { type BranchPort, ConnectionLost, type ReplayActor } from "./branch-port.ts";
import type { SeededRandom } from "./seeded-random.ts";

const LINK_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const LINK_CHARS = 22;
const SYSTEM: Actor = { kind: "system" };

export type VirtualBranch = {
	readonly port: BranchPort;
	/** Everything that was remembered, oldest first. */
	readonly commits: readonly Commit[];
	state(): BranchState;
};

/**
 * A branch in memory and virtual time: the same domain as the real one, without network, storage or clock.
 * @param lossShare of the requests, the share (0..1) whose answer is lost: half of them before the branch saw it
 */
export function createVirtualBranch(
	configuration: BranchConfiguration,
	startsAt: number,
	random: SeededRandom,
	lossShare = 0,
): VirtualBranch {
	const { branchId } = configuration;
	const state = initialState(branchId);
	const commits: Commit[] = [];
	let now = startsAt;
	let ticks = 0;

	function commit(actor: Actor, request: CommandRequest): Answer {
		const known = seqOfRecent(state, request.commandId);
		const before = known === null ? undefined : commits[known - 1];
		if (before !== undefined) return answerOf(before);
		const link = Array.from({ length: LINK_CHARS }, () => random.pick([...LINK_ALPHABET])).join("");
		const made = commitFor(state, { request, actor, now, link });
		if (!("seq" in made)) return made;
		if (made.events.length === 0 && made.refused === undefined) return answerOf(made);
		foldInto(state, made);
		commits.push(made);
		return answerOf(made);
	}

	function tickIfDue(): void {
		// A branch open at midnight ends one day and begins the next.
		for (let dueAt = nextDueAt(state), turn = 0; turn < 2 && dueAt !== null && dueAt <= now; turn++) {
			commit(SYSTEM, { commandId: `tick-${++ticks}-${now}`, command: { type: "tick" } });
			dueAt = nextDueAt(state);
		}
	}

	async function send(actor: ReplayActor, request: CommandRequest): Promise<Answer> {
		const lost = lossShare > 0 && random.chance(lossShare);
		if (lost && random.chance(0.5)) throw new ConnectionLost("the request was lost");
		tickIfDue();
		const answer = commit(actorOf(actor, branchId), request);
		if (lost) throw new ConnectionLost("the answer was lost");
		return answer;
	}

	const operator: Actor = { kind: "staff", staffId: "operator", role: "head-office-operator", place: { kind: "bank" } };
	const configured = commit(operator, { commandId: "configure-first", command: { type: "configure", configuration } });
	if (configured.status === "refused") throw new Error(`the branch refused its configuration: ${configured.code}`);

	const port: BranchPort = {
		timeRuns: false,
		now: () => now,
		sleepUntil: async (at) => {
			now = Math.max(now, at);
			tickIfDue();
		},
		send,
		backOff: async () => {},
	};
	return { port, commits, state: () => state };
}

function actorOf(actor: ReplayActor, branchId: string): Actor {
	const place = { kind: "branch" as const, branchId };
	switch (actor.kind) {
		case "staff":
			return { kind: "staff", staffId: actor.staffId, role: actor.role, place };
		case "kiosk":
			return { kind: "device", deviceId: "kiosk-1", purpose: "kiosk", place };
		case "customer":
			return { kind: "customer", ticketId: actor.ticketId };
		default:
			return actor satisfies never;
	}
}
