import { describe, expect, it } from "vitest";
import type { May } from "../../rules/holding.ts";
import { alertsOf, helpOfCounter } from "../../staff-client/hall/alerts.ts";
import { isInCharge, mayClose } from "../../staff-client/hall/in-charge.ts";
import { setAside } from "../../staff-client/hall/set-aside.ts";
import { ticketActions } from "../../staff-client/hall/ticket-actions.ts";
import { transferChoices, transferIntention } from "../../staff-client/hall/transfer-choices.ts";
import { appointmentSlots } from "../../staff-client/staff/sheet/appointment-slots.ts";
import { counterOf, hallOf, helpOf, MINUTE_MS, minutesAgo, NOW, ticketOf } from "./hall-of.ts";

describe("[Q2] transfers", () => {
	const ticket = ticketOf("A1", { status: "serving", counterId: "1" });
	const hall = hallOf({
		counters: [
			counterOf("1"),
			counterOf("2", { staffId: "ben", services: ["cash", "loan"], status: "paused" }),
			counterOf("3", { staffId: null, status: "closed", services: ["cash", "loan"] }),
		],
		tickets: [ticket],
	});

	it("[SCR-6] offer only staffed counters and people other than one's own that can do the service", () => {
		const choices = transferChoices(hall, ticket, "cash");
		expect(choices.counters.map((counter) => counter.id)).toEqual(["2"]);
		expect(choices.people.map(({ person }) => person.id)).toEqual(["ben"]);
	});
	it("[SCR-6] list the present service first and what nobody can do last", () => {
		const withoutBen = hallOf({ counters: [counterOf("1", { services: ["loan"] })], tickets: [ticket] });
		expect(
			transferChoices(withoutBen, ticket, "cash").services.map((each) => [each.service.id, each.countersOpen]),
		).toEqual([
			["cash", 0],
			["loan", 1],
		]);
	});
	it("[SCR-6] send nothing while nothing would change", () =>
		expect(transferIntention(ticket, "cash", { kind: "anyone" }, { reason: "because", accompanied: true })).toBeNull());
	it("[SCR-6] name only what changes, with what was seen", () => {
		expect(
			transferIntention(ticket, "cash", { kind: "counter", counterId: "2" }, { reason: "", accompanied: false }),
		).toEqual({
			command: { type: "transfer-ticket", ticketId: "A1", counterId: "2" },
			expect: { ticketStatus: "serving" },
		});
		expect(
			transferIntention(
				ticket,
				"loan",
				{ kind: "staff", staffId: "ben" },
				{ reason: " asked for him ", accompanied: true },
			),
		).toEqual({
			command: {
				type: "transfer-ticket",
				ticketId: "A1",
				serviceId: "loan",
				staffId: "ben",
				accompanied: true,
				reason: "asked for him",
			},
			expect: { ticketStatus: "serving" },
		});
	});
});

describe("[Q2] those set aside", () => {
	const hall = hallOf({
		tickets: [
			ticketOf("held-late", { status: "held", since: minutesAgo(2) }),
			ticketOf("held-early", { status: "held", since: minutesAgo(30) }),
			ticketOf("missed-early", { status: "no-show", since: minutesAgo(20) }),
			ticketOf("missed-late", { status: "no-show", since: minutesAgo(4) }),
		],
	});
	const ids = (graceMs: number | null) => {
		const { held, noShows } = setAside(hall, NOW, graceMs);
		return [held.map((each) => each.id), noShows.map((each) => each.id)];
	};

	it("[SCR-6] leave out no-shows beyond the grace time once it is known", () => {
		expect(ids(null)).toEqual([
			["held-early", "held-late"],
			["missed-late", "missed-early"],
		]);
		expect(ids(15 * MINUTE_MS)[1]).toEqual(["missed-late"]);
	});
	it("[SCR-6] can do what the branch accepts in their state", () => {
		expect(ticketActions(ticketOf("A1", { status: "no-show" }))).toEqual(["return"]);
		expect(ticketActions(ticketOf("A1", { status: "serving" }))).not.toContain("cancel");
		expect(ticketActions(ticketOf("A1", { status: "ended" }))).toEqual([]);
	});
});

describe("[Q6] alerts", () => {
	const ben = { staffId: "ben", roles: ["lobby-manager"] } as const;
	const at1 = { kind: "counter", counterId: "1" } as const;
	const hall = hallOf({
		alerts: [
			helpOf("h1", { raisedAt: minutesAgo(5) }),
			helpOf("h2", { raisedAt: minutesAgo(3), acceptedAt: minutesAgo(2), acceptedBy: "carl", where: at1 }),
			helpOf("h3", { raisedAt: minutesAgo(1), reason: "emergency", urgent: true }),
			helpOf("h4", { told: { roles: ["it-support"], persons: [] } }),
			helpOf("h5", {
				told: { roles: [], persons: ["ben"] },
				raisedAt: minutesAgo(9),
				acceptedAt: NOW,
				acceptedBy: "ben",
			}),
			helpOf("h6", { raisedBy: "ben" }),
			helpOf("h7", { raisedAt: minutesAgo(9), acceptedAt: minutesAgo(8), acceptedBy: "carl" }),
		],
	});
	const ids = (alerts: readonly { id: string }[]) => alerts.map(({ id }) => id);
	it("[ALR-1] [SCR-6] list what is told to this person, urgent first, then the longest waiting, and nobody else's", () =>
		expect(ids(alertsOf(hall, ben, NOW).toTake)).toEqual(["h3", "h1"]));
	it("[ALR-4] [SCR-32] show who is about it for as long as they are, and what this person has taken until it is done", () => {
		const { taken, others, raised } = alertsOf(hall, ben, NOW);
		expect([taken, others, raised].map(ids)).toEqual([["h5"], ["h7", "h2"], ["h6"]]);
		expect(ids(alertsOf(hall, ben, NOW).others)).toEqual(["h7", "h2"]);
		expect(ids(alertsOf(hall, { staffId: "it", roles: ["it-support"] }, NOW).toTake)).toEqual(["h4"]);
	});
	it("[SCR-6] show a counter its answer for a while", () => {
		expect(helpOfCounter(hall, "1", NOW)?.id).toBe("h2");
		expect(helpOfCounter(hall, "1", NOW + 2 * MINUTE_MS)).toBeNull();
	});
});

describe("[T2] appointments offered when a ticket is issued", () => {
	it("[SCR-6] are the half hours around now", () => {
		const slots = appointmentSlots(NOW + 10 * MINUTE_MS, { opensAt: null, closesAt: null });
		expect(slots[0]).toBe(NOW - 30 * MINUTE_MS);
		expect(slots.at(-1)).toBe(NOW + 120 * MINUTE_MS);
		expect(slots).toHaveLength(6);
	});
	it("[QUE-7] are those that today's hours hold", () => {
		const hours = { opensAt: NOW, closesAt: NOW + 60 * MINUTE_MS };
		expect(appointmentSlots(NOW + 10 * MINUTE_MS, hours)).toEqual([NOW, NOW + 30 * MINUTE_MS]);
	});
});

describe("what is offered for a ticket or a counter", () => {
	const hall = hallOf({ counters: [counterOf("1"), counterOf("2", { staffId: "ben" })] });
	const may =
		(...rights: string[]): May =>
		(right) =>
			rights.includes(right);
	const waiting = ticketOf("A1");
	const called = ticketOf("A2", { status: "called", counterId: "2" });

	it("[SCR-9] is what the branch would do: at a counter only for who works there, or who oversees them all", () => {
		const teller = may("ticket.manage", "counter.run");
		const manager = may("ticket.manage", "counter.oversee");
		const guard = may("alert.accept");
		const supervisor = may("counter.oversee");
		expect([waiting, called].map((ticket) => isInCharge(hall, ticket, "anna", teller))).toEqual([true, false]);
		expect([waiting, called].map((ticket) => isInCharge(hall, ticket, "ben", teller))).toEqual([true, true]);
		expect([waiting, called].map((ticket) => isInCharge(hall, ticket, "carl", manager))).toEqual([true, true]);
		expect([waiting, called].map((ticket) => isInCharge(hall, ticket, "carl", supervisor))).toEqual([false, false]);
		expect(["1", "2"].map((id) => mayClose(hall, id, "anna", teller))).toEqual([true, false]);
		expect(["1", "2"].map((id) => mayClose(hall, id, "carl", supervisor))).toEqual([true, true]);
		expect(["1", "2"].map((id) => mayClose(hall, id, "anna", guard))).toEqual([false, false]);
	});
});
