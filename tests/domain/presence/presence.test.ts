import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Actor, Role } from "../../../schema/actor.ts";
import type { Command } from "../../../schema/hall/command.ts";
import { nextDueAt } from "../../../worker/domain/commit/due.ts";
import { restoreSnapshot, snapshotOf } from "../../../worker/domain/hall/branch-state.ts";
import { coverageDueAt } from "../../../worker/domain/presence/coverage.ts";
import { staffView } from "../../../worker/domain/view/staff-view.ts";
import { aDay, at, gist, HEAD, issue, KIOSK, LIU, MANAGER, open, SYSTEM, staff, WANG, XU } from "../a-day.ts";
import { seedOf } from "../seed.ts";

const STAND_IN = staff("qian-min", "stand-in");
const SECOND = staff("chen-jing", "lobby-manager");
const tick: Command = { type: "tick" };
const on: Command = { type: "set-presence", status: "on-duty" };
const away = (standIn?: string, more: object = {}): Command => ({
	...{ type: "set-presence", status: "away", reason: "meeting", backAt: at("11:00") },
	...(standIn === undefined ? {} : { standIn }),
	...more,
});
const accept = (alertId: string): Command => ({ type: "accept-alert", alertId });
const decline = (alertId: string): Command => ({ type: "decline-alert", alertId, reason: "busy" });

const person = (actor: Actor, ...roles: Role[]) => {
	if (actor.kind !== "staff") throw new Error("no member of staff");
	return { id: actor.staffId, name: { zh: actor.staffId, en: actor.staffId }, roles };
};
const PEOPLE = [
	person(MANAGER, "lobby-manager"),
	person(STAND_IN, "stand-in"),
	person(HEAD, "branch-head"),
	person(LIU, "closed-teller"),
	person(WANG, "open-teller"),
	person(XU, "relationship-manager"),
];

/** A day whose people the books name, opened by the first number at nine. */
const aLobby = (people = PEOPLE) =>
	aDay()
		.onDuty(MANAGER, STAND_IN, HEAD, WANG, XU)
		.given([SYSTEM, { type: "change-staff", people }]);
const opened = () => aLobby().given([MANAGER, on], [KIOSK, issue("cash")]);
const open_ = (day: ReturnType<typeof aLobby>, kind: string) =>
	[...day.state.alerts.values()].filter((alert) => alert.kind === kind);

describe("presence", () => {
	it("[ALR-12] is somebody's own word, kept through a snapshot and gone the next day", () => {
		const day = opened().given([LIU, { type: "set-presence", status: "lunch" }]);
		const { presence } = day.state.lobby;
		expect(presence["li-na"]).toEqual({ id: "li-na", status: "on-duty", since: at("09:00"), lobby: true });
		expect(presence["liu-yang"]).toMatchObject({ status: "lunch" });
		expect(restoreSnapshot(snapshotOf(day.state))?.lobby).toEqual(day.state.lobby);
		day
			.given("18:00", [SYSTEM, tick])
			.at(at("09:00", "2026-11-24"))
			.given([KIOSK, issue("cash")]);
		expect(day.state.lobby.presence).toEqual({});
	});

	it("[ALR-12] who is away says why and until when; nobody says for another that they are there", () => {
		const day = opened();
		for (const command of [
			away(undefined, { reason: undefined }),
			away(undefined, { backAt: undefined }),
			away(undefined, { backAt: at("08:00") }),
			away(undefined, { backAt: at("09:01", "2026-11-25") }),
		] as Command[]) {
			expect(day.when(LIU, JSON.parse(JSON.stringify(command)))).toEqual({ refused: "back-time-needed" });
		}
		expect(day.when(LIU, { ...on, staffId: "li-na" } as Command)).toEqual({ refused: "not-permitted" });
		expect(day.when(HEAD, { ...on, staffId: "li-na" } as Command)).toEqual({ refused: "not-permitted" });
		expect(gist(day.when(HEAD, away(undefined, { staffId: "liu-yang" })))).toContain("presence-set");
		expect(day.state.lobby.presence["liu-yang"]?.status).toBe("away");
	});

	it("[ALR-12] whoever is not there by their own word is rung for nothing, though the page is open", () => {
		const day = opened().given([HEAD, { type: "set-presence", status: "lunch" }]);
		day.given([LIU, { type: "ask-for-help", reason: "queue" }]);
		const [help] = open_(day, "help");
		expect(help?.told.roles).toContain("lobby-manager");
		day.given([HEAD, on], [WANG, { type: "ask-for-help", reason: "queue" }]);
		expect(open_(day, "help")[1]?.told.roles).toEqual(["branch-head", "deputy-head"]);
	});

	it("[ALR-15] each absence is told to the head, silently, once", () => {
		const day = opened().given([LIU, { type: "set-presence", status: "lunch" }]);
		const [absence] = open_(day, "absence");
		expect(absence).toMatchObject({ told: { roles: ["branch-head", "deputy-head"] }, reason: "lunch" });
		expect(absence?.where).toEqual({ kind: "absence", staffId: "liu-yang", status: "lunch" });
		expect(staffView(day.state).alerts.find(({ kind }) => kind === "absence")?.rings).toBe(false);
		day.given([LIU, { type: "set-presence", status: "lunch" }]);
		expect(open_(day, "absence")).toHaveLength(1);
	});
});

describe("who has the lobby", () => {
	it("[ALR-13] does not leave without a stand-in who is here, and stays on duty until that one accepts", () => {
		const day = opened();
		expect(day.when(MANAGER, away())).toEqual({ refused: "stand-in-needed" });
		expect(day.when(MANAGER, away("li-na"))).toEqual({ refused: "stand-in-needed" });
		expect(day.when(MANAGER, away("liu-yang"))).toEqual({ refused: "not-on-duty", detail: "liu-yang" });
		day.given([MANAGER, away("wang-fang")]);
		const [asked] = open_(day, "handover");
		expect(asked?.told).toEqual({ roles: [], persons: ["wang-fang"] });
		expect(day.state.lobby.presence["li-na"]?.status).toBe("on-duty");
		expect(day.when(LIU, accept(asked?.id ?? ""))).toMatchObject({ refused: "unknown-alert" });
		day.given([WANG, accept(asked?.id ?? "")]);
		expect(day.state.lobby.presence["li-na"]).toMatchObject({ status: "away", reason: "meeting", backAt: at("11:00") });
		expect(day.state.lobby.presence["wang-fang"]).toMatchObject({ status: "on-duty", lobby: true });
		expect([open_(day, "handover"), day.state.lobby.uncoveredSince]).toEqual([[], null]);
		expect(open_(day, "absence")[0]?.where).toMatchObject({ staffId: "li-na" });
		expect(day.when(WANG, away())).toEqual({ refused: "stand-in-needed" });
		day.given("10:30", [MANAGER, on]);
		expect(day.state.lobby.presence["wang-fang"]?.lobby).toBeUndefined();
	});

	it("[ALR-13] hands over each open matter: it rings the stand-in anew, in the name of who left", () => {
		const day = opened().given([LIU, { type: "ask-for-help", reason: "customer" }]);
		const [help] = open_(day, "help");
		day.given([MANAGER, accept(help?.id ?? "")], [MANAGER, away("qian-min")]);
		day.given([STAND_IN, accept(open_(day, "handover")[0]?.id ?? "")]);
		expect(day.state.alerts.get(help?.id ?? "")).toMatchObject({
			told: { roles: [], persons: ["qian-min"] },
			acceptedBy: null,
			passedOn: { by: "li-na", reason: "away" },
		});
	});

	it("[ALR-13] a head who sends the lobby manager away triggers the same; another stand-in takes the place of the first", () => {
		const day = opened();
		expect(day.when(HEAD, away(undefined, { staffId: "li-na" }))).toEqual({ refused: "stand-in-needed" });
		day.given([HEAD, away("wang-fang", { staffId: "li-na" })], [MANAGER, away("qian-min")]);
		expect(open_(day, "handover").map(({ told }) => told.persons)).toEqual([["qian-min"]]);
		day.given([MANAGER, away("qian-min")]);
		expect(open_(day, "handover")).toHaveLength(1);
	});

	it("[ALR-13] [ALR-17] who cannot says so, and the head is rung at once; unanswered, after two minutes; the head takes it too", () => {
		const declined = opened().given([MANAGER, away("wang-fang")]);
		declined.given([WANG, decline(open_(declined, "handover")[0]?.id ?? "")]);
		const [asked] = open_(declined, "handover");
		expect(asked).toMatchObject({
			told: { roles: ["branch-head", "deputy-head"], persons: [] },
			passedOn: { by: "wang-fang" },
		});
		expect(declined.when(WANG, accept(asked?.id ?? ""))).toMatchObject({ refused: "unknown-alert" });
		declined.given([HEAD, accept(asked?.id ?? "")]);
		expect(declined.state.lobby.presence["zhang-wei"]?.lobby).toBe(true);
		const silent = opened().given([MANAGER, away("wang-fang")]);
		expect(nextDueAt(silent.state)).toBe(at("09:02"));
		silent.given("09:02", [SYSTEM, tick]);
		expect(open_(silent, "handover")[0]?.told).toEqual({
			roles: ["branch-head", "deputy-head"],
			persons: ["wang-fang"],
		});
	});

	it("[ALR-13] two who accept at once: exactly one has it", () => {
		const day = opened().given([MANAGER, away("wang-fang")], "09:02", [SYSTEM, tick]);
		const id = open_(day, "handover")[0]?.id ?? "";
		expect(gist(day.when(WANG, accept(id)))).toContain("presence-set");
		expect(gist(day.when(HEAD, accept(id)))).toBe("unknown-alert");
	});

	it("[ALR-14] nobody has it for a minute: the head is alarmed once, by the branch's one alarm, until somebody has", () => {
		const day = aLobby().given([KIOSK, issue("cash")]);
		expect(nextDueAt(day.state)).toBe(at("09:01"));
		expect(gist(day.at("09:00:59").when(SYSTEM, tick))).toEqual([]);
		expect(gist(day.at("09:01").when(SYSTEM, tick))).toEqual(["alert-raised"]);
		expect(open_(day, "coverage")[0]).toMatchObject({ told: { roles: ["branch-head", "deputy-head"] } });
		expect(nextDueAt(day.state)).toBe(at("09:03"));
		day.given([HEAD, accept(open_(day, "coverage")[0]?.id ?? "")]);
		// The next thing is the customer's, who then will have waited too long.
		expect(nextDueAt(day.state)).toBe(at("09:15"));
		day.given("09:30", [WANG, { ...on, lobby: true } as Command]);
		expect([open_(day, "coverage"), day.state.lobby.uncoveredSince]).toEqual([[], null]);
	});

	it("[ALR-14] who has it and leaves the bank leaves it uncovered; a closed day and a branch without such a post alarm nobody", () => {
		const day = opened().given("10:00", [SYSTEM, { type: "change-staff", people: PEOPLE.slice(1) }]);
		expect(coverageDueAt(day.state)).toBe(at("10:01"));
		day.given([STAND_IN, { ...on, lobby: true } as Command]);
		expect(coverageDueAt(day.state)).toBeNull();
		const without = aLobby(PEOPLE.slice(2)).given([KIOSK, issue("cash")]);
		expect(coverageDueAt(without.state)).toBeNull();
		const closed = opened().given(
			[MANAGER, { type: "close-day" }],
			[MANAGER, { type: "set-presence", status: "off-duty" }],
		);
		expect(nextDueAt(closed.state)).toBeNull();
	});

	it("[ALR-14] a night without anybody alarms once, not as often as minutes have passed", () => {
		const day = aLobby().given([KIOSK, issue("cash")], [MANAGER, on]);
		day.given("10:00", [SYSTEM, { type: "change-staff", people: PEOPLE.slice(1) }]).at("17:30");
		for (let times = 0; times < 5; times++) day.when(SYSTEM, tick);
		expect(open_(day, "coverage")).toHaveLength(1);
	});

	it("[ALR-13] [ALR-14] whatever anybody says in whatever order: the lobby is somebody's or the head is told within a minute", () => {
		const actors = [MANAGER, STAND_IN, SECOND, HEAD, WANG];
		const word = fc.record({
			who: fc.constantFrom(...actors),
			what: fc.constantFrom("on", "lobby", "away", "off", "accept", "decline", "end"),
			to: fc.constantFrom("qian-min", "wang-fang", "chen-jing", "zhang-wei"),
			afterS: fc.integer({ min: 0, max: 90 }),
		});
		fc.assert(
			fc.property(fc.array(word, { maxLength: 40 }), (words) => {
				const people = [...PEOPLE, person(SECOND, "lobby-manager")];
				const day = aLobby(people)
					.onDuty(...actors)
					.given([KIOSK, issue("cash")]);
				for (const { who, what, to, afterS } of words) {
					const until = day.now + afterS * 1_000;
					for (let dueAt = nextDueAt(day.state); dueAt !== null && dueAt <= until; dueAt = nextDueAt(day.state)) {
						day.at(Math.max(dueAt, day.now)).when(SYSTEM, tick);
					}
					day.at(until);
					const asked = open_(day, "handover")[0]?.id ?? "t1";
					const said: Record<string, Command> = {
						on,
						lobby: { ...on, lobby: true } as Command,
						away: away(to, { backAt: until + 60_000 }),
						off: { type: "set-presence", status: "off-duty", standIn: to },
						accept: accept(asked),
						decline: decline(asked),
						end: { type: "end-alert", alertId: asked },
					};
					const hadLobby = new Set(
						Object.values(day.state.lobby.presence)
							.filter(({ lobby }) => lobby)
							.map(({ id }) => id),
					);
					day.when(who, said[what] ?? on);
					const { presence, uncoveredSince, isAlarmed } = day.state.lobby;
					const has = Object.values(presence).filter(({ lobby, status }) => lobby === true && status === "on-duty");
					expect(has.length === 0).toBe(uncoveredSince !== null);
					if (hadLobby.size > 0) expect(has.length).toBeGreaterThan(0);
					if (uncoveredSince !== null && until - uncoveredSince > 60_000) expect(isAlarmed).toBe(true);
					expect(open_(day, "coverage").length).toBe(isAlarmed ? 1 : 0);
				}
			}),
			{ seed: seedOf("presence"), numRuns: 60 },
		);
	});

	it("[ALR-18] a ticket's command asks nothing of it, and who needs it not has it in no view", () => {
		const day = aDay().given([LIU, open("1")], [KIOSK, issue("cash")]);
		const view = staffView(day.state);
		expect([view.presence, view.lobby]).toEqual([[], []]);
		const before = day.state.lobby;
		day.given([LIU, { type: "call-next", counterId: "1" }]);
		expect(day.state.lobby).toBe(before);
	});
});
