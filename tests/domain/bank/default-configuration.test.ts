import { describe, expect, it } from "vitest";
import { BranchConfiguration, type CounterKind } from "../../../schema/hall/configuration.ts";
import { SEGMENT_WORDS } from "../../../schema/text/public-text.ts";
import { DEMO_BRANCHES } from "../../../worker/domain/bank/demo-branches.ts";
import { aDay, CONFIGURATION, issue, open, pad, staff } from "../a-day.ts";

describe("the branch that ships", () => {
	it("[CFG-4] is valid as it stands", () => {
		expect(BranchConfiguration.parse(CONFIGURATION)).toEqual(CONFIGURATION);
	});

	it("[CFG-4] has 12 counters of five kinds, 11 services in neutral series and eight zones", () => {
		const kinds = CONFIGURATION.counters.map((counter) => counter.modes[0]?.kind as CounterKind);
		const count = (kind: CounterKind) => kinds.filter((each) => each === kind).length;
		expect([count("closed"), count("open"), count("vip"), count("smart"), count("rm-desk")]).toEqual([4, 3, 2, 2, 1]);
		expect(CONFIGURATION.services).toHaveLength(11);
		expect([...new Set(CONFIGURATION.services.map((service) => service.series))]).toEqual(["A", "B", "C", "D", "E"]);
		expect(CONFIGURATION.zones).toHaveLength(8);
	});

	it("[CFG-4] every mode of every counter can be staffed, all at once by usual mode", () => {
		for (const counter of CONFIGURATION.counters) {
			for (const mode of counter.modes) {
				const able = CONFIGURATION.staff.filter((member) => member.services.some((id) => mode.services.includes(id)));
				expect(able.length).toBeGreaterThan(0);
			}
		}
		const day = aDay();
		const seats = "liu-yang zhao-min sun-lei chen-jing wang-fang zhou-ting wu-hao xu-na ma-jun zhu-lin gao-fei hu-yue";
		for (const [index, staffId] of seats.split(" ").entries()) {
			const counterId = String(index + 1);
			expect("events" in day.when(pad(counterId), open(counterId, { staffId }))).toBe(true);
		}
	});

	it("[CFG-4] every service has somebody and some counter to do it", () => {
		for (const { id } of CONFIGURATION.services) {
			expect(CONFIGURATION.staff.some((member) => member.services.includes(id))).toBe(true);
			expect(CONFIGURATION.counters.some(({ modes }) => modes.some((mode) => mode.services.includes(id)))).toBe(true);
		}
	});

	it("[CFG-2] whoever holds which class, the number is of the same series", () => {
		for (const { id } of CONFIGURATION.dispatch.classes) {
			const answer = aDay().answer(staff("li-na", "lobby-manager"), issue("cash", { class: id }));
			expect(answer).toMatchObject({ number: "A001" });
		}
	});

	it("[CFG-2] nothing that the hall reads of it names a segment", () => {
		const announced = CONFIGURATION.zones.filter((zone) => zone.announcesCalls);
		const labels = [...CONFIGURATION.counters.map((counter) => counter.label), ...announced.map((zone) => zone.name)];
		for (const { zh, en } of labels) {
			for (const word of SEGMENT_WORDS) expect(`${zh} ${en}`.toLowerCase()).not.toContain(word);
		}
	});

	it("[CFG-4] three demo branches of different kinds ship", () => {
		expect(DEMO_BRANCHES.map((branch) => branch.demo)).toEqual(["living", "quiet", "closed"]);
	});
});
