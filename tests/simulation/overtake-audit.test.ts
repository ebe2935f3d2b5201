import { describe, expect, it } from "vitest";
import type { BranchEvent } from "../../schema/hall/event.ts";
import { auditOvertakes } from "../../simulation/overtake-audit.ts";
import { CONFIGURATION } from "./a-recorded-day.ts";

/** A log written by hand: every event is a commit of its own, one second after the one before. */
function audit(...events: BranchEvent[]) {
	const opened: BranchEvent[] = [
		{ type: "branch-configured", configuration: CONFIGURATION },
		counter("1", "cash", "transfer"),
	];
	return auditOvertakes(
		[...opened, ...events].map((event, index) => ({ seq: index + 1, at: index * 1_000, events: [event] })),
	);
}

const counter = (counterId: string, ...services: string[]): BranchEvent => ({
	type: "counter-opened",
	counterId,
	staffId: `staff-${counterId}`,
	modeId: "cash",
	kind: "closed",
	services,
});
const issued = (number: string, service = "cash", className = "ordinary"): BranchEvent => ({
	type: "ticket-issued",
	ticketId: `20261123-${number}`,
	number,
	services: [service],
	class: className,
	channel: "staff",
	link: "",
});
const called = (
	number: string,
	passed: string[] = [],
	more: { counterId?: string; reason?: string } = {},
): BranchEvent => ({
	type: "ticket-called",
	ticketId: `20261123-${number}`,
	counterId: more.counterId ?? "1",
	staffId: "staff-1",
	passed: passed.map((each) => `20261123-${each}`),
	...(more.reason === undefined ? {} : { override: { reason: more.reason } }),
});
const served = (number: string): BranchEvent => ({
	type: "ticket-ended",
	ticketId: `20261123-${number}`,
	outcome: "served",
});

describe("[PLAY-1] the independent count of overtakes", () => {
	it("counts who was passed, where they could have been served", () => {
		const result = audit(
			counter("2", "loan"),
			issued("A001"),
			issued("D001", "loan"),
			issued("A002", "cash", "high"),
			called("A002", ["A001"]),
			served("A002"),
			called("D001", [], { counterId: "2" }),
		);
		expect(result).toMatchObject({ tickets: 3, calls: 2, most: 1, mostBound: 4, inversions: 0, faults: [] });
		expect(result.byClass.get("ordinary")).toEqual({ most: 1, leastRoom: 3 });
	});

	it("finds a broken bound, and lets a named call widen it by one", () => {
		const highs = ["A002", "A003", "A004", "A005", "A006"];
		const day = (reason?: string) =>
			audit(
				issued("A001"),
				...highs.map((number) => issued(number, "cash", "high")),
				...highs.flatMap((number, index) => [
					called(number, ["A001"], index === 4 && reason !== undefined ? { reason } : {}),
					served(number),
				]),
			);
		expect(day().faults).toEqual(["20261123-A001 was overtaken 5 times, its bound is 4"]);
		expect(day("asked for").faults).toEqual([]);
		expect(day("asked for")).toMatchObject({ most: 5, mostBound: 5, overrides: 1 });
	});

	it("finds calls out of turn within a class", () => {
		const result = audit(issued("A001"), issued("A002"), called("A002", ["A001"]));
		expect(result.inversions).toBe(1);
		expect(audit(issued("A001"), issued("B001", "transfer"), called("B001", ["A001"])).inversions).toBe(0);
	});

	it("follows returns, transfers, holds and what a counter does on", () => {
		const id = "20261123-A001";
		const result = audit(
			issued("A001"),
			issued("A002"),
			called("A001"),
			{ type: "ticket-missed", ticketId: id },
			{ type: "ticket-returned", ticketId: id, queuedAt: 3_500 },
			called("A002"),
			served("A002"),
			called("A001"),
			{ type: "service-started", ticketId: id, serviceId: "cash" },
			{ type: "service-finished", ticketId: id, serviceId: "cash", outcome: "transferred" },
			{ type: "ticket-transferred", ticketId: id, serviceId: "loan" },
			issued("A003"),
			// Nobody here can do loans: this passes nobody.
			called("A003"),
			{ type: "ticket-held", ticketId: id },
			{ type: "ticket-resumed", ticketId: id },
		);
		expect(result).toMatchObject({ most: 0, inversions: 0, faults: [] });
	});

	it("finds what must not be in a log at all", () => {
		const faults = (...events: BranchEvent[]) => audit(...events).faults;
		expect(faults(issued("A001"), issued("A001"))[0]).toContain("issued twice");
		expect(faults(issued("A001"), called("A001"), called("A001"))[0]).toContain("did not wait");
		expect(faults(issued("A001"), issued("A002"), called("A001"), called("A002"))[0]).toContain("called two customers");
		expect(faults(issued("D001", "loan"), called("D001"))[0]).toContain("cannot be served");
		expect(faults(issued("A001"), issued("A002"), called("A002"))[0]).toContain("passed 1, the log names 0");
		expect(faults(called("A001"))[0]).toContain("to nobody");
		expect(faults(served("A001"))[0]).toContain("before it was issued");
	});
});
