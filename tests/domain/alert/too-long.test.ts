import { describe, expect, it } from "vitest";
import type { Command } from "../../../schema/hall/command.ts";
import { nextDueAt } from "../../../worker/domain/commit/due.ts";
import { restoreSnapshot, snapshotOf } from "../../../worker/domain/hall/branch-state.ts";
import { reportOf } from "../../../worker/domain/report/report.ts";
import { staffView } from "../../../worker/domain/view/staff-view.ts";
import {
	aDay,
	at,
	CHEN,
	callNext,
	type Day,
	gist,
	HEAD,
	issue,
	KIOSK,
	LIU,
	MANAGER,
	on,
	open,
	SYSTEM,
	WANG,
} from "../a-day.ts";

const tick: Command = { type: "tick" };
const kinds = (day: Day) => [...day.state.alerts.values()].map(({ kind, reason, about }) => [kind, reason, about]);
const raisedBy = (day: Day, time: string) => gist(day.at(time).when(SYSTEM, tick));

/** One is served for cash at counter 1, since 09:01. */
function aLongService(): Day {
	return aDay()
		.onDuty(MANAGER, HEAD)
		.given([LIU, open("1")], [KIOSK, issue("cash")], "09:01", [LIU, callNext("1")], [LIU, on("start-service", "A001")]);
}

describe("a service that is too long", () => {
	it("[ALR-10] is told to the lobby by the one alarm, once, and ends by itself when the customer has left", () => {
		const day = aLongService();
		const dueAt = nextDueAt(day.state) ?? 0;
		expect(dueAt).toBeGreaterThan(at("09:10"));
		expect(dueAt).toBeLessThan(at("09:30"));
		expect(gist(day.at(dueAt - 1).when(SYSTEM, tick))).toEqual([]);
		expect(gist(day.at(dueAt).when(SYSTEM, tick))).toEqual(["alert-raised"]);
		const [alert] = [...day.state.alerts.values()];
		expect(alert).toMatchObject({
			kind: "long-service",
			where: { kind: "counter", counterId: "1" },
			raisedBy: "system",
		});
		expect(alert?.told.roles).toContain("lobby-manager");
		expect(staffView(day.state).alerts).toMatchObject([{ kind: "long-service", rings: true }]);
		day.given([MANAGER, { type: "accept-alert", alertId: alert?.id ?? "" }], [LIU, on("finish-service", "A001")]);
		expect(kinds(day)).toEqual([]);
		expect(gist(day.when(SYSTEM, tick))).toEqual([]);
	});

	it("[ALR-10] is no matter twice: not after somebody has ended it, nor for who comes back by a mistake taken back", () => {
		const day = aLongService();
		expect(raisedBy(day, "10:00")).toEqual(["alert-raised"]);
		const [id = ""] = [...day.state.alerts.keys()];
		day.given([MANAGER, { type: "accept-alert", alertId: id }], [MANAGER, { type: "end-alert", alertId: id }]);
		expect(raisedBy(day, "11:00")).toEqual([]);
		day.given([LIU, on("finish-service", "A001")]);
		day.given([LIU, { type: "take-back-ticket", counterId: "1", ticketId: "20261123-A001" }]);
		expect(raisedBy(day, "11:30")).toEqual([]);
		expect(nextDueAt(day.state)).toBe(at("21:00"));
	});

	it("[ALR-10] is counted in the day's report, and forgotten by nobody who wakes", () => {
		const day = aLongService();
		raisedBy(day, "10:00");
		const woken = restoreSnapshot(snapshotOf(day.state));
		expect(woken && nextDueAt(woken)).toBe(nextDueAt(day.state));
		day.given([MANAGER, { type: "close-day" }]);
		expect(kinds(day)).toEqual([]);
		expect(reportOf(day.commits)?.alerts).toMatchObject([{ kind: "long-service", raised: 1 }]);
	});
});

/** Three wait for the desk, where nobody sits. */
function aLongLine(): Day {
	return aDay()
		.onDuty(MANAGER, HEAD)
		.given([MANAGER, issue("account-opening")], "09:01", [MANAGER, issue("account-opening")], "09:14", [
			MANAGER,
			issue("account-opening"),
		]);
}

describe("a wait that is too long", () => {
	it("[ALR-11] [ALR-25] is told once for its line, however many wait in it, about who waits longest", () => {
		const day = aLongLine();
		expect(nextDueAt(day.state)).toBe(at("09:15"));
		expect(raisedBy(day, "09:14:59")).toEqual([]);
		expect(raisedBy(day, "09:16")).toEqual(["alert-raised"]);
		expect(kinds(day)).toEqual([["long-wait", "over-limit", "account-opening"]]);
		const [first] = [...day.state.tickets.values()];
		expect([...day.state.alerts.values()][0]?.where).toEqual({ kind: "ticket", ticketId: first?.id });
		// Also when who waited longest is there no more: the line is what is to be looked at.
		day.given([MANAGER, { type: "cancel-ticket", ticketId: first?.id ?? "" }]);
		expect(staffView(day.state).alerts).toMatchObject([{ kind: "long-wait", service: "account-opening" }]);
		expect(raisedBy(day, "09:30")).not.toContain("alert-raised");
	});

	it("[ALR-11] ends by itself once nobody waits too long, and not at every call", () => {
		const day = aLongLine();
		raisedBy(day, "09:16");
		day.given([WANG, open("5")], [WANG, callNext("5")]);
		// The second has waited for a quarter of an hour, too.
		expect(kinds(day)).toHaveLength(1);
		const next = (number: string): [typeof WANG, Command][] => [
			[WANG, on("mark-no-show", number)],
			[WANG, callNext("5")],
		];
		const [a, b] = [...day.state.tickets.values()].map(({ number }) => number);
		day.given(...next(a ?? ""));
		expect(kinds(day)).toEqual([]);
		expect(b).toBeDefined();
	});

	it("[ALR-11] raises another only for who was not too long already when it was raised", () => {
		const day = aLongLine();
		raisedBy(day, "09:16");
		const [id = ""] = [...day.state.alerts.keys()];
		day.given([MANAGER, { type: "accept-alert", alertId: id }], [MANAGER, { type: "end-alert", alertId: id }]);
		expect(raisedBy(day, "09:17")).toEqual([]);
		expect(nextDueAt(day.state)).toBe(at("09:29"));
		expect(raisedBy(day, "09:29")).toEqual(["alert-raised"]);
	});

	it("[ALR-11] is seen ahead where the twin foresees much more than the limit", () => {
		const day = aDay()
			.onDuty(MANAGER, HEAD)
			.given([CHEN, open("1")]);
		for (let number = 0; number < 20; number++) day.at(at("09:00") + number * 12_000).given([KIOSK, issue("cash")]);
		day.given([CHEN, callNext("1")]);
		const { quote, issuedAt } = [...day.state.tickets.values()].at(-1) ?? {};
		expect((quote?.at ?? 0) + (quote?.p50Ms ?? 0) - (issuedAt ?? 0)).toBeGreaterThan(19 * 60_000);
		expect(raisedBy(day, "09:09")).toEqual(["alert-raised"]);
		expect(kinds(day)).toEqual([["long-wait", "foreseen", "cash"]]);
	});

	it("[ALR-11] hurries nobody once the day has ended", () => {
		const day = aLongLine().given([MANAGER, { type: "close-day" }]);
		expect(nextDueAt(day.state)).toBeNull();
		expect(raisedBy(day, "10:00")).toEqual([]);
	});
});
