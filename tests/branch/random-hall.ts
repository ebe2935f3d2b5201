import type { Actor } from "../../schema/actor.ts";
import type { Command } from "../../schema/hall/command.ts";
import type { SeededRandom } from "../../simulation/seeded-random.ts";
import { HEAD_OFFICE, kiosk, staff, type TestBranch } from "./a-branch.ts";

type Sending = readonly [Actor, Command];

/** A hall where anything is tried at any moment: mostly what makes sense, often what is refused. */
export class RandomHall {
	/** Tickets with their links, in the order of issue. */
	readonly issued: { readonly ticketId: string; readonly link: string }[] = [];
	done = 0;
	refused = 0;

	readonly #branch: TestBranch;
	readonly #random: SeededRandom;
	readonly #manager: Actor;
	readonly #at = new Map<string, Actor>();
	readonly #alerts: string[] = [];
	#configurations = 0;

	constructor(branch: TestBranch, random: SeededRandom) {
		this.#branch = branch;
		this.#random = random;
		this.#manager = staff(branch.branchId, "lobby-manager", "li-na");
	}

	/** The next command, by whoever would send it. */
	next(): Sending {
		const { configuration, branchId } = this.#branch;
		const random = this.#random;
		const service = () => random.pick(configuration.services).id;
		const kioskService = () => random.pick(configuration.services.filter((each) => each.onKiosk)).id;
		const counterId = random.pick(configuration.counters).id;
		const ticketId = random.pick(
			this.issued.length === 0 ? ["20261123-A001"] : this.issued.map((each) => each.ticketId),
		);
		const teller = this.#at.get(counterId) ?? this.#somebody();
		const manager = this.#manager;
		const makers: readonly (readonly [weight: number, () => Sending])[] = [
			[14, () => [kiosk(branchId), { type: "issue-ticket", services: [kioskService()] }]],
			[
				4,
				() => [manager, { type: "issue-ticket", services: [...new Set([service(), service()])], class: this.#class() }],
			],
			[8, () => [teller, { type: "open-counter", counterId }]],
			[20, () => [teller, { type: "call-next", counterId }]],
			[3, () => [teller, { type: "call-ticket", counterId, ticketId, reason: "先办" }]],
			[2, () => [manager, { type: "recall-ticket", ticketId }]],
			[10, () => [manager, { type: "start-service", ticketId }]],
			[10, () => [manager, { type: "finish-service", ticketId }]],
			[3, () => [manager, { type: "mark-no-show", ticketId }]],
			[2, () => [manager, { type: "return-ticket", ticketId }]],
			[3, () => [manager, { type: "transfer-ticket", ticketId, serviceId: service() }]],
			[2, () => [manager, { type: "transfer-ticket", ticketId, counterId }]],
			[2, () => [manager, { type: "hold-ticket", ticketId }]],
			[2, () => [manager, { type: "resume-ticket", ticketId }]],
			[4, () => [teller, { type: "take-back-ticket", counterId, ticketId }]],
			[1, () => [manager, { type: "redirect-ticket", ticketId }]],
			[2, () => [manager, { type: "cancel-ticket", ticketId }]],
			[2, () => [teller, { type: "pause-counter", counterId, reason: "cash" }]],
			[2, () => [teller, { type: "resume-counter", counterId }]],
			[2, () => [manager, { type: "close-counter", counterId }]],
			[1, () => [teller, { type: "change-counter-mode", counterId, modeId: "desk" }]],
			[2, () => [kiosk(branchId), { type: "ask-for-help", reason: "device" }]],
			[2, () => [manager, { type: "accept-alert", alertId: this.#alerts.at(-1) ?? "h0" }]],
			[1, () => [HEAD_OFFICE, { type: "configure", configuration: this.#renamed() }]],
		];
		let at = random.between(
			0,
			makers.reduce((sum, [weight]) => sum + weight, 0),
		);
		const chosen = makers.find(([weight]) => {
			at -= weight;
			return at < 0;
		});
		return (chosen ?? makers[0])?.[1]() ?? [manager, { type: "close-day" }];
	}

	/** Sends the next command and notes what it brought. */
	async step(): Promise<void> {
		const [actor, command] = this.next();
		const answer = await this.#branch.send(actor, command);
		if (answer.status === "refused") {
			this.refused += 1;
			return;
		}
		this.done += 1;
		if (command.type === "issue-ticket") this.issued.push({ ticketId: answer.ticketId ?? "", link: answer.link ?? "" });
		if (command.type === "open-counter") this.#at.set(command.counterId, actor);
		if (command.type === "close-counter") this.#at.delete(command.counterId);
		if (answer.alertId !== undefined) this.#alerts.push(answer.alertId);
	}

	#somebody(): Actor {
		const { id, role } = this.#random.pick(this.#branch.configuration.staff.filter((each) => each.services.length > 0));
		return staff(this.#branch.branchId, role, id);
	}

	#class(): string {
		return this.#random.pick(this.#branch.configuration.dispatch.classes).id;
	}

	#renamed() {
		this.#configurations += 1;
		const name = { zh: `改名${this.#configurations}`, en: `Renamed ${this.#configurations}` };
		return { ...this.#branch.configuration, name };
	}
}
