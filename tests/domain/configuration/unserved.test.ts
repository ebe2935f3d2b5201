import { describe, expect, it } from "vitest";
import { COUNTERS } from "../../../schema/configuration/counters/counters.ts";
import { LIMITS } from "../../../schema/configuration/limits/limits.ts";
import { SERVICES } from "../../../schema/configuration/services/services.ts";
import { type BranchConfiguration, type Service, StoredConfiguration } from "../../../schema/hall/configuration.ts";
import type { Commit } from "../../../schema/hall/event.ts";
import { type ToldSection, takeSection } from "../../../worker/domain/commit/take-section.ts";
import { isRefusal } from "../../../worker/domain/hall/decision.ts";
import { aDay, CONFIGURATION, configured, type Day, issue, KIOSK, LIU, OPERATOR, open, SYSTEM } from "../a-day.ts";

/** As it ships, but no counter does business banking: what was allowed before. */
const UNSERVED: BranchConfiguration = configured(({ counters }) => {
	for (const { modes } of counters) {
		for (const mode of modes) {
			const others = mode.services.filter((id) => id !== "corporate");
			mode.services = others.length === 0 ? ["transfer"] : others;
		}
	}
});
const without = (configuration: BranchConfiguration): BranchConfiguration => ({
	...configuration,
	services: configuration.services.filter(({ id }) => id !== "corporate"),
	staff: configuration.staff.map((each) => ({
		...each,
		services: each.services.filter((id) => id !== "corporate"),
	})),
});
const byHand = (configuration: BranchConfiguration) => ({ type: "configure" as const, configuration });
const SENTENCE = /^没有窗口能办理“对公.*”：请将其加入某个窗口的模式[\s\S]*add it to a mode of a counter/;

/** A branch that runs on a configuration of before, with an open counter and somebody who waits. */
function aRunningBranch(): Day {
	const day = aDay(null).at("07:00");
	const configuredBefore: Commit = {
		...{ seq: 1, commandId: "of-before", fingerprint: "", actor: OPERATOR, at: day.now, command: byHand(UNSERVED) },
		events: [{ type: "branch-configured", configuration: UNSERVED }],
	};
	return day
		.replay(configuredBefore)
		.at("09:00")
		.given([LIU, open("1")], [KIOSK, issue("cash")]);
}

const told = (section: ToldSection["section"], value: object | null): ToldSection => ({ section, key: "v1", value });

/** What holds after the section was taken; its refusal otherwise. */
function taking(day: Day, section: ToldSection, before: object | null = null) {
	const made = takeSection(day.state, section, before, day.now);
	if (isRefusal(made)) return made;
	day.replay({
		...{ seq: day.state.seq + 1, commandId: "section", fingerprint: "", actor: SYSTEM, at: day.now },
		...{ command: { type: "take-section", section: section.section, key: section.key }, events: [...made.events] },
	});
	return day.state.configuration;
}

const named = (id: string, more: Partial<Service> = {}): Service => ({
	...(SERVICES.shipped.services[0] as Service),
	...{ id, name: { zh: `业务${id}`, en: `Business ${id}` }, onKiosk: false, ...more },
});

describe("a service that no counter can do", () => {
	it("[QUE-11] is refused with its place and what to do; the branch goes on with the old one", () => {
		const day = aDay().given([KIOSK, issue("cash")]);
		const refused = day.when(OPERATOR, byHand(UNSERVED));
		expect(refused).toMatchObject({ refused: "section-unfit", detail: expect.stringMatching(SENTENCE) });
		expect(day.state.configuration).toEqual(CONFIGURATION);
		expect(aDay(null).when(OPERATOR, byHand(UNSERVED))).toMatchObject({ refused: "section-unfit" });
		const made = taking(day, told("counters", COUNTERS.of(UNSERVED)));
		expect(made).toMatchObject({ refused: "section-unfit", detail: expect.stringMatching(SENTENCE) });
		// One that was stored under earlier rules is still read.
		expect(StoredConfiguration.safeParse(UNSERVED).success).toBe(true);
	});

	it("[QUE-12] keeps no running branch from what is published besides, nor from its hours changed by hand", () => {
		const limits = { ...LIMITS.of(UNSERVED), returnGraceMs: 600_000 };
		const day = aRunningBranch();
		const tickets = [...day.state.tickets.values()];
		expect(taking(day, told("limits", limits))).toMatchObject({ limits: { returnGraceMs: 600_000 } });
		const byHandOff = { date: "2026-11-24", hours: null, name: { zh: "停电", en: "Power cut" } };
		const calendar = { ...UNSERVED.calendar, byHand: [byHandOff] };
		day.given([OPERATOR, byHand({ ...day.state.configuration, calendar })]);
		expect([...day.state.tickets.values()]).toEqual(tickets);
		expect(day.counter("1").status).toBe("open");
	});

	it("[QUE-12] is mended by the counters, or by the services, that are published", () => {
		const counters = COUNTERS.of(CONFIGURATION);
		expect(taking(aRunningBranch(), told("counters", counters))).toMatchObject(counters);
		const { services, staff } = without(UNSERVED);
		const day = aRunningBranch();
		day.given([OPERATOR, byHand({ ...UNSERVED, staff })]);
		expect(taking(day, told("services", { services }))).toMatchObject({ services });
	});

	it("[QUE-12] is refused where it would be worse: one more, or one that a kiosk offers now", () => {
		const day = aRunningBranch();
		const offKiosk = UNSERVED.services.map((each) => (each.id === "corporate" ? { ...each, onKiosk: false } : each));
		expect(taking(day, told("services", { services: offKiosk }))).toMatchObject({ services: offKiosk });
		expect(taking(day, { ...told("services", { services: UNSERVED.services }), key: "v2" })).toMatchObject({
			refused: "section-unfit",
			detail: expect.stringMatching(/“对公.*”：请先不在取号机上提供[\s\S]*off the kiosks/),
		});
		const counters = COUNTERS.of(UNSERVED);
		const fewer = counters.counters.filter(({ modes }) => !modes.some(({ services: done }) => done.includes("loan")));
		expect(taking(day, told("counters", { ...counters, counters: fewer }))).toMatchObject({
			refused: "section-unfit",
			detail: expect.stringContaining("没有窗口能办理“理财"),
		});
	});

	it("[QUE-12] comes first when it is new and on no kiosk: then its counter, then the kiosk", () => {
		const day = aDay();
		const services = (more: Partial<Service>) => ({ services: [...CONFIGURATION.services, named("gold", more)] });
		expect(taking(day, told("services", services({ onKiosk: true })))).toMatchObject({ refused: "section-unfit" });
		expect(taking(day, told("services", services({})))).toMatchObject(services({}));
		const { zones, counters } = COUNTERS.of(CONFIGURATION);
		const able = counters.map((each) => ({
			...each,
			modes: each.modes.map((mode) => ({ ...mode, services: [...mode.services, "gold"] })),
		}));
		expect(taking(day, told("counters", { zones, counters: able }))).toMatchObject({ counters: able });
		const offered = { ...told("services", services({ onKiosk: true })), key: "v2" };
		expect(taking(day, offered)).toMatchObject(services({ onKiosk: true }));
	});

	it("[CFG-11] [QUE-12] comes back as it was when what was published is taken back", () => {
		const day = aRunningBranch();
		taking(day, told("counters", COUNTERS.of(CONFIGURATION)));
		const back = taking(day, { ...told("counters", null), key: "v2" }, COUNTERS.of(UNSERVED));
		expect(JSON.stringify(back)).toBe(JSON.stringify(UNSERVED));
	});

	it("[QUE-12] nor does any other fault of before keep it from what is published; a new one does", () => {
		const day = aDay();
		const [first, second, ...others] = CONFIGURATION.zones;
		if (first === undefined || second === undefined) throw new Error("nothing ships");
		const twins = { ...CONFIGURATION, zones: [first, { ...second, name: first.name }, ...others] };
		const events = [{ type: "branch-configured" as const, configuration: twins }];
		day.replay({
			...{ seq: day.state.seq + 1, commandId: "of-before", fingerprint: "", actor: OPERATOR, at: day.now },
			...{ command: byHand(twins), events },
		});
		const limits = { ...LIMITS.of(twins), returnGraceMs: 600_000 };
		expect(taking(day, told("limits", limits))).toMatchObject({ zones: twins.zones, limits });
		const more = SERVICES.of(twins).services.map((each) => ({ ...each, series: "A" }));
		const lost = more.filter(({ id }) => id !== "wealth");
		expect(taking(day, told("services", { services: lost }))).toMatchObject({
			refused: "section-unfit",
			detail: expect.stringContaining("用到了该网点没有的业务"),
		});
	});
});
