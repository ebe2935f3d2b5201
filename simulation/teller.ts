import type { Command, Expectation } from "../schema/hall/command.ts";
import type { Answer } from "../schema/hall/event.ts";
import type { ReplayActor } from "./branch-port.ts";
import { comeBack } from "./customers.ts";
import { guestAt } from "./guest.ts";
import {
	type Hall,
	type IdleTeller,
	isEmpty,
	join,
	noteRefusal,
	send,
	sendHome,
	settle,
	type Visitor,
	waitingFor,
} from "./hall.ts";
import { noteWait } from "./replay-counts.ts";
import type { PlannedShift } from "./teller-plan.ts";

/** How long a teller waits for somebody to come before calling again, and again before giving the customer up. */
const PATIENCE_MS = 30_000;
/** After something went wrong a teller looks again after this long, and gives the counter up after so many times. */
const RECOVERY_MS = 30_000;
const RECOVERIES_MAX = 6;
/** The counter is no longer this teller's: a person has taken or closed it, or the day is over. */
const COUNTER_GONE = new Set(["counter-not-open", "not-your-counter", "day-closed", "day-not-open"]);

/**
 * One virtual teller in one shift: opens the counter, calls, serves, calls again, closes. All it knows of the queue it
 * knows from answers it or the other people of the replay got.
 */
export type Teller = {
	readonly hall: Hall;
	readonly shift: PlannedShift;
	readonly self: ReplayActor;
	readonly idle: IdleTeller;
	recoveries: number;
	home: boolean;
};

export function createTeller(hall: Hall, shift: PlannedShift): Teller {
	const { services, closesAt, staffId, role } = shift;
	const idle: IdleTeller = { services, closesAt, wake: () => standUp(teller, false) };
	const teller: Teller = { hall, shift, self: { kind: "staff", staffId, role }, idle, recoveries: 0, home: false };
	return teller;
}

/** Signs on; the first of all tellers opens the day. */
export async function beginShift(teller: Teller): Promise<void> {
	const { hall, shift } = teller;
	const { counterId, modeId, closesAt } = shift;
	const answer = await say(teller, { type: "open-counter", counterId, modeId });
	if (answer.status === "refused") {
		noteRefusal(hall, "open-counter", answer);
		return goHome(teller);
	}
	if (closesAt !== null) hall.agenda.add(closesAt, async () => standUp(teller, false));
	return callNext(teller, false);
}

/** Ends idleness. `blindly`: looks at the queue although the replay knows of nobody, for a guest may be waiting. */
export function standUp(teller: Teller, blindly: boolean): void {
	const { idle } = teller.hall;
	const place = idle.indexOf(teller.idle);
	if (place === -1) return;
	idle.splice(place, 1);
	after(teller, 0, () => callNext(teller, blindly));
}

function say({ hall, self }: Teller, command: Command, expect?: Expectation): Promise<Answer> {
	return send(hall, self, command, expect);
}

function after({ hall }: Teller, ms: number, act: () => Promise<void>): void {
	hall.agenda.add(hall.port.now() + ms, act);
}

async function callNext(teller: Teller, blindly: boolean): Promise<void> {
	const { hall, shift } = teller;
	const { services, closesAt } = shift;
	if (closesAt === null ? isEmpty(hall) : hall.port.now() >= closesAt) return close(teller);
	const line = waitingFor(hall, services);
	if (line.length === 0 && !blindly) {
		hall.idle.push(teller.idle);
		return;
	}
	const seen = hall.joins;
	hall.calling++;
	const command = callCommand(teller, line);
	const answer = await say(teller, command, { counterTicket: null });
	// Somebody may be called before the answer that tells their number is here.
	await Promise.all(hall.issuing);
	hall.calling--;
	if (answer.status === "done") return meet(teller, answer.ticketId ?? "");
	// The one named has just been called elsewhere.
	if (command.type === "call-ticket" && answer.code === "wrong-status") return callNext(teller, false);
	if (answer.code !== "nobody-waiting") return recover(teller, command.type, answer);
	// Others have called them meanwhile, and know; who joined since then has woken nobody.
	for (const visitor of line) {
		if (visitor.status === "waiting" && visitor.joined <= seen) visitor.status = "out-of-sight";
	}
	if (waitingFor(hall, services).length > 0) return callNext(teller, false);
	hall.idle.push(teller.idle);
	sendHome(hall);
}

/** Mostly the next one; now and then a person names somebody further back, with a reason. */
function callCommand({ hall, shift }: Teller, line: readonly Visitor[]): Command {
	const { counterId } = shift;
	if (line.length < 2 || !hall.random.chance(hall.namedCallShare)) return { type: "call-next", counterId };
	const { ticketId } = hall.random.pick(line);
	hall.counts.namedCalls++;
	return { type: "call-ticket", counterId, ticketId, reason: "known to the teller from this morning" };
}

async function meet(teller: Teller, ticketId: string): Promise<void> {
	const { hall, shift } = teller;
	const visitor = hall.visitors.get(ticketId) ?? guestAt(hall, ticketId, shift.services);
	visitor.status = "at-counter";
	teller.recoveries = 0;
	const first = !visitor.calledBefore;
	visitor.calledBefore = true;
	if (first) noteWait(hall.counts, visitor.class, hall.port.now() - visitor.issuedAt);
	const { missesCall, hardOfHearing, walkMs } = visitor.planned;
	const start = () => startService(teller, visitor);
	if (visitor.gone || (first && missesCall !== "no")) {
		after(teller, PATIENCE_MS, () => recall(teller, visitor, () => miss(teller, visitor)));
	} else if (first && hardOfHearing) after(teller, PATIENCE_MS, () => recall(teller, visitor, start));
	else after(teller, walkMs, start);
}

async function recall(teller: Teller, visitor: Visitor, then: () => Promise<void>): Promise<void> {
	const { ticketId } = visitor;
	const answer = await say(teller, { type: "recall-ticket", ticketId }, { ticketStatus: "called" });
	if (answer.status === "refused") return recover(teller, "recall-ticket", answer, visitor);
	teller.hall.counts.recalls++;
	after(teller, PATIENCE_MS, then);
}

async function miss(teller: Teller, visitor: Visitor): Promise<void> {
	const { hall } = teller;
	const { ticketId, planned } = visitor;
	const answer = await say(teller, { type: "mark-no-show", ticketId }, { ticketStatus: "called" });
	if (answer.status === "refused") return recover(teller, "mark-no-show", answer, visitor);
	if (planned.missesCall === "comes-back" && !visitor.gone) {
		visitor.status = "away";
		after(teller, planned.comesBackAfterMs, () => comeBack(hall, visitor));
	} else {
		hall.counts.noShows++;
		settle(hall, visitor, "ended");
	}
	return callNext(teller, false);
}

async function startService(teller: Teller, visitor: Visitor): Promise<void> {
	const { ticketId } = visitor;
	const answer = await say(teller, { type: "start-service", ticketId }, { ticketStatus: "called" });
	if (answer.status === "refused") return recover(teller, "start-service", answer, visitor);
	after(teller, visitor.legsLeft[0]?.serviceMs ?? 0, () => finish(teller, visitor));
}

async function finish(teller: Teller, visitor: Visitor): Promise<void> {
	const { hall, shift } = teller;
	const { ticketId, planned } = visitor;
	const left = visitor.legsLeft.slice(1);
	const next = left[0];
	const elsewhere = next !== undefined && planned.transferred;
	const command: Command = elsewhere
		? { type: "transfer-ticket", ticketId, serviceId: next.serviceId }
		: { type: "finish-service", ticketId };
	const answer = await say(teller, command, { ticketStatus: "serving" });
	if (answer.status === "refused") return recover(teller, command.type, answer, visitor);
	// What this counter can do itself is done here and now; only the rest goes back into the queue.
	const here = elsewhere ? undefined : left.find((leg) => shift.services.includes(leg.serviceId));
	if (here !== undefined) {
		visitor.legsLeft = [here, ...left.filter((leg) => leg !== here)];
		return after(teller, here.serviceMs, () => finish(teller, visitor));
	}
	visitor.legsLeft = left;
	if (elsewhere) hall.counts.transfers++;
	if (next !== undefined) join(hall, visitor);
	else {
		hall.counts.served++;
		settle(hall, visitor, "ended");
	}
	return callNext(teller, false);
}

/** Things are not as this teller believed: lets go of the customer, waits, and looks again. */
async function recover(teller: Teller, doing: Command["type"], answer: Answer, visitor?: Visitor): Promise<void> {
	if (answer.status === "done") return;
	noteRefusal(teller.hall, doing, answer);
	if (visitor !== undefined) settle(teller.hall, visitor, "out-of-sight");
	if (COUNTER_GONE.has(answer.code) || ++teller.recoveries > RECOVERIES_MAX) return goHome(teller);
	if (visitor !== undefined) {
		// Whatever state the customer is in, one of these two frees the counter, or neither is needed.
		const { ticketId } = visitor;
		await say(teller, { type: "mark-no-show", ticketId }, { ticketStatus: "called" });
		await say(teller, { type: "finish-service", ticketId }, { ticketStatus: "serving" });
	}
	after(teller, RECOVERY_MS, () => callNext(teller, true));
}

async function close(teller: Teller): Promise<void> {
	const answer = await say(teller, { type: "close-counter", counterId: teller.shift.counterId });
	if (answer.status === "refused") noteRefusal(teller.hall, "close-counter", answer);
	goHome(teller);
}

function goHome(teller: Teller): void {
	if (teller.home) return;
	teller.home = true;
	teller.hall.shiftsLeft--;
	teller.hall.onChange();
}
