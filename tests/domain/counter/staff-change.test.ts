import { describe, expect, it } from "vitest";
import type { Role } from "../../../schema/actor.ts";
import type { BranchPerson } from "../../../schema/hall/branch-person.ts";
import type { Command } from "../../../schema/hall/command.ts";
import { foldInto } from "../../../worker/domain/commit/evolve.ts";
import { initialState, restoreSnapshot, snapshotOf } from "../../../worker/domain/hall/branch-state.ts";
import { staffOf } from "../../../worker/domain/people/staff.ts";
import { staffView } from "../../../worker/domain/view/staff-view.ts";
import {
	aDay,
	BRANCH_ID,
	CONFIGURATION,
	callNext,
	gist,
	HEAD,
	issue,
	KIOSK,
	LIU,
	OPERATOR,
	on,
	open,
	pad,
	SYSTEM,
	staff,
	WANG,
} from "../a-day.ts";

const person = (id: string, role: Role, ...more: Role[]): BranchPerson => ({
	id,
	name: { zh: "新同事", en: "New colleague" },
	roles: [role, ...more],
});
const people = (...list: BranchPerson[]): Command => ({ type: "change-staff", people: list });
const configured = CONFIGURATION.staff.map(({ id, name, role }): BranchPerson => ({ id, name, roles: [role] }));
const close = (counterId: string): Command => ({ type: "close-counter", counterId });
const skillsIn = (day: ReturnType<typeof aDay>, id: string) =>
	staffOf(day.state)
		.find((member) => member.id === id)
		?.services.toSorted();

describe("the people of a branch", () => {
	it("[PPL-13] a joiner nobody configured opens a counter of the kind their role works at, and no other", () => {
		const lu = staff("lu-xin", "closed-teller");
		const day = aDay();
		expect(day.when(lu, open("1"))).toEqual({ refused: "unknown-staff", detail: "lu-xin" });
		day.given([SYSTEM, people(...configured, person("lu-xin", "closed-teller"))]);
		expect(day.when(lu, open("7"))).toMatchObject({ refused: "counter-cannot-serve" });
		expect(gist(day.when(lu, open("1")))).toEqual(["day-opened", "counter-opened"]);
		expect(day.counter("1").services).toEqual(CONFIGURATION.counters[0]?.modes[0]?.services);
	});

	it("[PPL-13] a pad and a head can sign the joiner on, and phones show the name", () => {
		const day = aDay().given([SYSTEM, people(...configured, person("lu-xin", "open-teller"))]);
		expect(staffView(day.state).staff.at(-1)).toEqual({
			id: "lu-xin",
			name: { zh: "新同事", en: "New colleague" },
			role: "open-teller",
			counterKinds: ["closed", "open", "vip", "smart"],
		});
		day.given(
			[pad("5"), open("5", { staffId: "lu-xin" })],
			[HEAD, close("5")],
			[HEAD, open("6", { staffId: "lu-xin" })],
		);
		expect(day.counter("6").staffId).toBe("lu-xin");
	});

	it("[PPL-13] skills of the configuration stay as long as one of the roles is the one they were written for", () => {
		const [chen] = configured;
		const day = aDay();
		const before = skillsIn(day, "chen-jing");
		day.given([SYSTEM, people(...configured)]);
		expect(skillsIn(day, "chen-jing")).toEqual(before);
		day.given([SYSTEM, people({ ...chen!, roles: ["duty-supervisor", "closed-teller"] })]);
		expect(skillsIn(day, "chen-jing")).toEqual(before);
		day.given([SYSTEM, people({ ...chen!, roles: ["lobby-usher"] })]);
		expect(skillsIn(day, "chen-jing")).toEqual(["account-opening", "bill-payment", "transfer"]);
		day.given([SYSTEM, people({ ...chen!, roles: ["guard"] })]);
		expect(skillsIn(day, "chen-jing")).toEqual([]);
	});

	it("[PPL-13] who is gone can be signed on nowhere, and a free counter of theirs closes with what waited for it", () => {
		const day = aDay().given(
			[LIU, open("1")],
			[WANG, open("5")],
			[KIOSK, issue("cash")],
			[LIU, callNext("1")],
			[LIU, on("transfer-ticket", "A001", { staffId: "liu-yang" })],
		);
		const without = configured.filter(({ id }) => id !== "liu-yang");
		expect(gist(day.when(SYSTEM, people(...without)))).toEqual(["staff-changed", "counter-closed", "ticket-released"]);
		expect(day.counter("1")).toMatchObject({ status: "closed", staffId: null });
		expect(day.counter("5").staffId).toBe("wang-fang");
		expect(day.when(HEAD, open("2", { staffId: "liu-yang" }))).toMatchObject({ refused: "unknown-staff" });
		expect(staffView(day.state).staff.map(({ id }) => id)).not.toContain("liu-yang");
	});

	it("[PPL-13] but not while a customer sits there: who oversees the counters ends that visit", () => {
		const day = aDay().given([LIU, open("1")], [KIOSK, issue("cash")], [LIU, callNext("1")]);
		const without = configured.filter(({ id }) => id !== "liu-yang");
		expect(gist(day.when(SYSTEM, people(...without)))).toEqual(["staff-changed"]);
		day.given([HEAD, on("start-service", "A001")], [HEAD, on("finish-service", "A001")], [HEAD, close("1")]);
		expect(day.counter("1").status).toBe("closed");
	});

	it("[PPL-13] what is known already changes nothing; a new configuration brings nobody back", () => {
		const day = aDay().given([SYSTEM, people(...configured.slice(1))]);
		expect(day.when(SYSTEM, people(...configured.slice(1)))).toEqual({ events: [] });
		day.given([OPERATOR, { type: "configure", configuration: CONFIGURATION }]);
		expect(staffOf(day.state).map(({ id }) => id)).not.toContain(configured[0]?.id);
	});

	it("[PPL-13] books that never named anybody close no counter", () => {
		const day = aDay().given([LIU, open("1")]);
		expect(day.when(SYSTEM, people())).toEqual({ events: [] });
		expect(day.counter("1").staffId).toBe("liu-yang");
	});

	it("[PPL-13] known before the branch is configured, they are there when it is", () => {
		const day = aDay(null).given([SYSTEM, people(person("lu-xin", "closed-teller"))]);
		day.given([OPERATOR, { type: "configure", configuration: CONFIGURATION }]);
		expect(gist(day.when(staff("lu-xin", "closed-teller"), open("1")))).toEqual(["day-opened", "counter-opened"]);
	});

	it("[PPL-13] [LOG-4] a day's own commits and a snapshot tell them as the whole history does", () => {
		const day = aDay().given([SYSTEM, people(person("lu-xin", "closed-teller"))]);
		day.given([staff("lu-xin", "closed-teller"), open("1")]);
		const opening = day.commits.findIndex((commit) => commit.events.some((event) => event.type === "day-opened"));
		const alone = { ...initialState(BRANCH_ID), seq: opening };
		for (const commit of day.commits.slice(opening)) foldInto(alone, commit);
		expect(alone.people).toEqual(day.state.people);
		expect(restoreSnapshot(snapshotOf(day.state))?.people).toEqual(day.state.people);
	});

	it("[PPL-13] [MAY-1] no person sends it, whatever their role", () => {
		for (const actor of [HEAD, OPERATOR, KIOSK]) {
			expect(aDay().when(actor, people())).toMatchObject({ refused: "not-permitted" });
		}
	});
});
