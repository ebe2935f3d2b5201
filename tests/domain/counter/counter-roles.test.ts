import { describe, expect, it } from "vitest";
import type { Role } from "../../../schema/actor.ts";
import type { BranchPerson } from "../../../schema/hall/branch-person.ts";
import type { Command } from "../../../schema/hall/command.ts";
import type { CounterMode } from "../../../schema/hall/configuration.ts";
import { counterKindsOf } from "../../../worker/domain/counter/counter-roles.ts";
import { staffOf } from "../../../worker/domain/people/staff.ts";
import { staffView } from "../../../worker/domain/view/staff-view.ts";
import {
	aDay,
	CHEN,
	CONFIGURATION,
	callNext,
	gist,
	HEAD,
	issue,
	KIOSK,
	OPERATOR,
	on,
	open,
	pad,
	SYSTEM,
	XU,
} from "../a-day.ts";

const refused = { refused: "role-not-at-counter", detail: "1" };
/** Everybody may do everything, so that only the role says no. */
const EVERY_SKILL = {
	...CONFIGURATION,
	staff: CONFIGURATION.staff.map((member) => ({ ...member, services: CONFIGURATION.services.map(({ id }) => id) })),
};
const configure = (configuration = EVERY_SKILL): Command => ({ type: "configure", configuration });
const skilled = () => aDay(null).given([OPERATOR, configure()]);
const staffIs = (...people: BranchPerson[]): Command => ({ type: "change-staff", people });
const person = (id: string, ...roles: Role[]): BranchPerson => ({ id, name: { zh: "徐娜", en: "Xu Na" }, roles });

describe("separation of duties at counters", () => {
	it("[CTR-4] a relationship manager opens no cash counter, by whichever way and skill", () => {
		expect(aDay().when(XU, open("1"))).toEqual(refused);
		expect(skilled().when(XU, open("1"))).toEqual(refused);
		expect(skilled().when(pad("1"), open("1", { staffId: "xu-na" }))).toEqual(refused);
		expect(skilled().when(HEAD, open("1", { staffId: "xu-na" }))).toEqual(refused);
		expect(skilled().when(HEAD, open("1"))).toEqual(refused);
		expect(gist(skilled().when(CHEN, open("1")))).toContain("counter-opened");
	});

	it("[CTR-4] in the branch that ships advisers handle no cash anywhere", () => {
		const advisers = CONFIGURATION.staff.filter((member) => member.role === "relationship-manager");
		const cash = advisers.flatMap((member) => member.services).filter((id) => id.includes("cash"));
		expect(advisers).toHaveLength(3);
		expect(cash).toEqual([]);
	});

	it("[CTR-4] nor does an adviser whom only the bank's books name, at a VIP counter that does cash", () => {
		const people = [person("gu-yan", "relationship-manager")];
		const adviser = staffOf({ configuration: CONFIGURATION, people })[0];
		const ofClosed = CONFIGURATION.counters.flatMap(({ modes }) => modes.filter(({ kind }) => kind === "closed"));
		expect(counterKindsOf({ configuration: CONFIGURATION, people }, adviser ?? CONFIGURATION.staff[0]!)).toContain(
			"vip",
		);
		expect(adviser?.services).not.toEqual([]);
		const cash = new Set(ofClosed.flatMap(({ services }) => services));
		expect(adviser?.services.filter((service) => cash.has(service) && service.includes("cash"))).toEqual([]);
	});

	it("[CTR-4] every role sits at its own kinds of counter unless the branch says otherwise", () => {
		const kinds = (role: Role, counterRoles?: Partial<Record<CounterMode["kind"], Role[]>>) =>
			counterKindsOf({ configuration: { ...CONFIGURATION, counterRoles }, people: null }, { id: "x", role });
		expect(kinds("closed-teller")).toEqual(["closed", "open", "vip", "smart"]);
		expect(kinds("relationship-manager")).toEqual(["vip", "rm-desk"]);
		expect(kinds("marketing-manager")).toEqual(["rm-desk"]);
		expect(kinds("lobby-usher")).toEqual(["smart"]);
		expect(kinds("lobby-manager")).toEqual([]);
		expect(kinds("branch-head")).toEqual(["open", "vip", "smart", "rm-desk"]);
		expect(kinds("closed-teller", { vip: ["relationship-manager"] })).toEqual(["closed", "open", "smart"]);
	});

	it("[CTR-4] what a branch configures holds in both directions, and never takes a counter from under its person", () => {
		const strict = configure({ ...EVERY_SKILL, counterRoles: { closed: ["open-teller"] } });
		expect(aDay(null).given([OPERATOR, strict]).when(CHEN, open("1"))).toEqual(refused);
		const open1 = skilled().given([CHEN, open("1")]);
		expect(open1.when(OPERATOR, strict)).toEqual({ refused: "configuration-in-use", detail: "1" });
	});

	it("[CTR-4] of several roles held at the branch one is enough; when it goes, so does the counter, once nobody is there", () => {
		const both = person("xu-na", "relationship-manager", "closed-teller");
		const busy = () =>
			skilled().given([SYSTEM, staffIs(both)], [XU, open("1")], [KIOSK, issue("cash")], [KIOSK, issue("cash")]);
		expect(gist(busy().when(SYSTEM, staffIs(person("xu-na", "relationship-manager"))))).toEqual([
			"staff-changed",
			"counter-closed",
		]);
		const day = busy().given([XU, callNext("1")], [SYSTEM, staffIs(person("xu-na", "relationship-manager"))]);
		expect(day.counter("1").status).toBe("open");
		day.given([XU, on("start-service", "A001")], [XU, on("finish-service", "A001")]);
		expect(day.when(XU, callNext("1"))).toEqual(refused);
	});

	it("[CTR-4] the pages are told who may sit where, and what kind each mode is", () => {
		const view = staffView(aDay().state);
		expect(view.staff.find(({ id }) => id === "xu-na")?.counterKinds).toEqual(["vip", "rm-desk"]);
		expect(view.modes.find(({ id }) => id === "1.cash")?.kind).toBe("closed");
	});
});
