import { describe, expect, it } from "vitest";
import { PAST_CALLS_PER_ZONE_MAX } from "../../../schema/limits.ts";
import type { CallState } from "../../../worker/domain/hall/branch-state.ts";
import { initialState } from "../../../worker/domain/hall/branch-state.ts";
import { withCall } from "../../../worker/domain/queue/board-calls.ts";
import { displayView } from "../../../worker/domain/view/display-view.ts";
import { aDay, CHEN, CONFIGURATION, callNext, issue, KIOSK, LIU, MANAGER, on, open, WANG } from "../a-day.ts";

const called = () =>
	aDay().given([KIOSK, issue("cash")], [KIOSK, issue("cash")], [LIU, open("1")], [LIU, callNext("1")]);
const onBoard = (day: ReturnType<typeof aDay>) =>
	displayView(day.state).calls.map((call) => [call.id, call.active, call.serving ?? false]);

describe("a call on the board", () => {
	it("[VIEW-4] stays while its customer is at the counter, however many are called elsewhere", () => {
		const day = aDay().given([KIOSK, issue("corporate")], [WANG, open("5")], [WANG, callNext("5")], [LIU, open("1")]);
		const first = day.state.calls[0]?.number;
		for (let each = 1; each <= 30; each++) {
			const number = `A${String(each).padStart(3, "0")}`;
			day.given([KIOSK, issue("cash")], [LIU, callNext("1")], [LIU, on("mark-no-show", number)]);
		}
		const { calls } = displayView(day.state);
		expect(calls.find((call) => call.id === first)).toMatchObject({ counterId: "5", active: true });
		expect(calls.filter((call) => !call.active)).toHaveLength(PAST_CALLS_PER_ZONE_MAX);
	});

	it("[VIEW-4] of sixty counters that call at once every one stands there", () => {
		const { counters: configured } = CONFIGURATION;
		const counters = Array.from({ length: 60 }, (_, index) => ({ ...configured[0]!, id: `c${index}` }));
		const state = initialState("b");
		state.configuration = { ...CONFIGURATION, counters };
		for (const [index, { id }] of counters.entries()) {
			const call: CallState = { number: `A${index}`, ticketId: `t${index}`, counterId: id, calledAt: 0, times: 1 };
			state.counters.set(id, { id, ticketId: call.ticketId } as never);
			state.calls = withCall(state, call);
		}
		expect(state.calls).toHaveLength(60);
	});

	it("[VIEW-4] says that its service has begun, and is past once it is over", () => {
		const day = called();
		expect(onBoard(day)).toEqual([["A001", true, false]]);
		day.given([LIU, on("start-service", "A001")]);
		expect(onBoard(day)).toEqual([["A001", true, true]]);
		day.given([LIU, on("finish-service", "A001", { outcome: "done" })]);
		expect(onBoard(day)).toEqual([["A001", false, false]]);
	});

	it.each([
		["transferred", [MANAGER, on("transfer-ticket", "A001", { counterId: "2" })]],
		["put on hold", [LIU, on("hold-ticket", "A001")]],
		["cancelled", [MANAGER, on("cancel-ticket", "A001")]],
	] as const)("[VIEW-4] goes with a customer who was %s: nobody is sent where nobody waits for them", (_, step) => {
		const day = called().given([CHEN, open("2")], [...step]);
		expect(onBoard(day)).toEqual([]);
	});

	it("[VIEW-4] of a missed customer goes when that one returns to the line", () => {
		const missed = () => called().given([LIU, on("mark-no-show", "A001")]);
		expect(onBoard(missed())).toEqual([["A001", false, false]]);
		expect(onBoard(missed().given([MANAGER, on("return-ticket", "A001")]))).toEqual([]);
	});
});
