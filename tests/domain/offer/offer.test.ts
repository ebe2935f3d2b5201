import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Actor } from "../../../schema/actor.ts";
import type { MoveCase, StoredCase } from "../../../schema/customer/case.ts";
import type { Command } from "../../../schema/hall/command.ts";
import { caseCommit } from "../../../worker/domain/case/commit.ts";
import { nextDueAt } from "../../../worker/domain/commit/due.ts";
import { followOffer, mayKnowOffer, offerAnswered } from "../../../worker/domain/offer/follow-offer.ts";
import { reportOf } from "../../../worker/domain/report/report.ts";
import { displayView } from "../../../worker/domain/view/display-view.ts";
import { staffView } from "../../../worker/domain/view/staff-view.ts";
import {
	aDay,
	at,
	BRANCH_ID,
	configured,
	type Day,
	gist,
	HEAD,
	issue,
	KIOSK,
	LIU,
	MANAGER,
	open,
	SYSTEM,
	staff,
	XU,
} from "../a-day.ts";
import { seedOf } from "../seed.ts";

const MA = staff("ma-jun", "relationship-manager");
const HU = staff("hu-yue", "relationship-manager");
const ALL = ["hu-yue", "ma-jun", "xu-na"];
const tick: Command = { type: "tick" };
const accept = (alertId: string): Command => ({ type: "accept-alert", alertId });
const busy = (alertId: string): Command => ({ type: "decline-alert", alertId, reason: "busy" });
const end = (alertId: string): Command => ({ type: "end-alert", alertId });

const CONFIGURATION = configured((configuration) => {
	configuration.staff = configuration.staff.filter(
		({ role }) => role !== "relationship-manager" && role !== "marketing-manager",
	);
	for (const id of ALL) {
		configuration.staff.push({ id, name: { zh: id, en: id }, role: "relationship-manager", services: ["wealth"] });
	}
});

let made = 0;
/** Somebody records a customer who is here; gives the id of the offer and the record. */
function offer(
	day: Day,
	by: Actor = MANAGER,
	more: Partial<MoveCase> & { lastManager?: string } = {},
	who: Actor[] = [MA, HU, XU, MANAGER, HEAD],
) {
	made += 1;
	const { lastManager, ...brought } = more;
	const caseId = `${BRANCH_ID}_${String(made).padStart(24, "0")}`;
	const command: MoveCase = {
		...{ type: "move-case", caseId, kind: "referral", step: "open", version: 0, texts: [], stage: "offered" },
		...{ facts: { reasonCode: "large-cash" }, holds: ["name"], content: "x".repeat(43) },
		...brought,
	};
	const present = who.flatMap((each) => (each.kind === "staff" ? [{ staffId: each.staffId, roles: [each.role] }] : []));
	const commandId = `referral-${made}`;
	const incoming = {
		request: { commandId, command },
		sealed: { texts: {} },
		actor: by,
		now: day.now,
		before: null,
		openCount: 0,
	};
	const commit = caseCommit(day.state, { ...incoming, present, lastManager });
	if ("status" in commit) throw new Error(commit.code);
	day.onDuty(...who).replay(commit.commit);
	return { id: `o${commit.commit.seq}`, stored: commit.after as StoredCase };
}
const aHall = () => aDay(CONFIGURATION).given([KIOSK, issue("cash")]);
const rung = (day: Day, id: string) => day.state.alerts.get(id)?.told.persons[0];
const tried = (day: Day, id: string) =>
	day.state.alerts.get(id)?.tried?.map(({ staffId, why }) => `${staffId} ${why}`) ?? [];

describe("a customer offered to a manager", () => {
	it("[ALR-19] rings the customer's own manager first, then the head's list of today, then in fair turn, the head last", () => {
		const day = aHall().given([HEAD, { type: "set-duty-order", staffIds: ["xu-na"] }]);
		const { id } = offer(day, MANAGER, { lastManager: "ma-jun" });
		const order: (string | undefined)[] = [];
		for (let step = 0; step < 3; step++) {
			order.push(rung(day, id));
			day.at(day.now + 30_000).given([SYSTEM, tick]);
		}
		expect(order).toEqual(["ma-jun", "xu-na", "hu-yue"]);
		expect(day.state.alerts.get(id)?.told).toEqual({ roles: ["branch-head", "deputy-head"], persons: [] });
		expect(tried(day, id)).toEqual(["ma-jun no-answer", "xu-na no-answer", "hu-yue no-answer"]);
		expect(day.state.alerts.get(id)?.escalatesAt).toBeNull();
	});

	it("[ALR-19] [ALR-24] rings each as long as the branch's limits say, neither shorter nor longer", () => {
		const slow = { ...CONFIGURATION, limits: { ...CONFIGURATION.limits, offerRingsMs: 75_000 } };
		const day = aDay(slow).given([KIOSK, issue("cash")]);
		const { id } = offer(day);
		const begun = day.now;
		const first = rung(day, id);
		expect(nextDueAt(day.state)).toBe(begun + 75_000);
		expect(gist(day.at(begun + 74_999).when(SYSTEM, tick))).toEqual([]);
		expect(rung(day, id)).toBe(first);
		day.at(begun + 75_000).given([SYSTEM, tick]);
		expect(tried(day, id)).toEqual([`${first} no-answer`]);
		expect(nextDueAt(day.state)).toBe(begun + 150_000);
		// Who says that they cannot come hands it on at once; the next has the whole time.
		const second = rung(day, id) === "ma-jun" ? MA : rung(day, id) === "hu-yue" ? HU : XU;
		day.at(begun + 80_000).given([second, busy(id)]);
		expect(nextDueAt(day.state)).toBe(begun + 155_000);
	});

	it("[ALR-19] a manager chosen by whoever recognised the customer goes before their own; nobody is asked who offers", () => {
		const day = aHall();
		expect(rung(day, offer(day, MANAGER, { ownerId: "xu-na", lastManager: "ma-jun" }).id)).toBe("xu-na");
		const { id } = offer(day, MA, { lastManager: "ma-jun" });
		expect(rung(day, id)).toBe("hu-yue");
	});

	it("[ALR-19] goes in fair turn: whoever was asked least often today, of those the longest ago", () => {
		const day = aHall();
		const asked = [0, 1, 2, 3, 4, 5].map((minute) => {
			const { id } = offer(day.at(at("10:00") + minute * 60_000));
			const manager = rung(day, id);
			day.given([MANAGER, end(id)]);
			return manager;
		});
		expect(asked).toEqual(["hu-yue", "ma-jun", "xu-na", "hu-yue", "ma-jun", "xu-na"]);
	});

	it("[ALR-20] passes over at once who is off duty, serving or not reachable, and says so", () => {
		const day = aHall().given([HU, { type: "set-presence", status: "off-duty" }]);
		const first = offer(day, MANAGER, {}, [HU, MA, MANAGER]);
		expect([rung(day, first.id), tried(day, first.id)]).toEqual(["ma-jun", ["hu-yue off-duty"]]);
		day.given([MA, accept(first.id)]);
		const second = offer(day, MANAGER, {}, [HU, MA, MANAGER]);
		expect(tried(day, second.id)).toEqual(["hu-yue off-duty", "xu-na unreachable", "ma-jun serving"]);
		expect(day.state.alerts.get(second.id)?.told.roles).toEqual(["branch-head", "deputy-head"]);
		// Nobody is left to be asked: the next thing is the customer's, who then will have waited too long.
		expect(nextDueAt(day.state)).toBe(at("09:15"));
	});

	it("[ALR-20] a manager with a customer at a counter is serving", () => {
		const day = aHall().given([LIU, open("1")], [LIU, { type: "call-next", counterId: "1" }]);
		const state = day.state;
		const counter = state.counters.get("1");
		if (counter !== undefined) state.counters.set("1", { ...counter, staffId: "hu-yue" });
		expect(tried(day, offer(day).id)).toEqual(["hu-yue serving"]);
	});

	it("[ALR-17] busy: the next is rung at once, and who was busy is asked no more; passed on, to managers and heads alone", () => {
		const day = aHall();
		const { id } = offer(day);
		expect(rung(day, id)).toBe("hu-yue");
		for (const other of [MA, MANAGER, HEAD]) expect(gist(day.when(other, busy(id)))).toBe("unknown-alert");
		day.given([HU, busy(id)]);
		expect([rung(day, id), tried(day, id)]).toEqual(["ma-jun", ["hu-yue busy"]]);
		expect(gist(day.when(HU, accept(id)))).toBe("unknown-alert");
		day.onDuty(MA, XU, LIU, HEAD);
		const pass = (to: object): Command => ({ type: "pass-on-alert", alertId: id, to, reason: "busy" }) as Command;
		expect(day.when(MA, pass({ staffId: "liu-yang" }))).toMatchObject({ refused: "not-on-duty" });
		day.given([MA, pass({ staffId: "xu-na" })]);
		expect(rung(day, id)).toBe("xu-na");
	});

	it("[ALR-19] passed on, also once accepted: who had it is not asked again when the other does not come", () => {
		const day = aHall();
		const { id } = offer(day);
		const pass = (staffId: string): Command => ({
			type: "pass-on-alert",
			alertId: id,
			to: { staffId },
			reason: "busy",
		});
		day.given([HU, accept(id)], [HU, pass("xu-na")]);
		expect([rung(day, id), tried(day, id)]).toEqual(["xu-na", ["hu-yue busy"]]);
		day.at(day.now + 30_000).given([SYSTEM, tick]);
		expect([rung(day, id), tried(day, id)]).toEqual(["ma-jun", ["hu-yue busy", "xu-na no-answer"]]);
		day.given([MANAGER, pass("xu-na")]);
		expect([rung(day, id), tried(day, id)]).toEqual(["xu-na", ["hu-yue busy", "ma-jun no-answer"]]);
		day.at(day.now + 30_000).given([SYSTEM, tick]);
		expect(day.state.alerts.get(id)?.told).toEqual({ roles: ["branch-head", "deputy-head"], persons: [] });
		expect(tried(day, id)).toEqual(["hu-yue busy", "ma-jun no-answer", "xu-na no-answer"]);
	});

	it("[ALR-21] the customer is seen to wait until somebody stands beside them; the record goes to who accepts, and is introduced then", () => {
		const day = aHall();
		const { id, stored } = offer(day);
		const since = day.now;
		day.at("09:00:20").given([HU, accept(id)]);
		const accepted = day.commits.at(-1);
		expect(day.state.alerts.get(id)).toMatchObject({ raisedAt: since, acceptedBy: "hu-yue", escalatesAt: null });
		expect(accepted && offerAnswered(day.state, accepted)).toEqual({ caseId: stored.caseId, met: false });
		const taken = accepted && followOffer(day.state, stored, accepted, false);
		expect(taken?.after).toMatchObject({ ownerId: "hu-yue", stage: "offered", facts: { isAssigned: 1 }, version: 2 });
		const met = followOffer(day.state, taken?.after ?? stored, { actor: HU, at: at("09:01") }, true);
		expect(met?.after).toMatchObject({ ownerId: "hu-yue", stage: "introduced" });
		expect(met?.event).toMatchObject({ step: "met", stage: "introduced" });
		const before = day.state;
		day.given([HU, end(id)]);
		expect(offerAnswered(before, { actor: HU, events: [{ type: "alert-ended", alertId: id }] })?.met).toBe(true);
		expect(day.state.alerts.has(id)).toBe(false);
	});

	it("[ALR-21] two who accept at once: exactly one has the customer; a lobby manager who goes owns no record by it", () => {
		const day = aHall();
		const { id, stored } = offer(day);
		expect(gist(day.when(HU, accept(id)))).toEqual(["alert-accepted"]);
		expect(day.when(MANAGER, accept(id))).toEqual({ refused: "changed-meanwhile", detail: "hu-yue" });
		expect(followOffer(day.state, stored, { actor: MANAGER, at: day.now }, false)).toBeNull();
	});

	it("[ALR-22] stands in no view; known to who is rung, who offered, and who watches over the lobby", () => {
		const day = aHall();
		const { id, stored } = offer(day);
		const alert = day.state.alerts.get(id);
		for (const view of [staffView(day.state), displayView(day.state)]) {
			expect(JSON.stringify(view)).not.toContain(stored.caseId);
			expect(JSON.stringify(view)).not.toContain(`"${id}"`);
		}
		const knows = (who: Actor) =>
			who.kind === "staff" && alert !== undefined && mayKnowOffer(alert, { staffId: who.staffId, roles: [who.role] });
		expect([HU, MANAGER, HEAD].map(knows)).toEqual([true, true, true]);
		expect([MA, XU, LIU].map(knows)).toEqual([false, false, false]);
		expect(gist(day.when(LIU, accept(id)))).toBe("unknown-alert");
	});

	it("[ALR-19] nobody is offered who is not here, nor while the day is closed; the report counts how long they waited", () => {
		const closed = aDay(CONFIGURATION);
		offer(closed);
		expect(closed.state.alerts.size).toBe(0);
		const day = aHall();
		offer(day, MANAGER, { stage: "to_follow_up" });
		expect(day.state.alerts.size).toBe(0);
		const { id } = offer(day);
		day.at(day.now + 12_000).given([HU, accept(id)], [MANAGER, { type: "close-day" }]);
		const [figure] = reportOf(day.commits)?.alerts?.filter(({ kind }) => kind === "offer") ?? [];
		expect(figure).toMatchObject({ raised: 1, accepted: 1 });
	});

	it("[ALR-19] [ALR-21] whatever everybody answers in whatever order: each is asked once, one accepts, and it ends with the head", () => {
		const answer = fc.record({
			who: fc.constantFrom(MA, HU, XU, HEAD),
			what: fc.constantFrom("accept", "busy", "wait"),
		});
		fc.assert(
			fc.property(fc.array(answer, { maxLength: 12 }), fc.subarray([MA, HU, XU]), (answers, here) => {
				const day = aHall();
				const { id } = offer(day, MANAGER, {}, [...here, HEAD]);
				const asked: string[] = [];
				let accepted = 0;
				for (const { who, what } of answers) {
					const now = rung(day, id);
					if (now !== undefined && asked.at(-1) !== now) asked.push(now);
					if (what === "wait") day.at(day.now + 31_000).when(SYSTEM, tick);
					else if (gist(day.when(who, what === "accept" ? accept(id) : busy(id))).includes("alert-accepted"))
						accepted++;
				}
				expect(accepted).toBeLessThanOrEqual(1);
				expect(new Set(asked).size).toBe(asked.length);
				expect(asked.every((staffId) => here.some((each) => each.kind === "staff" && each.staffId === staffId))).toBe(
					true,
				);
				for (let turn = 0; turn < 5; turn++) day.at(day.now + 31_000).when(SYSTEM, tick);
				const alert = day.state.alerts.get(id);
				expect(alert?.acceptedBy !== null || alert?.told.roles.includes("branch-head")).toBe(true);
			}),
			{ seed: seedOf("offer"), numRuns: 80 },
		);
	});
});
