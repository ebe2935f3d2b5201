import type { Command } from "../../schema/hall/command.ts";
import type { Answer } from "../../schema/hall/event.ts";
import type { TicketStatus } from "../../schema/hall/ticket.ts";

/** What a race may do to a queue. */
export type QueueCommand = Extract<
	Command,
	{
		type:
			| "issue-ticket"
			| "open-counter"
			| "call-next"
			| "start-service"
			| "finish-service"
			| "mark-no-show"
			| "transfer-ticket"
			| "cancel-ticket";
	}
>;

/** Everybody's skills, and the series of every service: all that is known before the doors open. */
export type Hall = {
	readonly day: string;
	readonly seriesOf: Readonly<Record<string, string>>;
	/** Services by counter; the person who may open it bears the staff id of the same index. */
	readonly counters: readonly { readonly id: string; readonly staffId: string; readonly services: readonly string[] }[];
};

type ModelTicket = {
	service: string;
	status: TicketStatus;
	counterId: string | null;
	sentBy: string | null;
	readonly order: number;
};
type ModelCounter = { readonly services: readonly string[]; staffId: string | null; ticketId: string | null };
type Done = Extract<Answer, { status: "done" }>;
type Refused = Extract<Answer, { status: "refused" }>;

/**
 * A queue as a person would keep it on paper: one operation after the other, no code of the branch. It knows one class
 * only, so it is strict: whoever can be served here and came first is called first.
 */
export class QueueModel {
	readonly tickets = new Map<string, ModelTicket>();
	readonly #hall: Hall;
	readonly #counters = new Map<string, ModelCounter>();
	readonly #given = new Map<string, number>();
	readonly #links = new Set<string>();

	constructor(hall: Hall) {
		this.#hall = hall;
		for (const { id, services } of hall.counters) this.#counters.set(id, { services, staffId: null, ticketId: null });
	}

	/** Does one operation; what is wrong with its answer at this point, or null. */
	apply(command: QueueCommand, staffId: string, answer: Answer): string | null {
		if (answer.status === "refused") return this.#refusal(command, staffId, answer);
		switch (command.type) {
			case "issue-ticket":
				return this.#issue(command.services[0] ?? "", answer);
			case "open-counter":
				return this.#open(command.counterId, staffId);
			case "call-next":
				return this.#call(command.counterId, staffId, answer);
			case "start-service":
				return this.#move(command.ticketId, ["called"], "serving", staffId);
			case "finish-service":
				return this.#move(command.ticketId, ["serving"], "ended", staffId);
			case "mark-no-show":
				return this.#move(command.ticketId, ["called"], "no-show", staffId);
			case "cancel-ticket":
				return this.#move(command.ticketId, ["waiting", "called"], "ended", null);
			case "transfer-ticket":
				return this.#transfer(command.ticketId, command.serviceId ?? "", staffId);
			default:
				return command satisfies never;
		}
	}

	#issue(service: string, { ticketId = "", number, link = "" }: Done): string | null {
		const series = this.#hall.seriesOf[service] ?? "?";
		const next = (this.#given.get(series) ?? 0) + 1;
		const expected = `${series}${String(next).padStart(3, "0")}`;
		if (number !== expected) return `${number} was given where ${expected} was the next of its series`;
		if (ticketId !== `${this.#hall.day}-${expected}`) return `${ticketId} is not the ticket of ${expected}`;
		if (link.length !== 22 || this.#links.has(link)) return `${expected} has no link of its own`;
		this.#links.add(link);
		this.#given.set(series, next);
		this.tickets.set(ticketId, { service, status: "waiting", counterId: null, sentBy: null, order: this.tickets.size });
		return null;
	}

	#open(counterId: string, staffId: string): string | null {
		const counter = this.#counters.get(counterId);
		if (counter === undefined || counter.staffId !== null) return `counter ${counterId} could not be opened`;
		counter.staffId = staffId;
		return null;
	}

	#call(counterId: string, staffId: string, { ticketId = "" }: Done): string | null {
		const counter = this.#counters.get(counterId);
		const ticket = this.tickets.get(ticketId);
		if (counter === undefined || counter.staffId !== staffId) return `${staffId} does not work counter ${counterId}`;
		if (counter.ticketId !== null) return `counter ${counterId} called ${ticketId} while it had ${counter.ticketId}`;
		if (ticket === undefined) return `${ticketId} was called and never issued`;
		if (ticket.status !== "waiting") return `${ticketId} was called while ${ticket.status}`;
		const [first] = this.#eligible(counter);
		if (first !== ticketId) return `${ticketId} was called before ${first}`;
		Object.assign(ticket, { status: "called", counterId });
		counter.ticketId = ticketId;
		for (const each of this.tickets.values()) {
			const isOthers = each.sentBy !== staffId && counter.services.includes(each.service);
			if (each === ticket || isOthers) each.sentBy = null;
		}
		return null;
	}

	#move(ticketId: string, from: TicketStatus[], to: TicketStatus, staffId: string | null): string | null {
		const ticket = this.tickets.get(ticketId);
		if (ticket === undefined || !from.includes(ticket.status)) return `${ticketId} cannot become ${to} here`;
		const counter = ticket.counterId === null ? undefined : this.#counters.get(ticket.counterId);
		if (staffId !== null && counter?.staffId !== staffId) return `${ticketId} is not with ${staffId}`;
		ticket.status = to;
		if (to === "serving" || counter === undefined) return null;
		counter.ticketId = null;
		ticket.counterId = null;
		return null;
	}

	#transfer(ticketId: string, service: string, staffId: string): string | null {
		const ticket = this.tickets.get(ticketId);
		const from = this.#counters.get(ticket?.counterId ?? "");
		const fault = this.#move(ticketId, ["called", "serving"], "waiting", staffId);
		if (ticket === undefined) return fault;
		ticket.service = service;
		ticket.sentBy = from?.services.includes(service) ? from.staffId : null;
		return fault;
	}

	/** Every refusal must be true at its point. */
	#refusal(command: QueueCommand, staffId: string, { code }: Refused): string | null {
		const untrue = `${command.type} by ${staffId} was refused ${code} and there was no reason to`;
		const counter = "counterId" in command ? this.#counters.get(command.counterId ?? "") : undefined;
		switch (code) {
			case "nobody-waiting":
				return counter?.staffId === staffId && counter.ticketId === null && this.#eligible(counter).length === 0
					? null
					: untrue;
			case "counter-busy":
				return counter !== undefined && counter.ticketId !== null ? null : untrue;
			case "counter-not-closed":
				return counter !== undefined && counter.staffId !== null ? null : untrue;
			case "counter-not-open":
				return counter?.staffId === null ? null : untrue;
			case "wrong-status":
				return "ticketId" in command && !this.#couldMove(command) ? null : untrue;
			case "transfer-to-nothing":
				return command.type === "transfer-ticket" && this.tickets.get(command.ticketId)?.service === command.serviceId
					? null
					: untrue;
			default:
				return untrue;
		}
	}

	#couldMove(command: Extract<QueueCommand, { ticketId: string }>): boolean {
		const status = this.tickets.get(command.ticketId)?.status ?? "ended";
		const needed: Record<typeof command.type, TicketStatus[]> = {
			"start-service": ["called"],
			"mark-no-show": ["called"],
			"finish-service": ["serving"],
			"cancel-ticket": ["waiting", "called", "held"],
			"transfer-ticket": ["waiting", "called", "serving"],
		};
		return needed[command.type].includes(status);
	}

	#othersCan(counter: ModelCounter, service: string): boolean {
		return [...this.#counters.values()].some(
			(each) => each !== counter && each.staffId !== null && each.services.includes(service),
		);
	}

	/** Who could be called here, first come first. */
	#eligible(counter: ModelCounter): string[] {
		return [...this.tickets]
			.filter(([, ticket]) => ticket.status === "waiting" && counter.services.includes(ticket.service))
			.filter(
				([, ticket]) =>
					ticket.sentBy === null || ticket.sentBy !== counter.staffId || !this.#othersCan(counter, ticket.service),
			)
			.sort(([, a], [, b]) => a.order - b.order)
			.map(([id]) => id);
	}
}
