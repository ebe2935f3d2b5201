import type { Role } from "../schema/actor.ts";
import type { CommandRequest } from "../schema/hall/command.ts";
import type { Answer } from "../schema/hall/event.ts";

/** Whom the replay speaks for. */
export type ReplayActor =
	| { readonly kind: "staff"; readonly staffId: string; readonly role: Role }
	| { readonly kind: "kiosk" }
	| { readonly kind: "customer"; readonly ticketId: string; readonly link: string };

/** What a replay needs of a branch, so that it runs alike against the public API and against the pure domain. */
export type BranchPort = {
	/** Branch time, epoch milliseconds. */
	now(): number;
	/** Waits until branch time `at`; may return earlier, and the caller then looks again. */
	sleepUntil(at: number): Promise<void>;
	/** The branch's answer; throws `ConnectionLost` when none came, and the same request may then be sent again. */
	send(actor: ReplayActor, request: CommandRequest): Promise<Answer>;
	/** The pause before the attempt of this number (from 1) after a lost connection. */
	backOff(attempt: number): Promise<void>;
	/** False where time stands still while something is done: then one thing is done after the other. */
	readonly timeRuns: boolean;
};

/** Nobody knows whether the command arrived: only a repeat with the same id is safe. */
export class ConnectionLost extends Error {}
