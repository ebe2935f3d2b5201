import { describe, expect, it } from "vitest";
import { NEEDS } from "../../../rules/ticket/need.ts";
import type { Command } from "../../../schema/hall/command.ts";
import { displayView } from "../../../worker/domain/view/display-view.ts";
import { staffView } from "../../../worker/domain/view/staff-view.ts";
import { statusView } from "../../../worker/domain/view/status-view.ts";
import { ticketView } from "../../../worker/domain/view/ticket-view.ts";
import { aDay, CHEN, callNext, customer, id, issue, KIOSK, LIU, MANAGER, open, pad } from "../a-day.ts";

const withNeed = (needs: readonly string[], more: object = {}) => ({ ...issue("cash", more), needs }) as Command;

describe("what a customer needs", () => {
	it.each(NEEDS)("[TKT-16] %s: staff see it, and the green channel follows unless it is another language", (need) => {
		const day = aDay().given([MANAGER, withNeed([need])]);
		expect(day.ticket("A001")).toMatchObject({ needs: [need], class: need === "language" ? "unknown" : "green" });
		expect(staffView(day.state).tickets[0]?.needs).toEqual([need]);
	});

	it("[TKT-16] a class that staff name goes before it", () => {
		const day = aDay().given([MANAGER, withNeed(["age", "age"], { class: "mid" })]);
		expect(day.ticket("A001")).toMatchObject({ needs: ["age"], class: "mid" });
	});

	it("[TKT-16] no device and no customer says so", () => {
		const day = aDay().given([MANAGER, issue("cash")]);
		for (const actor of [KIOSK, pad("1"), customer("A001")]) {
			expect(day.when(actor, withNeed(["ill"]))).toHaveProperty("refused");
		}
		expect(day.when(KIOSK, withNeed(["ill"]))).toEqual({ refused: "class-not-allowed" });
	});

	it("[TKT-17] whose language is another is called in it first, whoever says so, and stands in line as before", () => {
		const english = { ...issue("cash"), language: "en" } as Command;
		const day = aDay().given([KIOSK, issue("cash")], [KIOSK, english], [MANAGER, withNeed(["language"])]);
		const said = staffView(day.state).tickets.map(({ language }) => language);
		expect(said).toEqual([undefined, "en", "en"]);
		expect(day.ticket("A002")).toMatchObject({ class: day.ticket("A001").class, rank: day.ticket("A001").rank });
		day.given([LIU, open("1")], [LIU, callNext("1")], [CHEN, open("2")], [CHEN, callNext("2")]);
		const spoken = displayView(day.state).calls.map((call) => [call.id, call.language]);
		expect(Object.fromEntries(spoken)).toEqual({ A001: undefined, A002: "en" });
	});

	it("[TKT-16] nothing that a customer sees tells of it", () => {
		const day = aDay().given([MANAGER, withNeed(["pregnancy"])]);
		const seen = [displayView(day.state), ticketView(day.state, id("A001")), statusView(day.state, 0)];
		for (const view of seen) expect(JSON.stringify(view)).not.toMatch(/pregnancy|needs|green/);
	});
});
