import { describe, expect, it } from "vitest";
import { DisplayView, StaffView, StatusView, TicketView } from "../../../schema/hall/view.ts";
import { displayView } from "../../../worker/domain/view/display-view.ts";
import { keyedDiff } from "../../../worker/domain/view/keyed-diff.ts";
import { staffView } from "../../../worker/domain/view/staff-view.ts";
import { statusView } from "../../../worker/domain/view/status-view.ts";
import { ticketView } from "../../../worker/domain/view/ticket-view.ts";
import {
	aDay,
	at,
	CHEN,
	callNext,
	configured,
	id,
	issue,
	KIOSK,
	LIU,
	linkOf,
	MANAGER,
	OPERATOR,
	on,
	open,
	SUN,
	XU,
} from "../a-day.ts";

/** Liu calls A001 at counter 1, Xu calls D001 at counter 8, whose zone is not announced; A002 and B001 wait. */
const hall = () =>
	aDay().given(
		"09:00",
		[KIOSK, issue("cash")],
		[KIOSK, issue("wealth")],
		"09:05",
		[KIOSK, issue("cash")],
		[KIOSK, issue("transfer")],
		[LIU, open("1")],
		[XU, open("8")],
		"09:10",
		[LIU, callNext("1")],
		[MANAGER, on("transfer-ticket", "D001", { staffId: "xu-na" })],
		[MANAGER, on("transfer-ticket", "A002", { counterId: "1" })],
		[MANAGER, on("transfer-ticket", "B001", { counterId: "8" })],
		[XU, callNext("8")],
	);

describe("the lobby screen", () => {
	it("[VIEW-1] shows who is called where, who is next and how many wait, and is exactly its schema", () => {
		const view = displayView(hall().state);
		expect(DisplayView.parse(view)).toEqual(view);
		expect(view.calls).toEqual([{ id: "A001", counterId: "1", calledAt: at("09:10"), active: true }]);
		expect(view.next).toEqual([{ id: "next", numbers: ["A002"] }]);
		expect(view.counters[0]).toMatchObject({ id: "1", status: "open", number: "A001" });
		// A002 alone: the counter that D001 waits for does no cash.
		expect(view.services.find((each) => each.id === "cash")).toMatchObject({ waiting: 1, served: true });
		expect(view.services.find((each) => each.id === "corporate")).toMatchObject({ waiting: 0, served: false });
	});

	it("[VIEW-1] has nothing of a zone that keeps its calls to itself", () => {
		const view = displayView(hall().state);
		const text = JSON.stringify(view);
		expect(view.zones.map((zone) => zone.id)).not.toContain("vip");
		expect(view.counters.map((counter) => counter.id)).toEqual(["1", "2", "3", "4", "5", "6", "7", "10", "11", "12"]);
		for (const hidden of ["D001", "B001", "vip", "专属服务区", "8号窗口", "Counter 8"])
			expect(text).not.toContain(hidden);
	});

	it("[VIEW-1] a zone that is hidden later takes its calls along", () => {
		const day = hall().given([
			OPERATOR,
			{
				type: "configure",
				configuration: configured(
					(each) => (each.zones.find((zone) => zone.id === "closed-counters")!.announcesCalls = false),
				),
			},
		]);
		expect(displayView(day.state).calls).toEqual([]);
		expect(JSON.stringify(displayView(day.state))).not.toContain("A001");
	});

	it("[VIEW-1] a call stays on the board when the customer has left, no longer active", () => {
		const day = hall().given([LIU, on("mark-no-show", "A001")]);
		expect(displayView(day.state).calls).toMatchObject([{ id: "A001", active: false }]);
		expect(displayView(day.state).counters[0]?.number).toBeNull();
	});

	it("[VIEW-1] a call for help reaches staff phones and no screen", () => {
		const day = hall();
		const before = { display: displayView(day.state), changed: day.state.changed.display };
		day.given([LIU, { type: "ask-for-help", reason: "emergency", counterId: "1" }]);
		expect(displayView(day.state)).toEqual(before.display);
		expect(day.state.changed.display).toBe(before.changed);
		expect(staffView(day.state).alerts).toMatchObject([
			{ kind: "help", reason: "emergency", where: { kind: "counter", counterId: "1" }, raisedBy: "liu-yang" },
		]);
	});

	it("[SCR-30] tells of a kiosk's call for help in what role somebody comes, and neither who nor to which machine", () => {
		const day = hall().given("09:12", [KIOSK, { type: "ask-for-help", reason: "customer" }]);
		const id = [...day.state.alerts.keys()][0] ?? "";
		expect(day.state.changed.display).toBe(day.state.seq);
		expect(displayView(day.state).help).toEqual([{ id, since: at("09:12"), accepted: false }]);
		day.given("09:13", [MANAGER, { type: "accept-alert", alertId: id }]);
		expect(day.state.changed.display).toBe(day.state.seq);
		expect(displayView(day.state).help).toEqual([{ id, since: at("09:13"), accepted: true, role: "lobby-manager" }]);
		day.given("09:14", [KIOSK, { type: "end-alert", alertId: id }]);
		expect(displayView(day.state).help).toEqual([]);
		expect(day.state.changed.display).toBe(day.state.seq);
	});
});

describe("a ticket's own page", () => {
	it("[VIEW-2] follows its ticket", () => {
		const day = hall();
		expect(TicketView.parse(ticketView(day.state, id("A001")))).toEqual(ticketView(day.state, id("A001")));
		expect(ticketView(day.state, id("A001")).ticket).toEqual([
			{
				id: "ticket",
				number: "A001",
				status: "called",
				outcome: null,
				services: [{ id: "cash", name: { zh: "现金存取", en: "Deposits and withdrawals" } }],
				issuedAt: at("09:00"),
				counter: {
					id: "1",
					label: { zh: "1号窗口", en: "Counter 1" },
					zone: { zh: "封闭式柜台服务区", en: "Closed counters" },
				},
				calledAt: at("09:10"),
				returnBy: null,
			},
		]);
		day.given("09:12", [LIU, on("mark-no-show", "A001")]);
		expect(ticketView(day.state, id("A001")).ticket).toMatchObject([{ status: "no-show", returnBy: at("09:27") }]);
	});

	it("[VIEW-2] of a customer called to a hidden zone says where to go: it is her own", () => {
		expect(ticketView(hall().state, id("D001")).ticket).toMatchObject([{ counter: { id: "8" } }]);
	});

	it("[VIEW-2] of an unknown ticket shows none", () => {
		expect(ticketView(hall().state, id("Z001")).ticket).toEqual([]);
	});

	it("[VIEW-2] carries no class, no link, no number and no name of anybody else", () => {
		const day = hall();
		const text = JSON.stringify(ticketView(day.state, id("A001")));
		for (const other of ["A002", "B001", "D001", "liu-yang", "刘洋", "unknown", linkOf(2), "rank", "budget"]) {
			expect(text).not.toContain(other);
		}
	});
});

describe("what changes with a call", () => {
	it("[VIEW-3] the called ticket, its counter, those overtaken and the tally, and no other record", () => {
		const day = aDay().given([LIU, open("1")], [CHEN, open("2")]);
		for (let each = 0; each < 25; each++) day.given([KIOSK, issue("cash")]);
		day.given([KIOSK, issue("corporate")], [MANAGER, issue("cash", { class: "high" })]);
		day.given([SUN, open("3")], [MANAGER, { type: "ask-for-help", reason: "queue" }], [LIU, callNext("1")]);
		const before = staffView(day.state);
		expect(day.when(CHEN, callNext("2"))).toMatchObject({ events: [{ ticketId: id("A001"), passed: [] }] });
		const patch = keyedDiff(before, staffView(day.state));
		expect(Object.keys(patch.put).sort()).toEqual(["counters", "tickets"]);
		expect(patch.put.tickets?.map((ticket) => ticket.id)).toEqual([id("A001")]);
		expect(patch.put.counters?.map((counter) => counter.id)).toEqual(["2"]);
		expect(patch.remove).toEqual({ quotes: [id("A001")] });
	});

	it("[VIEW-3] of those overtaken only the count is sent", () => {
		const day = aDay().given(
			[LIU, open("1")],
			[KIOSK, issue("cash")],
			[KIOSK, issue("corporate")],
			[KIOSK, issue("cash")],
		);
		day.given([MANAGER, issue("cash", { class: "green" })]);
		const before = staffView(day.state);
		day.given([LIU, callNext("1")]);
		const after = staffView(day.state);
		const patch = keyedDiff(before, after);
		expect(patch.put.tickets?.map((ticket) => ticket.id)).toEqual([id("A003")]);
		expect(before.overtakes).toEqual([]);
		expect(patch.put.overtakes).toEqual([
			{ id: id("A001"), count: 1 },
			{ id: id("A002"), count: 1 },
		]);
	});

	it("[VIEW-3] records of staff and status are exactly their schemas", () => {
		const day = hall().given([LIU, { type: "ask-for-help", reason: "queue" }]);
		expect(StatusView.parse(statusView(day.state, 2))).toEqual(statusView(day.state, 2));
		expect(statusView(day.state, 2).status).toMatchObject([
			{
				waiting: 2,
				serving: 2,
				held: 0,
				countersOpen: 2,
				countersPaused: 0,
				parked: 2,
				oldestReadyAt: at("09:05"),
				openHelpCalls: 1,
			},
		]);
		expect(StaffView.parse(staffView(day.state))).toEqual(staffView(day.state));
	});
});
