import { describe, expect, it } from "vitest";
import { papersFor, SHIPPED_PAPERS } from "../../../rules/configuration/papers.ts";
import { PROMPTS } from "../../../schema/configuration/prompts/prompts.ts";
import { faultsOf } from "../../../schema/configuration/section-faults.ts";

const { services, others } = PROMPTS.shipped;

describe("what customers should have at hand", () => {
	it("[CFG-21] as shipped is good, and stands for every service, also for one that is not named", () => {
		expect(faultsOf("prompts", PROMPTS.shipped)).toEqual([]);
		expect(papersFor(SHIPPED_PAPERS, "loan")).toEqual(services.find(({ id }) => id === "loan")?.papers);
		expect(papersFor(SHIPPED_PAPERS, "anything-else")).toEqual(others);
	});

	it("[CFG-21] a service named twice, a segment's name and an empty list are refused with what to do", () => {
		const [first] = services;
		if (first === undefined) throw new Error("nothing ships");
		expect(faultsOf("prompts", { services: [first, first], others })).toMatchObject([
			{ field: `services.${first.id}`, zh: expect.stringContaining("请") },
		]);
		const vip = [{ zh: "私人银行卡", en: "Private banking card" }];
		expect(faultsOf("prompts", { services: [], others: vip })).toMatchObject([{ field: "others" }]);
		expect(faultsOf("prompts", { services: [{ ...first, papers: [] }], others })).toHaveLength(1);
	});
});
