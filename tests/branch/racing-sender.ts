import { env } from "cloudflare:workers";
import type { Actor } from "../../schema/actor.ts";
import type { Answer } from "../../schema/hall/event.ts";
import type { SeededRandom } from "../../simulation/seeded-random.ts";
import { newCommandId } from "./a-branch.ts";
import { postCommand, tokenOf } from "./door.ts";
import type { Operation } from "./linearizability.ts";
import { LiveClient } from "./live-client.ts";
import type { QueueCommand } from "./queue-model.ts";

type Way = "call" | "http" | "socket";
/** HTTP costs the test several times as much as the others, so it comes once in six. */
const WAYS: readonly Way[] = ["call", "call", "call", "socket", "socket", "http"];
/** More failures than this in a row are no accident of eviction. */
const TRIES_MAX = 12;
const SHARE_SENT_TWICE = 0.25;
const SHARE_REPEATED_LATER = 0.15;

type Pending = { commandId: string; staffId: string; command: QueueCommand; invokedAt: number; returnedAt: number };

/** Sends as bad networks make clients send: on any way, twice at once, again after a failure, and again much later. */
export class RacingSender {
	/** Tickets any sender has been told of. */
	readonly ticketIds: string[] = [];
	sendings = 0;

	readonly #branchId: string;
	readonly #random: SeededRandom;
	readonly #answers = new Map<string, Answer[]>();
	readonly #pending: Pending[] = [];
	readonly #later: Promise<unknown>[] = [];
	readonly #sockets = new Map<string, Promise<LiveClient>>();
	#tick = 0;

	constructor(branchId: string, random: SeededRandom) {
		this.#branchId = branchId;
		this.#random = random;
	}

	/** One intention; resolves with the first answer. */
	async send(actor: Actor, command: QueueCommand): Promise<Answer> {
		const commandId = newCommandId();
		const staffId = nameOf(actor);
		const operation = { commandId, staffId, command, invokedAt: ++this.#tick, returnedAt: 0 };
		this.#pending.push(operation);
		this.#answers.set(commandId, []);
		const first = this.#deliver(actor, operation);
		const sendings = [first];
		if (this.#random.chance(SHARE_SENT_TWICE)) sendings.push(this.#deliver(actor, operation));
		this.#later.push(...sendings);
		const answer = await Promise.race(sendings);
		operation.returnedAt = ++this.#tick;
		if (this.#random.chance(SHARE_REPEATED_LATER)) {
			const delayMs = this.#random.between(0, 60);
			this.#later.push(scheduler.wait(delayMs).then(() => this.#deliver(actor, operation)));
		}
		if (answer.status === "done" && command.type === "issue-ticket") this.ticketIds.push(answer.ticketId ?? "");
		return answer;
	}

	/** Until every repeat still under way has been answered. */
	async finish(): Promise<void> {
		await Promise.all(this.#later);
		for (const socket of this.#sockets.values()) (await socket).close();
	}

	operations(): Operation[] {
		return this.#pending.map((each) => ({ ...each, answers: this.#answers.get(each.commandId) ?? [] }));
	}

	/** Until it is answered, by whichever way. */
	async #deliver(actor: Actor, { commandId, command }: Pending): Promise<Answer> {
		for (let tries = 1; ; tries++) {
			try {
				this.sendings += 1;
				const answer = await this.#once(this.#wayOf(actor), actor, commandId, command);
				this.#answers.get(commandId)?.push(answer);
				return answer;
			} catch (error) {
				if (tries >= TRIES_MAX) throw error;
			}
		}
	}

	/** Every frame goes to every socket, so only some keep one. */
	#wayOf(actor: Actor): Way {
		const way = this.#random.pick(WAYS);
		return way === "socket" && actor.kind === "staff" && !actor.staffId.endsWith("3") ? "call" : way;
	}

	async #once(way: Way, actor: Actor, commandId: string, command: QueueCommand): Promise<Answer> {
		switch (way) {
			case "call":
				return env.BRANCH.getByName(this.#branchId).execute({ commandId, command }, actor);
			case "http":
				return postCommand(this.#branchId, `Bearer ${await tokenOf(actor)}`, { commandId, command });
			case "socket":
				return (await this.#socketOf(actor)).command({ commandId, command });
			default:
				return way satisfies never;
		}
	}

	/** Each sender keeps one connection and makes a new one when it was lost. */
	async #socketOf(actor: Actor): Promise<LiveClient> {
		const name = nameOf(actor);
		const known = await this.#sockets.get(name)?.catch(() => undefined);
		if (known !== undefined && known.closed === null) return known;
		const audience = actor.kind === "staff" ? "staff" : "display";
		const opening = tokenOf(actor).then((token) =>
			LiveClient.open({ branchId: this.#branchId, audience, credential: `token.${token}` }),
		);
		this.#sockets.set(name, opening);
		return opening;
	}
}

function nameOf(actor: Actor): string {
	return actor.kind === "staff" ? actor.staffId : actor.kind;
}
