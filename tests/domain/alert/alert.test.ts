import { describe, expect, it } from "vitest";
import type { Actor, Role } from "../../../schema/actor.ts";
import type { HelpReason } from "../../../schema/hall/alert.ts";
import type { Command } from "../../../schema/hall/command.ts";
import { OPEN_ALERTS_MAX } from "../../../schema/limits.ts";
import { raiseAlert } from "../../../worker/domain/alert/raise.ts";
import { nextDueAt } from "../../../worker/domain/commit/due.ts";
import { restoreSnapshot, snapshotOf } from "../../../worker/domain/hall/branch-state.ts";
import { reportOf } from "../../../worker/domain/report/report.ts";
import { aDay, at, type Day, gist, HEAD, KIOSK, LIU, MANAGER, open, pad, SYSTEM, staff } from "../a-day.ts";

const SUPERVISOR = staff("he-ping", "duty-supervisor");
const IT = staff("it-one", "it-support", { kind: "region", region: "sh" });
const GUARD = staff("guo-qiang", "guard");
const USHER = staff("zhu-lin", "lobby-usher");
const tick: Command = { type: "tick" };
const accept = (alertId: string): Command => ({ type: "accept-alert", alertId });
const end = (alertId: string): Command => ({ type: "end-alert", alertId });
const ask = (reason: HelpReason, counterId?: string): Command => ({
	type: "ask-for-help",
	reason,
	...(counterId === undefined ? {} : { counterId }),
});
const passOn = (alertId: string, to: { staffId: string } | { role: Role }): Command => ({
	type: "pass-on-alert",
	alertId,
	to,
	reason: "busy",
});
const told = (day: Day, id: string) => day.state.alerts.get(id)?.told;

describe("an alert", () => {
	it.each<[HelpReason, Actor, Role]>([
		["queue", HEAD, "branch-head"],
		["authorisation", SUPERVISOR, "duty-supervisor"],
		["device", IT, "it-support"],
		["customer", MANAGER, "lobby-manager"],
		["language", MANAGER, "lobby-manager"],
	])("[ALR-1] of the reason %s goes to those who can answer it, not to every phone", (reason, answerer, role) => {
		const everybody = [HEAD, SUPERVISOR, IT, MANAGER, GUARD, USHER];
		const day = aDay()
			.onDuty(...everybody)
			.given([LIU, open("1")], [LIU, ask(reason, "1")]);
		expect(told(day, "h3")?.roles).toContain(role);
		for (const other of everybody.filter((each) => each !== answerer && each !== HEAD)) {
			expect(day.when(other, accept("h3"))).toEqual({ refused: "unknown-alert", detail: "h3" });
		}
		day.given([answerer, accept("h3")]);
	});

	it("[ALR-1] an emergency goes at once to everybody who can do something about it", () => {
		const day = aDay()
			.onDuty(MANAGER, GUARD, HEAD)
			.given([LIU, ask("emergency")]);
		expect(told(day, "h2")?.roles).toEqual(expect.arrayContaining(["lobby-manager", "guard", "branch-head"]));
		expect(nextDueAt(day.state)).toBeNull();
	});

	it("[ALR-2] goes on to the next in order when nobody of the first is on duty, and to all when nobody is", () => {
		const machine = aDay()
			.onDuty(MANAGER, HEAD)
			.given([LIU, ask("device")]);
		expect(told(machine, "h2")?.roles).toEqual(["it-support", "lobby-manager", "stand-in"]);
		const alone = aDay()
			.onDuty(LIU)
			.given([LIU, ask("device")]);
		expect(told(alone, "h2")?.roles).toEqual(["it-support", "lobby-manager", "stand-in", "branch-head", "deputy-head"]);
		expect(nextDueAt(alone.state)).toBeNull();
	});

	it("[ALR-2] does not count on whoever raised it", () => {
		const day = aDay()
			.onDuty(HEAD, MANAGER)
			.given([HEAD, ask("queue")]);
		expect(told(day, "h2")?.roles).toContain("lobby-manager");
	});

	it("[ALR-3] that nobody accepts in time is told to the next by the one alarm, once each, until all are told", () => {
		const day = aDay()
			.onDuty(SUPERVISOR, HEAD, MANAGER)
			.given([LIU, open("1")], [LIU, ask("authorisation", "1")]);
		expect(told(day, "h3")).toEqual({ roles: ["duty-supervisor"], persons: [] });
		expect(nextDueAt(day.state)).toBe(at("09:02"));
		expect(gist(day.at("09:01:59").when(SYSTEM, tick))).toEqual([]);
		expect(gist(day.at("09:02").when(SYSTEM, tick))).toEqual(["alert-escalated"]);
		expect(told(day, "h3")?.roles).toEqual(["duty-supervisor", "branch-head", "deputy-head"]);
		expect(gist(day.when(SYSTEM, tick))).toEqual([]);
		expect(nextDueAt(day.state)).toBe(at("09:04"));
		expect(gist(day.at("09:04").when(SYSTEM, tick))).toEqual(["alert-escalated"]);
		expect(told(day, "h3")?.roles).toContain("lobby-manager");
		expect(day.state.alerts.get("h3")).toMatchObject({ escalatedAt: at("09:04"), escalatesAt: null });
		expect(nextDueAt(day.state)).toBe(at("18:00"));
		day.given([MANAGER, accept("h3")]);
	});

	it("[ALR-3] accepted, it hurries nobody; nor does one that is open when the day ends", () => {
		const day = aDay()
			.onDuty(SUPERVISOR, HEAD)
			.given([LIU, open("1")], [LIU, ask("authorisation")]);
		day.given([SUPERVISOR, accept("h3")]);
		expect(nextDueAt(day.state)).toBe(at("18:00"));
		day.given([KIOSK, ask("customer")], [MANAGER, { type: "close-day" }]);
		expect(nextDueAt(day.state)).toBeNull();
	});

	it("[ALR-4] is accepted by one, by whoever it is told to or the heads; to anybody else it is as if there were none", () => {
		const day = aDay()
			.onDuty(MANAGER, SUPERVISOR, HEAD)
			.given([LIU, ask("customer", "1")]);
		for (const [actor, command] of [
			[SUPERVISOR, accept("h2")],
			[LIU, accept("h2")],
			[SUPERVISOR, passOn("h2", { role: "lobby-manager" })],
			[SUPERVISOR, end("h2")],
			[MANAGER, end("h2")],
			[SUPERVISOR, accept("h9")],
		] as const) {
			const { seq } = day.state;
			expect(day.when(actor, command)).toMatchObject({ refused: "unknown-alert" });
			expect(day.state.seq).toBe(seq);
		}
		day.given([HEAD, accept("h2")]);
		expect(day.when(MANAGER, accept("h2"))).toEqual({ refused: "changed-meanwhile", detail: "zhang-wei" });
		expect(day.state.alerts.get("h2")).toMatchObject({ acceptedBy: "zhang-wei", acceptedAt: at("09:00") });
	});

	it("[ALR-4] is told to a person in any of their roles, those held by the bank's books too", () => {
		const name = { zh: "何平", en: "He Ping" };
		const people = [{ id: "he-ping", name, roles: ["lobby-usher" as const, "duty-supervisor" as const] }];
		const day = aDay()
			.onDuty(SUPERVISOR)
			.given([SYSTEM, { type: "change-staff", people }], [KIOSK, ask("customer")]);
		expect(told(day, "h3")?.roles).not.toContain("duty-supervisor");
		day.given([SUPERVISOR, accept("h3")]);
	});

	it("[ALR-5] is passed on with a reason to a person or role on duty: theirs then, and waits since it was raised", () => {
		const day = aDay()
			.onDuty(MANAGER, USHER)
			.given([LIU, ask("language", "1")], [MANAGER, accept("h2")]);
		expect(day.when(USHER, passOn("h2", { role: "lobby-manager" }))).toMatchObject({ refused: "unknown-alert" });
		expect(day.when(MANAGER, passOn("h2", { staffId: "gao-fei" }))).toEqual({
			refused: "not-on-duty",
			detail: "gao-fei",
		});
		expect(day.when(MANAGER, passOn("h2", { role: "guard" }))).toEqual({ refused: "not-on-duty", detail: "guard" });
		day.at("09:05").given([MANAGER, passOn("h2", { staffId: "zhu-lin" })]);
		expect(day.state.alerts.get("h2")).toMatchObject({
			told: { roles: [], persons: ["zhu-lin"] },
			passedOn: { by: "li-na", reason: "busy" },
			acceptedBy: null,
			raisedAt: at("09:00"),
			escalatesAt: at("09:07"),
		});
		expect(day.when(MANAGER, accept("h2"))).toMatchObject({ refused: "unknown-alert" });
		day.at("09:06").given([USHER, accept("h2")]);
	});

	it("[ALR-5] [ALR-3] whom it was passed on to does not come: it goes back to those of its order", () => {
		const day = aDay()
			.onDuty(MANAGER, USHER)
			.given([LIU, ask("language")], [MANAGER, passOn("h2", { staffId: "zhu-lin" })]);
		day.at("09:02").given([SYSTEM, tick]);
		expect(told(day, "h2")).toEqual({ roles: ["lobby-manager", "stand-in"], persons: ["zhu-lin"] });
		day.given([MANAGER, accept("h2")]);
	});

	it("[ALR-6] is ended by whoever accepted it, or taken back by whoever raised it, and is gone then", () => {
		const day = aDay()
			.onDuty(MANAGER)
			.given([LIU, ask("customer")], [MANAGER, accept("h2")], [MANAGER, end("h2")]);
		expect(day.state.alerts.size).toBe(0);
		day.given([LIU, ask("customer")], [LIU, end("h5")], [pad("1"), ask("device", "1")], [pad("1"), end("h7")]);
		expect(day.state.alerts.size).toBe(0);
		day.given([KIOSK, ask("customer")]);
		expect(day.when(LIU, end("h9"))).toMatchObject({ refused: "unknown-alert" });
		expect(day.when(pad("1"), end("h9"))).toMatchObject({ refused: "unknown-alert" });
	});

	it("[ALR-7] there are at most 200 open, also of those one commit raises; an emergency is one more", () => {
		const day = aDay().given([LIU, ask("other")]);
		const known = day.state.alerts.get("h2");
		if (known === undefined) throw new Error("there is none");
		const crowd = (count: number) => {
			const alerts = Array.from({ length: count }, (_, nth) => ({ ...known, id: `h2-${nth}`, about: `case ${nth}` }));
			return { ...day.state, alerts: new Map(alerts.map((alert) => [alert.id, alert])) };
		};
		const context = { actor: SYSTEM, now: day.now };
		const raised = (count: number, reason: HelpReason, nth = 0) =>
			raiseAlert(crowd(count), { kind: "help", reason, about: "more" }, context, nth);
		expect(raised(OPEN_ALERTS_MAX, "other")).toEqual({ refused: "alerts-full" });
		expect(raised(OPEN_ALERTS_MAX - 1, "other")).toMatchObject({ events: [{ alertId: "h3" }] });
		expect(raised(OPEN_ALERTS_MAX - 1, "other", 1)).toEqual({ refused: "alerts-full" });
		expect(raised(OPEN_ALERTS_MAX - 2, "other", 1)).toMatchObject({ events: [{ alertId: "h3-1" }] });
		expect(raised(OPEN_ALERTS_MAX, "emergency")).toMatchObject({ events: [{ alertId: "h3" }] });
	});

	it("[ALR-8] the report counts it by kind: raised, accepted, passed on, escalated, and how long until somebody took it", () => {
		const day = aDay()
			.onDuty(MANAGER, USHER, HEAD)
			.given([LIU, open("1")], [LIU, ask("language", "1")]);
		day.at("09:01").given([MANAGER, accept("h3")], [MANAGER, passOn("h3", { role: "lobby-usher" })]);
		day
			.at("09:03")
			.given([SYSTEM, tick])
			.at("09:04")
			.given([USHER, accept("h3")], [USHER, end("h3")]);
		day.given([KIOSK, ask("customer")], "17:05", [MANAGER, { type: "close-day" }]);
		expect(reportOf(day.commits)?.alerts).toEqual([
			{
				kind: "help",
				raised: 2,
				accepted: 1,
				passedOn: 1,
				escalated: 1,
				response: { count: 1, meanMs: 240_000, p50Ms: 240_000, p90Ms: 240_000, maxMs: 240_000 },
			},
		]);
	});
});

describe("a call for help of before there were alerts", () => {
	const OLD = [
		{ type: "help-asked" as const, helpId: "h2", reason: "device" as const, counterId: "1" },
		{ type: "help-accepted" as const, helpId: "h2" },
	];

	it("[LOG-2] folds from its commit and from a snapshot alike, and anybody who could accept it then still can", () => {
		const day = aDay().given([KIOSK, ask("device")]);
		const [asked] = day.commits.slice(-1);
		if (asked === undefined || OLD[0] === undefined) throw new Error("there is none");
		const before = aDay();
		before.replay({ ...asked, events: [OLD[0]] });
		const folded = before.state;
		const snapshot = JSON.parse(snapshotOf(folded));
		const { alerts: _alerts, ...rest } = snapshot;
		const help = {
			...{ id: "h2", reason: "device", counterId: "1", askedBy: "kiosk", askedAt: asked.at },
			...{ acceptedBy: null, acceptedAt: null, sender: "device kiosk-1" },
		};
		const restored = restoreSnapshot(JSON.stringify({ ...rest, helps: [help] }));
		expect(restored?.alerts).toEqual(folded.alerts);
		expect(nextDueAt(folded)).toBeNull();
		before.given([GUARD, { type: "accept-help", helpId: "h2" }]);
		expect(before.state.alerts.get("h2")?.acceptedBy).toBe("guo-qiang");
	});
});
