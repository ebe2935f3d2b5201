import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GOODBYE_MS } from "../../../rules/measure/goodbye.ts";
import type { Actor } from "../../../schema/actor.ts";
import type { Segment } from "../../../schema/customer/customer.ts";
import type { Command } from "../../../schema/hall/command.ts";
import type { BranchEvent, Commit } from "../../../schema/hall/event.ts";
import { caseCommit } from "../../../worker/domain/case/commit.ts";
import { commitFor, commitOf } from "../../../worker/domain/commit/commit.ts";
import { nextDueAt } from "../../../worker/domain/commit/due.ts";
import { arrivalTold } from "../../../worker/domain/offer/arrival.ts";
import { departureTold } from "../../../worker/domain/offer/departure.ts";
import { mayKnowOffer } from "../../../worker/domain/offer/follow-offer.ts";
import { reportOf } from "../../../worker/domain/report/report.ts";
import { displayView } from "../../../worker/domain/view/display-view.ts";
import { staffView } from "../../../worker/domain/view/staff-view.ts";
import {
	aDay,
	BRANCH_ID,
	callNext,
	type Day,
	gist,
	HEAD,
	id,
	KIOSK,
	LIU,
	linkOf,
	MANAGER,
	on,
	open,
	SYSTEM,
	staff,
	type TicketVerb,
	XU,
} from "../a-day.ts";
import { seedOf } from "../seed.ts";

const MA = staff("ma-jun", "relationship-manager");
const LI = { reference: "C-20481234", segment: "high", managerId: "xu-na" } as const;
const WU = { reference: "C-20481235", segment: "private" } as const;
type Person = { readonly reference: string; readonly segment: Segment; readonly managerId?: string };

function bySystem(day: Day, events: readonly BranchEvent[]): void {
	if (events.length === 0) return;
	const request = { commandId: `told-${day.state.seq + 1}`, command: { type: "told" } };
	const made = commitOf(day.state, { request, actor: SYSTEM }, day.now, { events });
	if ("status" in made) throw new Error(made.code);
	day.replay(made);
}
/** A card is read at the kiosk, and a number taken by it. */
function comes(day: Day, customer: Person, services = ["cash"]): string {
	bySystem(day, arrivalTold(day.state, customer, null, day.now));
	const command = { type: "issue-ticket" as const, services, recognition: "x".repeat(168) };
	const request = { commandId: `number-${day.state.seq + 1}`, command };
	const made = commitFor(day.state, { request, actor: KIOSK, now: day.now, link: linkOf(day.state.seq + 1), customer });
	if ("status" in made) throw new Error(made.code);
	const issued = made.events.find((event) => event.type === "ticket-issued");
	day.replay(made);
	return issued?.number ?? "";
}
/** Something is done with a ticket, and whoever should know of it is told. */
function does(day: Day, actor: Actor, verb: TicketVerb, number: string, more: Record<string, string> = {}) {
	const { seq } = day.state;
	day.when(actor, on(verb, number, more));
	if (day.state.seq > seq) bySystem(day, departureTold(day.state, day.commits.at(-1) as Commit));
}
function isServed(day: Day, number: string, counterId = "1"): void {
	day.given([LIU, callNext(counterId)], [LIU, on("start-service", number)]);
	does(day, LIU, "finish-service", number);
}
const goodbyes = (day: Day) => [...day.state.alerts.values()].filter(({ kind }) => kind === "departure");
const aHall = () => aDay().given([LIU, open("1")]);
const accept = (alertId: string): Command => ({ type: "accept-alert", alertId });

describe("a customer of value who leaves", () => {
	it("[ALR-31] is told to the lobby and to their own manager, silently, from which counter, and to nobody else", () => {
		const day = aHall();
		isServed(day, comes(day, LI));
		const [alert] = goodbyes(day);
		expect(alert).toMatchObject({
			reason: "leaving",
			where: { kind: "customer", customer: LI.reference, counterId: "1" },
			told: { roles: ["lobby-manager", "stand-in"], persons: ["xu-na"] },
			escalatesAt: null,
		});
		for (const view of [staffView(day.state), displayView(day.state)]) {
			expect(JSON.stringify(view)).not.toContain(`"${alert?.id}"`);
			expect(JSON.stringify(view)).not.toContain("departure");
		}
		const knows = (who: Actor) =>
			who.kind === "staff" && alert !== undefined && mayKnowOffer(alert, { staffId: who.staffId, roles: [who.role] });
		expect([XU, MANAGER, HEAD].map(knows)).toEqual([true, true, true]);
		expect([MA, LIU].map(knows)).toEqual([false, false]);
		expect(gist(day.when(LIU, accept(alert?.id ?? "")))).toBe("unknown-alert");
	});

	it("[ALR-31] is over by itself after three minutes, without anybody being told in between; one accepts, and it is counted", () => {
		const day = aHall();
		isServed(day, comes(day, LI));
		const told = day.now;
		const [{ id: alertId } = { id: "" }] = goodbyes(day);
		expect(nextDueAt(day.state)).toBeGreaterThan(told + GOODBYE_MS);
		day.at(told + 10_000).given([MANAGER, accept(alertId)]);
		expect(day.when(XU, accept(alertId))).toEqual({ refused: "changed-meanwhile", detail: "li-na" });
		day.at(told + 10_000 + GOODBYE_MS).given([MANAGER, { type: "end-alert", alertId }]);
		isServed(day, comes(day, WU));
		const [left] = goodbyes(day);
		expect(day.at(day.now + GOODBYE_MS).when(MANAGER, accept(left?.id ?? ""))).toHaveProperty("events");
		isServed(day, comes(day, { ...WU, reference: "C-20481236" }));
		const last = goodbyes(day).at(-1)?.id ?? "";
		expect(day.at(day.now + GOODBYE_MS + 1).when(MANAGER, accept(last))).toEqual({
			refused: "unknown-alert",
			detail: last,
		});
		day.given([MANAGER, { type: "close-day" }]);
		const figure = reportOf(day.commits)?.alerts?.find(({ kind }) => kind === "departure");
		expect(figure).toMatchObject({ raised: 3, accepted: 2, escalated: 0 });
	});

	it("[ALR-31] is told to whoever came at the arrival or stood beside them; not to who sits there or is away", () => {
		const day = aHall();
		const number = comes(day, LI);
		const [arrival] = [...day.state.alerts.values()];
		const pass = {
			type: "pass-on-alert",
			alertId: arrival?.id ?? "",
			to: { staffId: "ma-jun" },
			reason: "busy",
		} as const;
		day.onDuty(MA, XU).given([MANAGER, pass], [MA, accept(arrival?.id ?? "")]);
		const caseId = `${BRANCH_ID}_${"0".repeat(24)}`;
		const offer = caseCommit(day.state, {
			request: {
				commandId: "offer",
				command: {
					...{ type: "move-case", caseId, kind: "referral", step: "open", version: 0, texts: [], stage: "offered" },
					...{ facts: { reasonCode: "large-cash" }, holds: ["name"], content: "x".repeat(43) },
				},
			},
			sealed: { texts: {}, ties: { ticketId: id(number) } },
			actor: MANAGER,
			now: day.now,
			before: null,
			openCount: 0,
			present: [{ staffId: "hu-yue", roles: ["relationship-manager"] }],
		});
		if ("status" in offer) throw new Error(offer.code);
		day.replay(offer.commit).given([HEAD, accept(`o${offer.commit.seq}`)]);
		const back = { type: "set-presence", status: "lunch" } as const;
		day.given([MA, back]);
		isServed(day, number);
		expect(goodbyes(day)[0]?.told.persons).toEqual(["xu-na", "zhang-wei"]);

		const other = aDay().given([XU, open("8")]);
		const own = comes(other, LI, ["wealth"]);
		other.given([XU, callNext("8")], [XU, on("start-service", own)]);
		does(other, XU, "finish-service", own);
		expect(goodbyes(other)).toMatchObject([{ told: { persons: [] }, where: { counterId: "8" } }]);
	});

	it("[ALR-31] is not told of who goes on to another counter, is held, does not come, gives up or is sent elsewhere", () => {
		const ways: [TicketVerb, boolean, Record<string, string>?][] = [
			["transfer-ticket", true, { serviceId: "wealth" }],
			["hold-ticket", true],
			["redirect-ticket", true],
			["mark-no-show", false],
			["cancel-ticket", false],
			["hold-ticket", false],
		];
		for (const [verb, isServing, more] of ways) {
			const day = aHall();
			const number = comes(day, LI);
			day.given([LIU, callNext("1")]);
			if (isServing) day.given([LIU, on("start-service", number)]);
			const { seq } = day.state;
			does(day, MANAGER, verb, number, more);
			expect([verb, day.state.seq]).toEqual([verb, seq + 1]);
			expect(goodbyes(day)).toEqual([]);
		}
		const more = aHall();
		const number = comes(more, LI, ["cash", "wealth"]);
		isServed(more, number);
		expect([more.ticket(number).status, goodbyes(more)]).toEqual(["waiting", []]);
		const unserved = aHall();
		comes(unserved, LI);
		unserved.given([MANAGER, { type: "close-day" }]);
		expect(departureTold(unserved.state, unserved.commits.at(-1) as Commit)).toEqual([]);
	});

	it("[ALR-31] is not told of a customer of no such segment, of one who was never recognised, nor on another day", () => {
		const day = aHall();
		isServed(day, comes(day, { reference: "C-20481237", segment: "ordinary" }));
		day.given([KIOSK, { type: "issue-ticket", services: ["cash"] }]);
		isServed(day, "A002");
		expect(goodbyes(day)).toEqual([]);
		const { reference } = LI;
		const next = aHall();
		isServed(next, comes(next, LI));
		next
			.given([MANAGER, { type: "close-day" }])
			.at(next.now + 24 * 3_600_000)
			.given([LIU, open("1")]);
		expect(next.state.lobby.guests).toEqual([]);
		expect(JSON.stringify(next.state.lobby)).not.toContain(reference);
	});

	it("[ALR-31] is taken back with the service, and told again when they leave in the end", () => {
		const day = aHall();
		const number = comes(day, LI);
		isServed(day, number);
		expect(goodbyes(day)).toHaveLength(1);
		day.given([LIU, on("take-back-ticket", number, { counterId: "1" })]);
		expect(goodbyes(day)).toEqual([]);
		does(day, LIU, "finish-service", number);
		expect(goodbyes(day)).toHaveLength(1);
	});

	it("[ALR-31] whatever happens to their numbers in whatever order: told once for each visit that ends served, with no other number left", () => {
		const verbs = ["call", "start-service", "finish-service", "hold-ticket", "resume-ticket", "mark-no-show"] as const;
		const step = fc.record({ verb: fc.constantFrom(...verbs, "cancel-ticket" as const), which: fc.nat(3) });
		let told = 0;
		fc.assert(
			fc.property(fc.array(step, { minLength: 10, maxLength: 40 }), (steps) => {
				const day = aHall();
				const numbers = [LI, WU, LI].map((who) => comes(day, who));
				day.given([KIOSK, { type: "issue-ticket", services: ["cash"] }]);
				const all = [...numbers, "A004"];
				const ownerOf = (number: string) => day.ticket(number).customer;
				const expected: string[] = [];
				for (const { verb, which } of steps) {
					const number = all[which] ?? "";
					const wasServing = day.ticket(number).status === "serving";
					if (verb === "call") day.when(LIU, callNext("1"));
					else does(day, LIU, verb, number);
					if (verb !== "finish-service" || !wasServing || ownerOf(number) === undefined) continue;
					const others = all.filter((each) => each !== number && ownerOf(each) === ownerOf(number));
					if (others.every((each) => ["ended", "no-show"].includes(day.ticket(each).status))) expected.push(id(number));
				}
				const raised = day.commits.flatMap(({ events }) =>
					events.flatMap((event) => (event.type === "alert-raised" && event.kind === "departure" ? [event.about] : [])),
				);
				expect(raised).toEqual(expected);
				told += raised.length;
			}),
			{ seed: seedOf("departure"), numRuns: 150 },
		);
		expect(told).toBeGreaterThan(0);
	});
});
