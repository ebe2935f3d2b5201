import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inLineAtAny, isInLineAt } from "../../../rules/dispatch.ts";
import { openCounters } from "../../../rules/place-in-line.ts";
import type { Configured } from "../../../worker/domain/hall/decision.ts";
import { aheadOfNewcomers } from "../../../worker/domain/queue/ahead.ts";
import { positionOf } from "../../../worker/domain/queue/position.ts";
import { displayView } from "../../../worker/domain/view/display-view.ts";
import { count } from "../../counts.ts";
import { aDay, CHEN, callNext, type Day, issue, KIOSK, LIU, MANAGER, open, WANG } from "../a-day.ts";
import { play, randomConfiguration, someMoves } from "../random-day.ts";
import { seedOf } from "../seed.ts";

const tile = (day: Day, service: string) =>
	displayView(day.state).services.find((each) => each.id === service)?.waiting;
const ticketSays = (day: Day, number: string) => positionOf(day.state, day.ticket(number)).ahead;

describe("how many are ahead", () => {
	it("[QUE-8] the tile counts who competes for the same counters, and the number then given says the same", () => {
		const day = aDay().given([LIU, open("1")], [CHEN, open("2")]);
		for (let each = 0; each < 9; each++) day.given([KIOSK, issue("cash")]);
		expect(day.counter("1").services).toEqual(expect.arrayContaining(["cash", "bill-payment"]));
		expect(tile(day, "bill-payment")).toBe(9);
		const outcome = day.when(KIOSK, issue("bill-payment"));
		if ("refused" in outcome) throw new Error(outcome.refused);
		const issued = outcome.events.find((event) => event.type === "ticket-issued");
		expect(ticketSays(day, issued?.number ?? "")).toBe(9);
		expect(tile(day, "bill-payment")).toBe(10);
		expect(tile(day, "cash")).toBe(10);
		day.given([LIU, callNext("1")]);
		expect(tile(day, "cash")).toBe(9);
	});

	it("[QUE-8] a service with counters of its own has a line of its own, and one without an open counter those who wait for it", () => {
		const day = aDay().given([LIU, open("1")], [WANG, open("5")]);
		day.given([KIOSK, issue("cash")], [KIOSK, issue("cash")], [KIOSK, issue("corporate")], [KIOSK, issue("wealth")]);
		expect(day.counter("5").services).not.toContain("cash");
		expect(tile(day, "cash")).toBe(2);
		expect(tile(day, "corporate")).toBe(1);
		expect(tile(day, "wealth")).toBe(1);
	});

	it("[QUE-8] [VIEW-1] it is a place for somebody of whom nothing is known: a later number of a higher class is ahead as well", () => {
		const day = aDay().given([LIU, open("1")], [KIOSK, issue("cash")], [MANAGER, issue("cash", { class: "high" })]);
		expect(tile(day, "cash")).toBe(2);
	});

	it("[QUE-8] on random days the figure shown before is the figure of the number given, whoever waits", () => {
		const seed = seedOf("ahead");
		let compared = 0;
		const property = fc.property(fc.nat(), someMoves(120), (configurationSeed, moves) => {
			play(randomConfiguration(configurationSeed), moves, ({ before, commit, after }) => {
				const [issued, second] = commit.events;
				if (issued?.type !== "ticket-issued" || second !== undefined || before.configuration === null) return;
				const plain = issued.class === after.configuration.dispatch.defaultClass && issued.appointmentAt === undefined;
				if (!plain) return;
				const ticket = after.tickets.get(issued.ticketId);
				if (ticket === undefined) throw new Error("issued and not there");
				const shown = aheadOfNewcomers(before as Configured, commit.at);
				expect(shown.get(issued.services[0] ?? "")).toBe(positionOf(after, ticket).ahead);
				compared++;
			});
		});
		fc.assert(property, { seed, numRuns: count(20, 200) });
		expect(compared).toBeGreaterThan(50);
	});

	it("[QUE-8] on random days whoever is in the line of any of some counters is in the line of one of them", () => {
		const seed = seedOf("any line");
		let [bound, plain] = [0, 0];
		const property = fc.property(fc.nat(), someMoves(120), fc.nat(), (configurationSeed, moves, choice) => {
			play(randomConfiguration(configurationSeed), moves, ({ after }) => {
				const some = openCounters(after).filter((_, index) => ((choice >> (index % 30)) & 1) === 0);
				const isInAny = inLineAtAny(after, some);
				for (const ticket of after.tickets.values()) {
					expect(isInAny(ticket)).toBe(some.some((counter) => isInLineAt(after, counter, ticket)));
					if (ticket.target !== undefined || ticket.sentBy !== undefined) bound++;
					else if (ticket.status === "waiting") plain++;
				}
			});
		});
		fc.assert(property, { seed, numRuns: count(20, 200) });
		expect(Math.min(bound, plain)).toBeGreaterThan(0);
	});
});
