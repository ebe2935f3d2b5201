import type { Actor } from "../../../schema/actor.ts";
import type { CaseRequest, SealedTexts } from "../../../schema/customer/case.ts";
import type { Command } from "../../../schema/hall/command.ts";
import type { Answer } from "../../../schema/hall/event.ts";
import type { SeededRandom } from "../../../simulation/seeded-random.ts";
import type { CaseAnswer } from "../../../worker/domain/case/commit.ts";
import { newCommandId, type TestBranch } from "../a-branch.ts";

/** More failures than this in a row are no accident of eviction. */
const SENDINGS_MAX = 12;
const SHARE_SENT_TWICE = 0.3;
const SHARE_EVICTED = 0.25;

type Request = { readonly commandId: string; readonly command: Command };
export type Sending =
	| { readonly actor: Actor; readonly request: Request }
	| { readonly actor: Actor; readonly move: CaseRequest; readonly sealed: SealedTexts };
type Answered = Answer | CaseAnswer;

/** Sends as bad networks make phones send: several people at once, some twice, again after a failure, again much later. */
export class AlertSender {
	readonly faults: string[] = [];
	readonly sent = new Map<string, { readonly sending: Sending; readonly answer: Answered }>();
	readonly #branch: TestBranch;
	readonly #random: SeededRandom;

	constructor(branch: TestBranch, random: SeededRandom) {
		this.#branch = branch;
		this.#random = random;
	}

	/** On their way at the same moment, some twice, and the branch may be evicted meanwhile. */
	async atOnce(sendings: readonly Sending[]): Promise<Answered[]> {
		const evicting = this.#random.chance(SHARE_EVICTED) ? this.#branch.evict() : undefined;
		const twice = sendings.filter(() => this.#random.chance(SHARE_SENT_TWICE));
		const [answers, again] = await Promise.all([
			Promise.all(sendings.map((each) => this.#deliver(each))),
			Promise.all(twice.map((each) => this.#deliver(each))),
			evicting,
		]);
		for (const [index, sending] of sendings.entries()) {
			const answer = answers[index] as Answered;
			this.sent.set(idOf(sending), { sending, answer });
			const second = again[twice.indexOf(sending)];
			if (second !== undefined && "done" === answer.status && canonical(second) !== canonical(answer))
				this.faults.push(`${idOf(sending)} was answered in two ways`);
		}
		return answers;
	}

	/** What was sent before comes again, as from a phone that had no network: it gets the answer it had. */
	async repeat(): Promise<void> {
		if (this.sent.size === 0) return;
		const { sending, answer } = this.#random.pick([...this.sent.values()]);
		const again = await this.#deliver(sending);
		if (answer.status === "done" && canonical(again) !== canonical(answer))
			this.faults.push(`${idOf(sending)} was answered anew`);
	}

	/** Until it is answered: whoever hears nothing sends the same again. */
	async #deliver(sending: Sending): Promise<Answered> {
		for (let tries = 1; ; tries++) {
			try {
				const stub = this.#branch.stub();
				if ("move" in sending) return await stub.moveCase(sending.move, sending.sealed, sending.actor);
				return await stub.execute(sending.request, sending.actor);
			} catch (error) {
				if (tries >= SENDINGS_MAX) throw error;
			}
		}
	}
}

/** A command under an id of its own. */
export function commandOf(actor: Actor, command: Command): Sending {
	return { actor, request: { commandId: newCommandId(), command } };
}

function idOf(sending: Sending): string {
	return "move" in sending ? sending.move.commandId : sending.request.commandId;
}

/** The same text for the same thing, in whatever order its parts were put down. */
export function canonical(value: unknown): string {
	return JSON.stringify(value, (_, part: unknown) =>
		part !== null && typeof part === "object" && !Array.isArray(part)
			? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
			: part,
	);
}
