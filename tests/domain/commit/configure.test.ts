import { describe, expect, it } from "vitest";
import type { BranchConfiguration } from "../../../schema/hall/configuration.ts";
import {
	aDay,
	CHEN,
	callNext,
	configured,
	gist,
	HEAD,
	issue,
	KIOSK,
	LIU,
	MANAGER,
	OPERATOR,
	on,
	open,
	WANG,
} from "../a-day.ts";

type Change = (configuration: BranchConfiguration) => void;
const configure = (change: Change) => ({ type: "configure", configuration: configured(change) }) as const;

const withoutService =
	(id: string): Change =>
	(each) => {
		each.services = each.services.filter((service) => service.id !== id);
		for (const counter of each.counters) {
			for (const mode of counter.modes) mode.services = mode.services.filter((service) => service !== id);
			counter.modes = counter.modes.filter((mode) => mode.services.length > 0);
		}
		for (const member of each.staff) member.services = member.services.filter((service) => service !== id);
	};
const withoutClass =
	(id: string): Change =>
	(each) => {
		each.dispatch.classes = each.dispatch.classes.filter((ticketClass) => ticketClass.id !== id);
	};
const withoutCounter =
	(id: string): Change =>
	(each) => {
		each.counters = each.counters.filter((counter) => counter.id !== id);
	};
const withoutMode =
	(counterId: string, modeId: string): Change =>
	(each) => {
		const counter = each.counters.find((one) => one.id === counterId);
		if (counter !== undefined) counter.modes = counter.modes.filter((mode) => mode.id !== modeId);
	};
const withoutPerson =
	(id: string): Change =>
	(each) => {
		each.staff = each.staff.filter((member) => member.id !== id);
	};
const mayNot =
	(staffId: string, service: string): Change =>
	(each) => {
		for (const member of each.staff) {
			if (member.id === staffId) member.services = member.services.filter((id) => id !== service);
		}
	};

/** Liu is at 1, Wang at 6 for the firm's business; A001 (mid) waits for cash, D001 is on hold. */
const open0900 = () =>
	aDay().given(
		[LIU, open("1")],
		[WANG, open("6", { modeId: "corporate" })],
		[MANAGER, issue("cash", { class: "mid" })],
		[KIOSK, issue("wealth")],
		[MANAGER, on("hold-ticket", "D001")],
	);

describe("a configuration that takes something away while the branch works", () => {
	it.each<[string, Change, string]>([
		["a service somebody waits for", withoutService("cash"), "cash"],
		["a service somebody on hold will need", withoutService("wealth"), "wealth"],
		["the class of somebody who waits", withoutClass("mid"), "mid"],
		["an open counter", withoutCounter("6"), "6"],
		["the mode an open counter is in", withoutMode("6", "corporate"), "6"],
		["what an open counter does", withoutService("bill-payment"), "1"],
		["what the person there may do", mayNot("liu-yang", "transfer"), "1"],
		["the person signed on", withoutPerson("wang-fang"), "6"],
	])("[CFG-3] %s: refused, naming it, and nothing changes", (_, change, detail) => {
		const day = open0900();
		const before = day.state;
		expect(day.when(OPERATOR, configure(change))).toEqual({ refused: "configuration-in-use", detail });
		expect(day.state.configuration).toBe(before.configuration);
		expect(day.state.counters).toEqual(before.counters);
	});

	it.each<[string, Change]>([
		["a service nobody waits for and no open counter does", withoutService("loan")],
		["a class of nobody", withoutClass("private")],
		["a closed counter", withoutCounter("2")],
		["a mode that is not in use", withoutMode("6", "desk")],
		["a person who is not signed on", withoutPerson("sun-lei")],
	])("[CFG-3] %s: that holds at once", (_, change) => {
		const day = open0900();
		expect(gist(day.when(OPERATOR, configure(change)))).toEqual(["branch-configured"]);
		expect(day.state.configuration).toEqual(configured(change));
		expect([...day.state.counters.keys()]).toEqual(day.state.configuration.counters.map((counter) => counter.id));
		expect(day.counter("1")).toMatchObject({ status: "open", staffId: "liu-yang" });
	});

	it("[CFG-3] what has ended no longer stands in the way", () => {
		const day = open0900().given([MANAGER, on("cancel-ticket", "D001")]);
		expect(gist(day.when(OPERATOR, configure(withoutService("wealth"))))).toEqual(["branch-configured"]);
	});

	it.each([
		["before the day", aDay()],
		["after it", open0900().given([HEAD, { type: "close-day" }])],
	])("[CFG-3] %s anything may go", (_, day) => {
		const all: Change = (each) => {
			for (const change of [withoutService("cash"), withoutCounter("6"), withoutClass("mid")]) change(each);
		};
		expect(gist(day.when(OPERATOR, configure(all)))).toEqual(["branch-configured"]);
		expect(day.state.counters.has("6")).toBe(false);
	});

	it("[CFG-3] another branch's configuration is not this one's", () => {
		const foreign = configure((each) => (each.branchId = "bj-guomao"));
		expect(aDay().when(OPERATOR, foreign)).toEqual({ refused: "wrong-place", detail: "bj-guomao" });
		expect(aDay().state.configuration.branchId).toBe("sh-lujiazui");
	});
});

describe("a configuration that adds something while the branch works", () => {
	it("[CFG-3] a new service can be asked for at once, and an open counter allowed to does it", () => {
		const change: Change = (each) => {
			const cash = each.services[0];
			if (cash !== undefined) each.services.push({ ...cash, id: "coins", series: "F" });
			for (const counter of each.counters) counter.modes[0]?.services.push("coins");
			for (const member of each.staff) if (member.id === "liu-yang") member.services.push("coins");
		};
		const day = open0900();
		const services = [...day.counter("1").services, "coins"];
		expect(day.when(OPERATOR, configure(change))).toMatchObject({
			events: [
				{ type: "branch-configured" },
				{ type: "counter-mode-changed", counterId: "1", modeId: "cash", services },
			],
		});
		expect(day.answer(KIOSK, issue("coins"))).toMatchObject({ number: "F001" });
		expect(day.counter("1").services).toContain("coins");
		expect(day.counter("6").services).toEqual(["corporate"]);
	});

	it("[CFG-3] new tickets follow the new policy, those already given keep theirs", () => {
		const day = open0900().given([
			OPERATOR,
			configure((each) => {
				for (const ticketClass of each.dispatch.classes) ticketClass.overtakeBudget = 1;
			}),
		]);
		day.given([KIOSK, issue("cash")]);
		expect([day.ticket("A001").budget, day.ticket("A002").budget]).toEqual([10, 1]);
	});

	it("[CFG-3] a new counter can be opened, one in use goes on with its customer", () => {
		const day = open0900().given([LIU, callNext("1")]);
		day.given([OPERATOR, configure((each) => each.counters.push({ ...each.counters[0]!, id: "13" }))]);
		expect(day.counter("1").ticketId).toBe(day.ticket("A001").id);
		expect(gist(day.when(CHEN, open("13")))).toEqual(["counter-opened"]);
	});
});
