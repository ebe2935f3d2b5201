import { describe, expect, it } from "vitest";
import { pick } from "../../worker/domain/dispatch.ts";
import {
	aDay,
	at,
	callByName,
	callNext,
	configured,
	gist,
	id,
	issue,
	KIOSK,
	LIU,
	MANAGER,
	on,
	open,
	WANG,
	XU,
} from "./a-day.ts";

type Waiting = {
	readonly name: string;
	readonly came: number;
	readonly class?: string;
	readonly rank?: number;
	readonly headStart?: number;
	readonly overtaken?: number;
	readonly budget?: number;
};

/** Minutes for milliseconds: only their order counts. */
function chosen(...waiting: Waiting[]): string | undefined {
	const contenders = waiting.map((each, ordinal) => ({
		name: each.name,
		class: each.class ?? "ordinary",
		rank: each.rank ?? 3,
		queuedAt: each.came,
		orderAt: each.came - (each.headStart ?? 0),
		ordinal,
		overtaken: each.overtaken ?? 0,
		budget: each.budget ?? 4,
	}));
	return pick(contenders)?.name;
}

const high = { class: "high", rank: 1 };

describe("pick", () => {
	it.each<[string, Waiting[], string | undefined]>([
		["nobody waits", [], undefined],
		[
			"the lowest rank",
			[
				{ name: "ordinary", came: 1 },
				{ name: "high", came: 9, ...high },
			],
			"high",
		],
		[
			"the earliest of one rank",
			[
				{ name: "later", came: 2 },
				{ name: "earlier", came: 1 },
			],
			"earlier",
		],
		[
			"head start counts within a rank",
			[
				{ name: "a", came: 1 },
				{ name: "mid", came: 4, headStart: 4 },
			],
			"mid",
		],
		[
			"and only that far",
			[
				{ name: "a", came: 1 },
				{ name: "mid", came: 6, headStart: 4 },
			],
			"a",
		],
		[
			"but not across ranks",
			[
				{ name: "a", came: 1, headStart: 60 },
				{ name: "high", came: 9, ...high },
			],
			"high",
		],
		[
			"a tie goes by order of issue",
			[
				{ name: "first", came: 1 },
				{ name: "second", came: 1 },
			],
			"first",
		],
	])("[QUE-2] no budget spent: %s", (_, waiting, expected) => {
		expect(chosen(...waiting)).toBe(expected);
	});

	it.each<[string, Waiting[], string]>([
		[
			"it goes before any later one",
			[
				{ name: "spent", came: 1, overtaken: 4 },
				{ name: "high", came: 2, ...high },
			],
			"spent",
		],
		[
			"the oldest of them",
			[
				{ name: "spent later", came: 3, overtaken: 9 },
				{ name: "spent first", came: 2, overtaken: 4 },
			],
			"spent first",
		],
		[
			"unless an even older one has a higher class",
			[
				{ name: "high", came: 1, ...high },
				{ name: "spent", came: 2, overtaken: 4 },
			],
			"high",
		],
		[
			"of several of those the highest class",
			[
				{ name: "high", came: 1, ...high },
				{ name: "green", came: 2, class: "green", rank: 0 },
				{ name: "spent", came: 3, overtaken: 4 },
				{ name: "late green", came: 4, class: "green", rank: 0 },
			],
			"green",
		],
		[
			"an older one of a lower class lets it go first",
			[
				{ name: "low", came: 1, class: "low", rank: 5 },
				{ name: "spent", came: 2, overtaken: 4 },
			],
			"spent",
		],
		[
			"a budget of none means nobody later goes before",
			[
				{ name: "a", came: 1, budget: 0 },
				{ name: "h", came: 2, ...high },
			],
			"a",
		],
		[
			"overrides may have spent more than there was",
			[
				{ name: "named over", came: 1, overtaken: 6 },
				{ name: "high", came: 2, ...high },
			],
			"named over",
		],
	])("[QUE-1] a budget is spent: %s", (_, waiting, expected) => {
		expect(chosen(...waiting)).toBe(expected);
	});

	it("[QUE-3] an older one of the same class goes first, although it was away while the other was overtaken", () => {
		const back = { name: "was on hold", came: 1, overtaken: 0 };
		expect(chosen({ name: "spent", came: 2, overtaken: 4 }, back)).toBe("was on hold");
		expect(chosen({ name: "spent", came: 2, overtaken: 4 }, { ...back, class: "potential" })).toBe("spent");
	});
});

describe("who is overtaken", () => {
	/** Three in line for cash from 09:00 on, one every minute; B001 for the desk is older than the last two. */
	const line = () =>
		aDay().given(
			"09:00",
			[KIOSK, issue("cash")],
			[KIOSK, issue("corporate")],
			"09:01",
			[KIOSK, issue("cash")],
			"09:02",
			[MANAGER, issue("cash", { class: "high" })],
			[LIU, open("1")],
		);

	it("[QUE-1] every earlier ticket that this counter could have served, and no other", () => {
		const day = line();
		expect(day.when(LIU, callNext("1"))).toMatchObject({
			events: [{ ticketId: id("A003"), passed: [id("A001"), id("A002")] }],
		});
		expect(["A001", "A002", "A003", "E001"].map((number) => day.ticket(number).overtaken)).toEqual([1, 1, 0, 0]);
	});

	it("[QUE-1] whoever is on hold, called elsewhere or meant for another counter is not overtaken", () => {
		const day = line().given([WANG, open("5")], [KIOSK, issue("transfer")], [XU, open("8")], [XU, callNext("8")]);
		day.given([LIU, on("hold-ticket", "A001")], [MANAGER, on("transfer-ticket", "A002", { counterId: "8" })]);
		day.given([MANAGER, issue("cash", { class: "green" })]);
		expect(day.when(LIU, callNext("1"))).toMatchObject({ events: [{ ticketId: id("A004"), passed: [id("B001")] }] });
	});

	it("[QUE-1] a budget of four lets four pass, then it is the ticket's turn", () => {
		const day = aDay().given("09:00", [KIOSK, issue("cash")], [LIU, open("1")]);
		const order: string[] = [];
		for (let each = 0; each < 6; each++) {
			day.given([MANAGER, issue("cash", { class: "high" })]);
			const answer = day.answer(LIU, callNext("1"));
			const number = answer.status === "done" ? (answer.number ?? "") : answer.code;
			order.push(number);
			day.given([LIU, on("mark-no-show", number)]);
		}
		expect(order).toEqual(["A002", "A003", "A004", "A005", "A001", "A006"]);
	});
});

describe("a named call", () => {
	const line = () =>
		aDay().given(
			"09:00",
			[KIOSK, issue("cash")],
			"09:01",
			[KIOSK, issue("cash")],
			"09:02",
			[KIOSK, issue("cash")],
			[LIU, open("1")],
		);
	const base = { type: "ticket-called", counterId: "1", staffId: "liu-yang" };

	it("[QUE-5] of the next ticket is an ordinary call, whatever reason is given", () => {
		for (const reason of [undefined, "because"]) {
			const day = line();
			expect(day.when(LIU, callByName("1", "A001", reason))).toEqual({
				events: [{ ...base, ticketId: id("A001"), passed: [] }],
			});
			expect(day.state.tally.overrides).toBe(0);
		}
	});

	it("[QUE-5] out of order needs a reason", () => {
		const day = line();
		expect(day.when(LIU, callByName("1", "A003"))).toEqual({ refused: "reason-required", detail: "A003" });
		expect(day.counter("1").ticketId).toBeNull();
	});

	it("[QUE-5] out of order counts as an overtake for everybody it passes and is listed", () => {
		const day = line();
		const override = { reason: "faint" };
		expect(day.when(LIU, callByName("1", "A003", "faint"))).toEqual({
			events: [{ ...base, ticketId: id("A003"), passed: [id("A001"), id("A002")], override }],
		});
		expect([day.ticket("A001").overtaken, day.ticket("A002").overtaken, day.state.tally.overrides]).toEqual([1, 1, 1]);
	});

	it("[QUE-5] of an older one than the next passes nobody and is an override all the same", () => {
		const day = line().given([MANAGER, issue("cash", { class: "green" })]);
		expect(day.when(LIU, callByName("1", "A001", "first come"))).toMatchObject({
			events: [{ passed: [], override: { reason: "first come" } }],
		});
	});

	it("[CMD-4] two taps never call two customers", () => {
		const day = line();
		expect(gist(day.when(LIU, callNext("1")))).toEqual(["ticket-called"]);
		expect(day.when(LIU, callNext("1"))).toEqual({ refused: "counter-busy", detail: id("A001") });
		expect(day.when(LIU, callByName("1", "A002", "twice"))).toEqual({ refused: "counter-busy", detail: id("A001") });
		day.given([LIU, on("start-service", "A001")]);
		expect(day.when(LIU, callNext("1"))).toEqual({ refused: "counter-busy", detail: id("A001") });
		expect(day.ticket("A002").status).toBe("waiting");
	});

	it("[CMD-4] with nobody to call it says so", () => {
		expect(
			aDay()
				.given([KIOSK, issue("corporate")], [LIU, open("1")])
				.when(LIU, callNext("1")),
		).toEqual({
			refused: "nobody-waiting",
		});
	});
});

describe("an appointment", () => {
	/** Walk-ins every minute from `from`, then whoever is called one after the other. */
	const order = (walkIns: string[], comes: string, appointed: string) => {
		const day = aDay(configured((each) => (each.limits.returnGraceMs = 0)));
		const arrivals: [time: string, appointmentAt: number | null][] = [
			...walkIns.map((time): [string, null] => [time, null]),
			[comes, at(appointed)],
		];
		const names = new Map<string, string>();
		for (const [time, appointmentAt] of arrivals.sort(([a], [b]) => (a < b ? -1 : 1))) {
			const answer = day.at(time).answer(MANAGER, issue("cash", appointmentAt === null ? {} : { appointmentAt }));
			if (answer.status === "done") names.set(answer.ticketId ?? "", appointmentAt === null ? time : "appointment");
		}
		day.given([LIU, open("1")]);
		return arrivals.map(() => {
			const answer = day.answer(LIU, callNext("1"));
			if (answer.status !== "done") return answer.code;
			day.given([LIU, on("cancel-ticket", answer.number ?? "")]);
			return names.get(answer.ticketId ?? "");
		});
	};

	it.each([
		["kept to the minute: 20 minutes ahead", "10:00", "10:00", ["09:30", "appointment", "09:50", "09:55"]],
		["a little late: ahead as of the arrival", "10:10", "10:00", ["09:30", "09:50", "appointment", "09:55"]],
		["too late: a walk-in like any other", "10:11", "10:00", ["09:30", "09:50", "09:55", "appointment"]],
		["early: as of the appointed time", "09:10", "10:12", ["09:30", "09:50", "appointment", "09:55"]],
		["very early: after those who come first", "09:10", "11:00", ["09:30", "09:50", "09:55", "appointment"]],
	])("[QUE-7] %s", (_, comes, appointed, expected) => {
		expect(order(["09:30", "09:50", "09:55"], comes, appointed)).toEqual(expected);
	});

	it("[QUE-7] early by an hour it competes as of the appointed time however many come in between", () => {
		const walkIns = ["09:05", "09:10", "09:15", "09:20", "09:25", "09:30", "09:35"];
		expect(order(walkIns, "09:00", "10:00")).toEqual([...walkIns, "appointment"]);
	});
});
