import type { BranchConfiguration } from "../../schema/hall/configuration.ts";
import type { BranchEvent, Commit } from "../../schema/hall/event.ts";
import type { Target, TicketStatus } from "../../schema/hall/ticket.ts";

/** What the rules say of one ticket, worked out from what happened and never from the branch's own records. */
export type Known = {
	readonly id: string;
	readonly number: string;
	readonly class: string;
	readonly rank: number;
	readonly budget: number;
	readonly headStartMs: number;
	readonly appointed: boolean;
	readonly ordinal: number;
	/** When it came, or an appointed time still ahead then; later by the time spent away. */
	place: number;
	missedAt: number;
	services: readonly string[];
	target: Target | undefined;
	sentBy: string | undefined;
	status: TicketStatus;
	overtaken: number;
	overridden: number;
	/** How it was before the last commit that changed it. */
	before?: Known;
};
export type Post = {
	status: "closed" | "open" | "paused";
	services: readonly string[];
	staffId: string;
	ticketId: string | null;
};

/** A branch as an onlooker with the rules in hand would follow it. */
export type QueueModel = {
	configuration: BranchConfiguration | null;
	closesAt: number;
	readonly tickets: Map<string, Known>;
	readonly posts: Map<string, Post>;
	readonly numbers: Set<string>;
	readonly everGiven: Set<string>;
	readonly faults: string[];
	/** How it was before the day was closed. */
	before: { readonly tickets: readonly Known[]; readonly posts: ReadonlyMap<string, Post> } | null;
	issued: number;
	calls: number;
	overrides: number;
	/** Calls that passed somebody of the same class and needs, and the least room left under a bound. */
	mostOvertaken: number;
};

export function newModel(): QueueModel {
	return {
		configuration: null,
		closesAt: 0,
		tickets: new Map(),
		posts: new Map(),
		numbers: new Set(),
		everGiven: new Set(),
		faults: [],
		before: null,
		issued: 0,
		calls: 0,
		overrides: 0,
		mostOvertaken: 0,
	};
}

/** The states in which each thing may happen to a ticket, and where it leads; undefined: it stays. */
const MAY_HAPPEN: Record<TicketEvent["type"], [from: TicketStatus[], to: TicketStatus | undefined]> = {
	"ticket-called": [["waiting"], "called"],
	"ticket-recalled": [["called"], undefined],
	"service-started": [["called", "serving"], "serving"],
	"service-finished": [["serving"], undefined],
	"ticket-moved-on": [["serving"], "waiting"],
	"ticket-missed": [["called"], "no-show"],
	"ticket-returned": [["no-show"], "waiting"],
	"ticket-transferred": [["waiting", "called", "serving"], "waiting"],
	"ticket-released": [["waiting"], undefined],
	"ticket-held": [["waiting", "called", "serving"], "held"],
	"ticket-resumed": [["held"], "waiting"],
	"ticket-ended": [["waiting", "called", "serving", "held", "no-show"], "ended"],
	"ticket-taken-back": [["waiting", "serving", "no-show", "held", "ended"], undefined],
};
type TicketEvent = Exclude<Extract<BranchEvent, { ticketId: string }>, { type: "ticket-issued" }>;
export type CalledEvent = Extract<BranchEvent, { type: "ticket-called" }>;

/** Follows one commit; what it finds against the rules goes to `faults`. `judge` is asked about every call first. */
export function follow(model: QueueModel, commit: Commit, judge: (event: CalledEvent) => string[]): void {
	if (commit.events.some((event) => event.type === "day-closed")) {
		const tickets = [...model.tickets.values()].filter((known) => known.status !== "ended");
		const posts = [...model.posts].map(([id, post]) => [id, { ...post }] as const);
		model.before = { tickets: tickets.map((known) => ({ ...known })), posts: new Map(posts) };
	}
	const about = commit.events.find((event) => event.type !== "ticket-taken-back" && "ticketId" in event);
	const changing = about !== undefined && "ticketId" in about ? model.tickets.get(about.ticketId) : undefined;
	if (changing !== undefined) {
		const { before: _, ...before } = changing;
		changing.before = before;
	}
	for (const event of commit.events) {
		const fault = (what: string) => model.faults.push(`seq ${commit.seq} ${event.type}: ${what}`);
		switch (event.type) {
			case "branch-configured":
				model.configuration = event.configuration;
				break;
			case "day-opened":
				model.configuration = event.configuration;
				model.closesAt = event.closesAt;
				model.tickets.clear();
				model.posts.clear();
				model.numbers.clear();
				break;
			case "day-closed":
				for (const known of model.tickets.values()) if (known.status !== "ended") fault(`${known.id} is left`);
				for (const [id, post] of model.posts) if (post.status !== "closed") fault(`counter ${id} is left open`);
				break;
			case "day-reopened":
				reopened(model, event, fault);
				break;
			case "day-hours-changed":
				model.closesAt = event.closesAt;
				break;
			case "ticket-issued":
				issued(model, event, commit.at, fault);
				break;
			case "alert-raised":
			case "alert-repeated":
			case "alert-accepted":
			case "alert-passed-on":
			case "alert-declined":
			case "presence-set":
			case "duty-order-set":
			case "alert-escalated":
			case "alert-ended":
			case "help-asked":
			case "help-accepted":
			case "referral-recorded":
			case "staff-changed":
			case "section-taken":
			case "branch-set-back":
			case "case-moved":
			case "case-due":
			case "waits-quoted":
				break;
			default:
				if (!("ticketId" in event)) {
					counterChanged(model, event, fault);
					break;
				}
				if (event.type === "ticket-called") for (const what of judge(event)) fault(what);
				ticketChanged(model, event, commit.at, fault);
		}
	}
}

type Fault = (what: string) => void;

/** Everybody where they were before the day was closed; who stood at a counter that stays closed waits. */
function reopened(model: QueueModel, event: Extract<BranchEvent, { type: "day-reopened" }>, fault: Fault): void {
	if (model.before === null) return fault("no day was closed");
	const { tickets, posts } = model.before;
	const back = new Map([...posts].filter(([id]) => event.counters.includes(id)));
	for (const known of tickets) {
		if (!event.tickets.includes(known.id)) continue;
		const seat = [...posts].find(([, post]) => post.ticketId === known.id)?.[0];
		const { target } = known;
		const bound =
			target?.kind === "counter"
				? back.has(target.counterId)
				: [...back.values()].some((post) => post.staffId === target?.staffId);
		const waits = seat !== undefined && !back.has(seat);
		model.tickets.set(known.id, {
			...known,
			status: waits ? "waiting" : known.status,
			target: bound ? target : undefined,
		});
	}
	for (const [id, post] of back) {
		const stays = post.ticketId !== null && event.tickets.includes(post.ticketId);
		model.posts.set(id, { ...post, ticketId: stays ? post.ticketId : null });
	}
}

function issued(
	model: QueueModel,
	event: Extract<BranchEvent, { type: "ticket-issued" }>,
	at: number,
	fault: Fault,
): void {
	const policy = model.configuration?.dispatch;
	const ticketClass = policy?.classes.find((each) => each.id === event.class);
	if (policy === undefined || ticketClass === undefined) return fault(`class ${event.class} is unknown`);
	if (model.numbers.has(event.number)) fault(`number ${event.number} was given before today`);
	if (model.everGiven.has(event.ticketId)) fault(`${event.ticketId} was given before`);
	model.numbers.add(event.number);
	model.everGiven.add(event.ticketId);
	const { appointmentAt } = event;
	const kept = appointmentAt !== undefined && at <= appointmentAt + policy.appointment.lateMs;
	const ahead = appointmentAt === undefined ? at : Math.min(appointmentAt, model.closesAt);
	model.issued++;
	model.tickets.set(event.ticketId, {
		id: event.ticketId,
		number: event.number,
		class: event.class,
		rank: ticketClass.rank,
		budget: ticketClass.overtakeBudget,
		headStartMs: ticketClass.headStartMs + (kept ? policy.appointment.headStartMs : 0),
		appointed: appointmentAt !== undefined,
		ordinal: model.issued,
		place: Math.max(at, ahead),
		missedAt: 0,
		services: event.services,
		target: undefined,
		sentBy: undefined,
		status: "waiting",
		overtaken: 0,
		overridden: 0,
	});
}

function ticketChanged(model: QueueModel, event: TicketEvent, at: number, fault: Fault): void {
	const known = model.tickets.get(event.ticketId);
	if (known === undefined) return fault(`${event.ticketId} was never issued`);
	const [from, to] = MAY_HAPPEN[event.type];
	if (!from.includes(known.status)) fault(`${known.id} is ${known.status}`);
	if (to !== undefined) known.status = to;
	if (to !== undefined && to !== "called" && to !== "serving") leave(model, known);
	if (event.type === "ticket-called") {
		seat(model, event, fault);
		const able = model.posts.get(event.counterId)?.services ?? [];
		for (const each of model.tickets.values()) {
			if (each === known || (each.sentBy !== event.staffId && able.includes(each.services[0] ?? ""))) {
				each.sentBy = undefined;
			}
		}
	}
	if (event.type === "ticket-taken-back") takenBack(model, event, known, fault);
	if (event.type === "ticket-missed") known.missedAt = at;
	if (event.type === "ticket-returned") {
		if (at - known.missedAt > (model.configuration?.limits.returnGraceMs ?? 0)) fault(`${known.id} came too late`);
		known.place += at - known.missedAt;
		if (event.queuedAt !== known.place) fault(`${known.id} was placed at ${event.queuedAt}, not ${known.place}`);
	}
	if (event.type === "service-started") {
		if (!known.services.includes(event.serviceId)) fault(`${known.id} never asked for ${event.serviceId}`);
		known.services = [event.serviceId, ...known.services.filter((id) => id !== event.serviceId)];
	}
	if (event.type === "service-finished" && event.outcome === "done") known.services = known.services.slice(1);
	if (event.type === "ticket-transferred") {
		const left = known.services.slice(1).filter((id) => id !== event.serviceId);
		known.services = [event.serviceId, ...left];
		known.target = event.target;
		known.sentBy = event.sentBy;
	}
	if (event.type === "ticket-released" || event.type === "ticket-moved-on") known.target = undefined;
	if (event.type === "ticket-ended") known.services = [];
}

function takenBack(
	model: QueueModel,
	{ counterId }: Extract<TicketEvent, { type: "ticket-taken-back" }>,
	known: Known,
	fault: Fault,
): void {
	const post = model.posts.get(counterId);
	if (post?.status !== "open" || known.before === undefined) return fault(`counter ${counterId} is not open`);
	if (post.ticketId !== null && post.ticketId !== known.id) fault(`counter ${counterId} has ${post.ticketId}`);
	const { overtaken, overridden } = known;
	Object.assign(known, known.before, { overtaken, overridden });
	post.ticketId = known.id;
}

function leave(model: QueueModel, known: Known): void {
	for (const post of model.posts.values()) if (post.ticketId === known.id) post.ticketId = null;
}

function seat(model: QueueModel, event: CalledEvent, fault: Fault): void {
	const post = model.posts.get(event.counterId);
	if (post === undefined || post.status !== "open") return fault(`counter ${event.counterId} is not open`);
	if (post.ticketId !== null) fault(`counter ${event.counterId} has ${post.ticketId} already`);
	if (post.staffId !== event.staffId) fault(`${event.staffId} does not sit at ${event.counterId}`);
	for (const [id, other] of model.posts) if (other.ticketId === event.ticketId) fault(`it is at counter ${id} as well`);
	post.ticketId = event.ticketId;
}

type CounterEvent = Extract<BranchEvent, { counterId: string }>;
function counterChanged(
	model: QueueModel,
	event: Exclude<CounterEvent, { ticketId: string } | { helpId: string } | { alertId: string }>,
	fault: Fault,
): void {
	const post = model.posts.get(event.counterId) ?? { status: "closed", services: [], staffId: "", ticketId: null };
	model.posts.set(event.counterId, post);
	switch (event.type) {
		case "counter-opened":
			if (post.status !== "closed") fault("it was open");
			for (const [id, each] of model.posts) {
				if (each.status !== "closed" && each.staffId === event.staffId) fault(`${event.staffId} sits at ${id}`);
			}
			Object.assign(post, { status: "open", services: event.services, staffId: event.staffId });
			return;
		case "counter-mode-changed":
			if (post.status === "closed") fault("it is closed");
			post.services = event.services;
			return;
		case "counter-paused":
		case "counter-closed":
			if (post.ticketId !== null) fault(`${post.ticketId} is still there`);
			post.status = event.type === "counter-paused" ? "paused" : "closed";
			return;
		case "counter-resumed":
			if (post.status !== "paused") fault(`it is ${post.status}`);
			post.status = "open";
			return;
		default:
			return event satisfies never;
	}
}
