import { describe, expect, it } from "vitest";
import type { May } from "../../rules/holding.ts";
import { type CounterAction, workplaceAt } from "../../staff-client/counter/act/counter-actions.ts";
import { directIntention } from "../../staff-client/counter/act/counter-intention.ts";
import { actionOfKey, type KeyFocus } from "../../staff-client/counter/act/counter-keys.ts";
import { counterToWork } from "../../staff-client/counter/counter-choice.ts";
import { counterState } from "../../staff-client/hall/counter-state.ts";
import { callNamed } from "../../staff-client/hall/intention.ts";
import { counterOf, hallOf, minutesAgo, NOW, ticketOf } from "./hall-of.ts";

const CALLED = ticketOf("A1", { status: "called", counterId: "1", since: minutesAgo(1) });
const SERVING = ticketOf("A1", { status: "serving", counterId: "1", since: minutesAgo(3) });
const busy = counterOf("1", { ticketId: "A1" });

const anything = () => true;

function possibleAt(records: Parameters<typeof hallOf>[0], staffId = "anna", may: May = anything): string[] {
	return [...(workplaceAt(hallOf(records), "1", { staffId, may, now: NOW })?.possible ?? [])].sort();
}

describe("[Q2] what can be done at a counter", () => {
	it("[SCR-5] a closed counter can be opened", () =>
		expect(possibleAt({ counters: [counterOf("1", { status: "closed", staffId: null })] })).toEqual([
			"help",
			"keys",
			"open",
		]));
	it("[SCR-5] a free one can call when somebody waits", () => {
		expect(possibleAt({ counters: [counterOf("1")], tickets: [ticketOf("A9")] })).toContain("call-next");
		expect(possibleAt({ counters: [counterOf("1")], tickets: [ticketOf("D9", { services: ["loan"] })] })).not.toContain(
			"call-next",
		);
	});
	it("[SCR-5] a called customer can be started, not finished; no second one is called", () => {
		const possible = possibleAt({ counters: [busy], tickets: [CALLED, ticketOf("A9")] });
		expect(possible).toEqual(expect.arrayContaining(["start", "recall", "no-show", "transfer", "hold", "redirect"]));
		expect(possible).not.toEqual(expect.arrayContaining(["call-next"]));
		expect(possible).not.toEqual(expect.arrayContaining(["finish"]));
	});
	it("[SCR-5] a served one can be finished; the counter neither pauses nor closes meanwhile", () => {
		const possible = possibleAt({ counters: [busy], tickets: [SERVING] });
		expect(possible).toEqual(expect.arrayContaining(["finish", "transfer", "hold", "redirect"]));
		for (const not of ["pause", "close", "start", "recall", "change-mode"]) expect(possible).not.toContain(not);
	});
	it("[SCR-5] modes can be changed where there are several", () => {
		const modes = ["cash", "quick"].map((modeId) => ({
			id: `1.${modeId}`,
			counterId: "1",
			modeId,
			name: { zh: modeId, en: modeId },
		}));
		expect(possibleAt({ counters: [counterOf("1")], modes })).toContain("change-mode");
		expect(possibleAt({ counters: [counterOf("1")] })).not.toContain("change-mode");
	});
	it("[SCR-5] somebody else may only look and ask for help", () =>
		expect(possibleAt({ counters: [busy], tickets: [SERVING] }, "ben")).toEqual(["help", "keys"]));
	it("[SCR-9] nobody signs on whose role does not work at counters, or whom the branch does not know", () => {
		const closed = { counters: [counterOf("1", { status: "closed", staffId: null })] };
		const whyNot = (staffId: string, may: May) =>
			workplaceAt(hallOf(closed), "1", { staffId, may, now: NOW })?.noSignOn ?? null;
		const noCounter: May = (right) => right !== "counter.run";
		expect(possibleAt(closed, "anna", noCounter)).toEqual(["help", "keys"]);
		expect([whyNot("anna", noCounter), whyNot("carl", anything), whyNot("anna", anything)]).toEqual([
			"right",
			"staff-list",
			null,
		]);
		expect(possibleAt(closed, "carl")).toEqual(["help", "keys"]);
	});
	it("[CTR-4] nobody signs on at a kind of counter where no role of theirs works", () => {
		const adviser = { counters: [counterOf("1", { status: "closed", staffId: null })], kinds: ["vip" as const] };
		expect(possibleAt(adviser)).toEqual(["help", "keys"]);
		expect(workplaceAt(hallOf(adviser), "1", { staffId: "anna", may: anything, now: NOW })?.noSignOn).toBe("role");
	});
	it("[SCR-9] nobody does anything without the right to", () => {
		const closed = { counters: [counterOf("1", { status: "closed", staffId: null })] };
		expect(possibleAt(closed, "anna", () => false)).toEqual(["keys"]);
	});
});

describe("what is sent", () => {
	it("[SCR-5] says what the person saw", () => {
		const state = (records: Parameters<typeof hallOf>[0]) => {
			const hall = hallOf(records);
			const counter = hall.counters.get("1");
			if (counter === undefined) throw new Error("no counter 1");
			return counterState(hall, counter, NOW);
		};
		const said = { modeId: "cash", staffId: "anna" };
		expect(directIntention("call-next", state({ counters: [counterOf("1")] }), said)).toEqual({
			command: { type: "call-next", counterId: "1" },
			expect: { counterTicket: null },
		});
		expect(directIntention("finish", state({ counters: [busy], tickets: [SERVING] }), said)).toEqual({
			command: { type: "finish-service", ticketId: "A1" },
			expect: { ticketStatus: "serving" },
		});
		expect(directIntention("finish", state({ counters: [counterOf("1")] }), said)).toBeNull();
		expect(directIntention("open", state({ counters: [counterOf("1")] }), { ...said, modeId: "quick" })).toEqual({
			command: { type: "open-counter", counterId: "1", staffId: "anna", modeId: "quick" },
		});
	});
	it("[Q3] a named call carries its reason, and none when there is none", () => {
		const named = callNamed(counterOf("1"), ticketOf("A9"), "  elderly ");
		expect(named.command).toMatchObject({ type: "call-ticket", ticketId: "A9", reason: "elderly" });
		expect(callNamed(counterOf("1"), ticketOf("A9"), " ").command).not.toHaveProperty("reason");
	});
});

describe("[X4] keys", () => {
	const press = (code: string, more = {}) => ({
		code,
		repeat: false,
		ctrlKey: false,
		altKey: false,
		metaKey: false,
		...more,
	});
	const action = (code: string, possible: string[], focus: KeyFocus = "page", more = {}) =>
		actionOfKey(press(code, more), focus, new Set(possible as CounterAction[]));

	it("[SCR-5] Space opens, calls or resumes, whichever is possible", () => {
		expect(action("Space", ["open"])).toBe("open");
		expect(action("Space", ["call-next"])).toBe("call-next");
		expect(action("Space", ["resume"])).toBe("resume");
		expect(action("Space", ["finish"])).toBeNull();
	});
	it("[SCR-5] a focused button answers Space and Enter itself, letters still work", () => {
		expect(action("Space", ["call-next"], "control")).toBeNull();
		expect(action("Enter", ["start"], "control")).toBeNull();
		expect(action("KeyF", ["finish"], "control")).toBe("finish");
	});
	it("[SCR-5] a chosen radio leaves Space and Enter to the page", () => {
		expect(action("Space", ["open"], "radio")).toBe("open");
		expect(action("Enter", ["start"], "radio")).toBe("start");
	});
	it("[SCR-5] nothing is set off while typing, by a held key or with a modifier", () => {
		expect(action("KeyF", ["finish"], "text")).toBeNull();
		expect(action("KeyF", ["finish"], "page", { repeat: true })).toBeNull();
		expect(action("KeyF", ["finish"], "page", { ctrlKey: true })).toBeNull();
	});
});

describe("the counter worked at", () => {
	it("[SCR-5] is where the person is signed on, else the remembered one if it still exists", () => {
		const hall = hallOf({ counters: [counterOf("1"), counterOf("2", { staffId: null, status: "closed" })] });
		expect(counterToWork(hall, "anna", "2")).toBe("1");
		expect(counterToWork(hall, "ben", "2")).toBe("2");
		expect(counterToWork(hall, "ben", "9")).toBeNull();
		expect(counterToWork(hall, "ben", null)).toBeNull();
	});
});

describe("[Q5] a customer who takes too long", () => {
	const longAt = (records: Parameters<typeof hallOf>[0]) =>
		workplaceAt(hallOf(records), "1", { staffId: "anna", may: anything, now: NOW })?.state.tooLong;
	const served = (minutes: number, service = "cash") => ({
		counters: [busy],
		tickets: [ticketOf("A1", { status: "serving", since: minutesAgo(minutes), services: [service] })],
	});

	it("[SCR-5] shows after two and a half times the usual time, but not below ten minutes", () => {
		expect(longAt(served(9.9))).toBe(false);
		expect(longAt(served(10.1))).toBe(true);
		expect(longAt(served(44, "loan"))).toBe(false);
		expect(longAt(served(46, "loan"))).toBe(true);
	});
	it("[SCR-5] shows when nobody comes to a call for two minutes", () =>
		expect(longAt({ counters: [busy], tickets: [{ ...CALLED, since: minutesAgo(3) }] })).toBe(true));
});
