import type { ReplayActor } from "./branch-port.ts";
import { type Hall, join, noteRefusal, send, sendHome, settle, type Visitor } from "./hall.ts";
import type { PlannedHelpCall } from "./help-calls.ts";
import type { PlannedVisit, ReplayPlan } from "./replay-plan.ts";

/** Refusals that tell a customer who comes too early or too late, not a mistake of anybody. */
const TURNED_AWAY = new Set(["before-opening", "after-last-ticket", "queue-full"]);

/** The member of staff who greets: gives classified customers their number, takes back who missed a call. */
export function greeterOf({ greeter }: ReplayPlan): ReplayActor {
	return { kind: "staff", staffId: greeter.id, role: greeter.role };
}

/** A customer comes in and takes a number, at the kiosk or from the greeter. */
export async function arrive(hall: Hall, planned: PlannedVisit): Promise<void> {
	const issuing = takeNumber(hall, planned);
	hall.issuing.add(issuing);
	try {
		await issuing;
	} finally {
		hall.issuing.delete(issuing);
		hall.coming--;
		hall.onChange();
		sendHome(hall);
	}
}

async function takeNumber(hall: Hall, planned: PlannedVisit): Promise<void> {
	const actor: ReplayActor = planned.takesNumberAt === "kiosk" ? { kind: "kiosk" } : greeterOf(hall.plan);
	const asked = planned.transferred ? planned.legs.slice(0, 1) : planned.legs;
	const answer = await send(hall, actor, {
		type: "issue-ticket",
		services: asked.map((leg) => leg.serviceId),
		...(planned.class === null ? {} : { class: planned.class }),
	});
	if (answer.status === "refused") {
		if (TURNED_AWAY.has(answer.code)) hall.counts.turnedAway++;
		else noteRefusal(hall, "issue-ticket", answer);
		// Somebody has closed the branch: nobody else need come.
		if (answer.code === "day-closed") hall.agenda.stop();
		return;
	}
	hall.counts.issued++;
	const visitor: Visitor = {
		planned,
		ticketId: answer.ticketId ?? "",
		link: answer.link ?? "",
		class: planned.class ?? hall.plan.defaultClass,
		issuedAt: hall.port.now(),
		status: "waiting",
		legsLeft: planned.legs,
		calledBefore: false,
		gone: false,
		joined: 0,
	};
	hall.visitors.set(visitor.ticketId, visitor);
	join(hall, visitor);
	if (planned.leavesAt !== null) hall.agenda.add(planned.leavesAt, () => leave(hall, visitor));
}

/** Patience is over: cancels on the ticket page, or walks out and is missed when called. */
async function leave(hall: Hall, visitor: Visitor): Promise<void> {
	if (visitor.status !== "waiting" || visitor.calledBefore) return;
	if (!visitor.planned.tellsUs) {
		visitor.gone = true;
		return;
	}
	const { ticketId, link } = visitor;
	const actor = { kind: "customer" as const, ticketId, link };
	const answer = await send(hall, actor, { type: "cancel-ticket", ticketId }, { ticketStatus: "waiting" });
	// Refused: the number has just been called, so the customer stays.
	if (answer.status === "refused") return;
	hall.counts.cancelled++;
	settle(hall, visitor, "ended");
}

/** Somebody who missed the call is back at the greeter's desk. */
export async function comeBack(hall: Hall, visitor: Visitor): Promise<void> {
	const { ticketId } = visitor;
	const expect = { ticketStatus: "no-show" as const };
	const answer = await send(hall, greeterOf(hall.plan), { type: "return-ticket", ticketId }, expect);
	if (answer.status === "refused") {
		noteRefusal(hall, "return-ticket", answer);
		settle(hall, visitor, "out-of-sight");
		return;
	}
	hall.counts.returns++;
	join(hall, visitor);
}

/** A teller asks for help without a word in the hall, and whoever answers for that comes. */
export async function askForHelp(
	hall: Hall,
	{ counterId, staffId, role, reason, acceptedAfterMs, answerer }: PlannedHelpCall,
): Promise<void> {
	const answer = await send(hall, { kind: "staff", staffId, role }, { type: "ask-for-help", counterId, reason });
	if (answer.status === "refused") return noteRefusal(hall, "ask-for-help", answer);
	const { alertId } = answer;
	if (alertId === undefined) return;
	hall.agenda.add(hall.port.now() + acceptedAfterMs, async () => {
		const accepted = await send(hall, { kind: "staff", ...answerer }, { type: "accept-alert", alertId });
		// Who asked twice before anybody came has one call, which has been accepted by then.
		const already = accepted.status === "refused" && accepted.code === "changed-meanwhile";
		if (accepted.status === "refused" && !already) noteRefusal(hall, "accept-alert", accepted);
	});
}
