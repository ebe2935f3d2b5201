import type { BranchState } from "../../worker/domain/hall/branch-state.ts";
import type { CalledEvent, Known, QueueModel } from "./queue-model.ts";

/** Earlier in the line: by place in time, ties by the order of issue. */
function isOlder(one: Known, other: Known): boolean {
	return one.place < other.place || (one.place === other.place && one.ordinal < other.ordinal);
}

/** Before the other by class, then by arrival less head start. */
function hasPrecedence(one: Known, other: Known): boolean {
	if (one.rank !== other.rank) return one.rank < other.rank;
	const difference = one.place - one.headStartMs - (other.place - other.headStartMs);
	return difference < 0 || (difference === 0 && one.ordinal < other.ordinal);
}

/** Whether this counter, with the person at it, could serve this ticket if it waits. */
export function couldServe(model: QueueModel, counterId: string, known: Known): boolean {
	const post = model.posts.get(counterId);
	if (post === undefined || known.status !== "waiting") return false;
	if (known.target?.kind === "counter" && known.target.counterId !== counterId) return false;
	if (known.target?.kind === "staff" && known.target.staffId !== post.staffId) return false;
	return post.services.includes(known.services[0] ?? "");
}

/** QUE-9: given away by who stands here, while somebody else who could serve it is open and has called nobody since. */
function comesAfterOthers(model: QueueModel, counterId: string, known: Known): boolean {
	if (known.sentBy === undefined || model.posts.get(counterId)?.staffId !== known.sentBy) return false;
	return [...model.posts].some(
		([id, post]) => id !== counterId && post.status === "open" && couldServe(model, id, known),
	);
}

/** Everything the rules of the queue have to say about one call, before it is followed; counts the overtakes. */
export function judgeCall(model: QueueModel, event: CalledEvent): string[] {
	const called = model.tickets.get(event.ticketId);
	if (called === undefined) return ["nobody knows this ticket"];
	if (!couldServe(model, event.counterId, called)) return [`${called.id} cannot be served at ${event.counterId}`];
	const faults: string[] = [];
	const eligible = [...model.tickets.values()].filter(
		(each) => couldServe(model, event.counterId, each) && !comesAfterOthers(model, event.counterId, each),
	);
	const isTurn = eligible.includes(called) && isNextOf(eligible, called);
	if (event.override === undefined && !isTurn) faults.push(`[QUE-1] it was not the turn of ${called.id}`);
	if (event.override !== undefined && isTurn) faults.push(`[QUE-5] ${called.id} was the next and needed no override`);
	if (event.override?.reason === "") faults.push("[QUE-5] an override without a reason");
	if (event.override === undefined) faults.push(...unfairTo(eligible, called));
	const passed = eligible.filter((each) => each !== called && isOlder(each, called));
	if (
		passed
			.map((each) => each.id)
			.sort()
			.join() !== event.passed.slice().sort().join()
	) {
		faults.push(`[QUE-4] it passed ${passed.map((each) => each.id)}, the commit says ${event.passed}`);
	}
	model.calls++;
	if (event.override !== undefined) model.overrides++;
	for (const each of passed) {
		each.overtaken++;
		if (event.override !== undefined) each.overridden++;
		model.mostOvertaken = Math.max(model.mostOvertaken, each.overtaken);
		if (each.overtaken > each.budget + each.overridden) {
			faults.push(
				`[QUE-4] ${each.id} was overtaken ${each.overtaken} times: ${each.budget} + ${each.overridden} allowed`,
			);
		}
	}
	return faults;
}

/** QUE-1 and QUE-2: nobody else had a better claim. */
function isNextOf(eligible: readonly Known[], called: Known): boolean {
	const spent = eligible.filter((each) => each.overtaken >= each.budget);
	const oldest = spent.find((each) => spent.every((other) => other === each || isOlder(each, other)));
	if (oldest === undefined) return eligible.every((each) => each === called || hasPrecedence(called, each));
	const before = eligible.filter(
		(each) =>
			isOlder(each, oldest) &&
			(each.rank < oldest.rank || (each.class === oldest.class && hasPrecedence(each, oldest))),
	);
	if (before.length === 0) return called === oldest;
	return before.includes(called) && before.every((each) => each === called || hasPrecedence(called, each));
}

/** QUE-3: somebody older of the same class who needs the same, without appointment or target, still waits. */
function unfairTo(eligible: readonly Known[], called: Known): string[] {
	if (called.appointed || called.target !== undefined) return [];
	return eligible
		.filter((each) => each.class === called.class && each.budget === called.budget && each.rank === called.rank)
		.filter((each) => each.headStartMs === called.headStartMs && !each.appointed && each.target === undefined)
		.filter((each) => each.services.join() === called.services.join() && isOlder(each, called))
		.map((each) => `[QUE-3] ${each.id} came before ${called.id}`);
}

/** Waiting for a counter or a person who is off duty or cannot do it. */
function isStranded(model: QueueModel, known: Known): boolean {
	if (known.status !== "waiting" || known.target === undefined) return false;
	return ![...model.posts].some(([id, post]) => post.status !== "closed" && couldServe(model, id, known));
}

/** What the branch remembers, held against what the onlooker knows. */
export function differences(model: QueueModel, state: BranchState): string[] {
	const faults: string[] = [];
	const living = [...model.tickets.values()].filter((known) => known.status !== "ended");
	for (const known of living) {
		const ticket = state.tickets.get(known.id);
		if (ticket === undefined) {
			faults.push(`[TKT-2] ${known.id} is lost while ${known.status}`);
			continue;
		}
		const here = [
			ticket.status,
			ticket.queuedAt,
			ticket.overtaken,
			ticket.services.join(),
			JSON.stringify(ticket.target),
			ticket.sentBy,
		];
		const there = [
			known.status,
			known.place,
			known.overtaken,
			known.services.join(),
			JSON.stringify(known.target),
			known.sentBy,
		];
		if (here.join() !== there.join()) faults.push(`${known.id} is ${here}, it should be ${there}`);
		if (isStranded(model, known))
			faults.push(`[TKT-4] ${known.id} waits for ${JSON.stringify(known.target)} who cannot serve it`);
		const at = [...state.counters.values()].filter((counter) => counter.ticketId === known.id).map(({ id }) => id);
		const seated = known.status === "called" || known.status === "serving";
		if (at.length !== (seated ? 1 : 0) || at[0] !== ticket.counterId)
			faults.push(`${known.id} is at ${at.join() || "none"}`);
	}
	const alive = [...state.tickets.values()].filter((ticket) => ticket.status !== "ended").length;
	if (alive !== living.length) faults.push(`${alive} tickets are alive, not ${living.length}`);
	for (const counter of state.counters.values()) {
		const post = model.posts.get(counter.id);
		const here = [counter.status, counter.ticketId, counter.services.join()];
		const there =
			post === undefined || post.status === "closed"
				? ["closed", null, ""]
				: [post.status, post.ticketId, post.services.join()];
		if (here.join() !== there.join()) faults.push(`counter ${counter.id} is ${here}, it should be ${there}`);
	}
	return faults;
}
