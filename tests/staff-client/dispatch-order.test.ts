import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StaffCounter } from "../../schema/view.ts";
import { callOrder, chooseNext, isEligible } from "../../staff-client/hall/dispatch-order.ts";
import type { HallTicket } from "../../staff-client/hall/hall.ts";
import { isOutOfOrder, orderReason } from "../../staff-client/hall/order-reason.ts";
import { overtakesLeft, peopleAhead } from "../../staff-client/hall/place-in-line.ts";
import { type BranchState, initialState } from "../../worker/domain/branch-state.ts";
import { nextAt, upNext } from "../../worker/domain/dispatch.ts";
import { positionOf } from "../../worker/domain/position.ts";
import { count } from "../counts.ts";
import { seedOf } from "../domain/seed.ts";
import { counterOf, minutesAgo, NOW, ticketOf } from "./hall-of.ts";

const SERVICES = ["cash", "loan", "fx"];
const STATUSES = ["waiting", "waiting", "waiting", "called", "held", "no-show"] as const;

const anyTickets = fc.array(
	fc.record({
		status: fc.constantFrom(...STATUSES),
		minutes: fc.integer({ min: 0, max: 40 }),
		headStart: fc.integer({ min: 0, max: 20 }),
		class: fc.constantFrom("unknown", "mid"),
		rank: fc.integer({ min: 0, max: 3 }),
		overtaken: fc.integer({ min: 0, max: 5 }),
		budget: fc.integer({ min: 0, max: 4 }),
		service: fc.constantFrom(...SERVICES),
		target: fc.constantFrom(undefined, undefined, undefined, "counter", "staff"),
		sentBy: fc.constantFrom(undefined, undefined, "staff-0", "staff-1"),
	}),
	{ maxLength: 14 },
);
const anyCounters = fc.array(
	fc.record({
		status: fc.constantFrom("open", "open", "paused", "closed"),
		services: fc.subarray(SERVICES, { minLength: 1 }),
	}),
	{ minLength: 1, maxLength: 4 },
);

/** A hall as the client sees it. */
function hallFrom(
	tickets: typeof anyTickets extends fc.Arbitrary<infer T> ? T : never,
	counters: typeof anyCounters extends fc.Arbitrary<infer T> ? T : never,
): { tickets: HallTicket[]; counters: StaffCounter[] } {
	return {
		tickets: tickets.map((each, index) =>
			ticketOf(`A${index}`, {
				...each,
				queuedAt: minutesAgo(each.minutes),
				orderAt: minutesAgo(each.minutes + each.headStart),
				ordinal: index + 1,
				services: [each.service],
				target:
					each.target === undefined
						? undefined
						: each.target === "counter"
							? { kind: "counter", counterId: "0" }
							: { kind: "staff", staffId: "staff-1" },
			} as Partial<HallTicket>),
		),
		counters: counters.map((each, index) =>
			counterOf(String(index), { ...each, staffId: each.status === "closed" ? null : `staff-${index}` }),
		),
	};
}

/** The same hall as the branch knows it. */
function branchFrom(hall: { tickets: HallTicket[]; counters: StaffCounter[] }): BranchState {
	const state = initialState("sh-test");
	for (const ticket of hall.tickets) {
		const rest = { headStartMs: 0, channel: "staff", link: "", recalls: 0, changedSeq: 0 } as const;
		state.tickets.set(ticket.id, { ...ticket, ...rest } as BranchState["tickets"] extends Map<string, infer T>
			? T
			: never);
	}
	for (const { label, zone, ...counter } of hall.counters) state.counters.set(counter.id, counter);
	return state;
}

describe("the order derived at the client is the branch's own", () => {
	const property = (check: (hall: ReturnType<typeof hallFrom>, state: BranchState) => void) => () =>
		fc.assert(
			fc.property(anyTickets, anyCounters, (tickets, counters) => {
				const hall = hallFrom(tickets, counters);
				check(hall, branchFrom(hall));
			}),
			{ seed: seedOf("client order"), numRuns: count(400, 10_000) },
		);

	it(
		"[QUE-6] [QUE-9] calls the same ticket next at every counter",
		property((hall, state) => {
			for (const counter of hall.counters) {
				const eligible = hall.tickets.filter((ticket) => isEligible(ticket, counter, hall.counters));
				const inBranch = state.counters.get(counter.id);
				expect(chooseNext(eligible)?.ticket.number).toBe(inBranch && nextAt(state, inBranch)?.number);
			}
		}),
	);

	it(
		"[QUE-6] lists all who wait in the same order",
		property((hall, state) => {
			const open = hall.counters.filter((counter) => counter.status === "open");
			const line = hall.tickets.filter((ticket) => open.some((counter) => isEligible(ticket, counter, hall.counters)));
			const inBranch = upNext(state, [...state.counters.values()], line.length);
			expect(callOrder(line).map((call) => call.ticket.number)).toEqual(inBranch.map((ticket) => ticket.number));
		}),
	);

	it(
		"[QUE-6] says the same place, bound and reason for every ticket",
		property((hall, state) => {
			for (const ticket of hall.tickets) {
				const inBranch = state.tickets.get(ticket.id);
				if (inBranch === undefined) throw new Error("the branch lost a ticket");
				const position = positionOf(state, inBranch);
				expect(peopleAhead(ticket, hall.counters, hall.tickets)).toBe(position.ahead);
				if (position.overtakesLeft !== null) expect(overtakesLeft(ticket)).toBe(position.overtakesLeft);
				expect(hall.counters.map((counter) => orderReason(ticket, counter, hall))).toEqual(
					position.counters.map((each) => each.reason),
				);
			}
		}),
	);
});

describe("why a ticket is next", () => {
	const early = ticketOf("early", { queuedAt: minutesAgo(9) });
	const late = ticketOf("late", { queuedAt: minutesAgo(3) });
	const why = (...tickets: HallTicket[]) => chooseNext(tickets)?.why;

	it("[QUE-6] waited longest", () => expect(why(late, early)).toBe("waited-longest"));
	it("[QUE-6] higher class", () => expect(why(early, { ...late, rank: 1 })).toBe("higher-class"));
	it("[QUE-6] head start", () => expect(why(early, { ...late, orderAt: NOW - 3_600_000 })).toBe("head-start"));
	it("[QUE-6] overtaken as often as allowed", () =>
		expect(why({ ...early, overtaken: 4 }, { ...late, rank: 0 })).toBe("budget-spent"));
	it("[QUE-6] came earlier and has a higher class than one overtaken as often as allowed", () =>
		expect(why({ ...early, rank: 1 }, { ...late, overtaken: 4 })).toBe("older-higher-class"));
	it("[QUE-6] came earlier than one of its class that was overtaken as often as allowed while it was on hold", () =>
		expect(why(early, { ...late, overtaken: 4 })).toBe("came-earlier"));
	it("[QUE-6] is out of order when another is next", () => {
		const line = { counters: [counterOf("1")], tickets: [early, late] };
		expect(isOutOfOrder(late, counterOf("1"), line)).toBe(true);
		expect(isOutOfOrder(early, counterOf("1"), line)).toBe(false);
	});
});
