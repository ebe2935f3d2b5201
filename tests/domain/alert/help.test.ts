import { describe, expect, it } from "vitest";
import type { Actor } from "../../../schema/actor.ts";
import type { HelpReason } from "../../../schema/hall/alert.ts";
import type { Command } from "../../../schema/hall/command.ts";
import { OPEN_HELP_CALLS_MAX, OPEN_HELP_CALLS_OF_DEVICES_MAX } from "../../../schema/limits.ts";
import { factsOf } from "../../../worker/domain/report/day-facts.ts";
import { staffView } from "../../../worker/domain/view/staff-view.ts";
import { aDay, KIOSK, LIU, MANAGER, open, staff } from "../a-day.ts";

const ask = (reason: HelpReason, counterId?: string): Command => ({
	type: "ask-for-help",
	reason,
	...(counterId === undefined ? {} : { counterId }),
});
const kiosk = (number: number): Actor => ({ ...KIOSK, deviceId: `kiosk-${number}` }) as Actor;
const teller = (number: number): Actor => staff(`teller-${number}`, "closed-teller");
const openCalls = (day: ReturnType<typeof aDay>) =>
	[...day.state.alerts.values()].filter((alert) => alert.acceptedAt === null);

describe("help", () => {
	it("[HLP-1] asked for again by the same sender for the same is one call, which has waited since the first", () => {
		const day = aDay().given([LIU, open("1")]);
		const first = day.now;
		for (let touch = 0; touch < 20; touch++) {
			day.at(first + touch * 300);
			expect(day.answer(KIOSK, ask("customer"))).toMatchObject({ status: "done", alertId: "h3" });
		}
		expect(openCalls(day)).toHaveLength(1);
		expect(openCalls(day)[0]).toMatchObject({ raisedAt: first, raisedBy: "kiosk" });
		expect(factsOf(day.commits.slice(1))?.alerts.size).toBe(1);
		expect(factsOf(day.commits.slice(1))?.alerts.get("h3")?.raisedAt).toBe(first);
		// Another reason, another kiosk, and the same one once somebody has come: a call of its own.
		day.given([KIOSK, ask("device")], [kiosk(2), ask("customer")], [MANAGER, { type: "accept-alert", alertId: "h3" }]);
		expect(openCalls(day)).toHaveLength(2);
		day.given([KIOSK, ask("customer")]);
		expect(openCalls(day)).toHaveLength(3);
	});

	it("[HLP-1] asked for again from another counter, the call says where now", () => {
		const day = aDay().given([LIU, ask("authorisation", "1")], [LIU, ask("authorisation", "2")]);
		expect(openCalls(day).map(({ id, where }) => [id, where])).toEqual([["h2", { kind: "counter", counterId: "2" }]]);
	});

	it("[HLP-1] shows staff who asked as before, and nothing of how repeats are told apart", () => {
		const day = aDay().given([KIOSK, ask("customer")], [KIOSK, ask("customer")]);
		expect(staffView(day.state).alerts).toEqual([
			{
				id: "h2",
				kind: "help",
				reason: "customer",
				where: null,
				raisedBy: "kiosk",
				raisedAt: day.now,
				told: { roles: ["lobby-manager", "stand-in", "lobby-usher", "branch-head", "deputy-head"], persons: [] },
				rings: true,
				urgent: false,
				acceptedBy: null,
				acceptedAt: null,
				passedOn: null,
				escalatedAt: null,
			},
		]);
	});

	it("[HLP-2] that devices ask for leaves room to staff, and staff to no emergency's harm", () => {
		const day = aDay();
		for (let each = 1; each <= OPEN_HELP_CALLS_OF_DEVICES_MAX; each++) day.given([kiosk(each), ask("customer")]);
		expect(day.when(kiosk(99), ask("customer"))).toEqual({ refused: "help-calls-full" });
		// Asked again, an open call needs no room.
		day.given([kiosk(1), ask("customer")]);
		const left = OPEN_HELP_CALLS_MAX - OPEN_HELP_CALLS_OF_DEVICES_MAX;
		for (let each = 1; each <= left; each++) day.given([teller(each), ask("queue")]);
		expect(day.when(teller(99), ask("queue"))).toEqual({ refused: "help-calls-full" });
		day.given([teller(99), ask("emergency")], [kiosk(99), ask("emergency")], [LIU, ask("emergency", "1")]);
		day.given([MANAGER, { type: "accept-alert", alertId: "h2" }], [teller(99), ask("queue")]);
	});

	it("[HLP-2] that nobody answers is forgotten: six hours later there is room", () => {
		const day = aDay();
		for (let each = 1; each <= OPEN_HELP_CALLS_OF_DEVICES_MAX; each++) day.given([kiosk(each), ask("customer")]);
		for (let each = 1; each <= 5; each++) day.given([teller(each), ask("queue")]);
		day.at("09:29").given([kiosk(1), ask("customer")]);
		day.at("09:31").given([kiosk(88), ask("customer")]);
		// What was asked again two minutes ago still stands; the others of the devices are gone, those of staff are not.
		expect(openCalls(day)).toHaveLength(2 + 5);
		day.at("15:00").given([LIU, ask("customer")]);
		expect(openCalls(day)).toHaveLength(1);
	});
});
