import { describe, expect, it } from "vitest";
import { SUBJECT_MAX_CHARS } from "../../schema/ledger.ts";
import { subjectOf } from "../../worker/api/ledger-subject.ts";

describe("what a ledger entry says an act was done to", () => {
	it("[AUD-1] names who joins, and in which roles", () => {
		const assignments = [
			{ role: "open-teller", nodeId: "sh-lujiazui" },
			{ role: "lobby-usher", nodeId: "sh-lujiazui" },
		];
		const body = { staffId: "sh1001", name: { zh: "张伟", en: "Zhang Wei" }, assignments };
		const roles = "open-teller@sh-lujiazui lobby-usher@sh-lujiazui";
		expect(subjectOf(undefined, body)).toEqual({ staffId: "sh1001", roles });
	});

	it("[AUD-1] names which fields were seen, and none of their values", () => {
		const body = { fields: ["name", "contact"], reason: "call back", value: "13800138000", name: "李明" };
		const subject = subjectOf({ branchId: "sh-lujiazui", referralId: "r1" }, body);
		expect(subject).toEqual({ branchId: "sh-lujiazui", referralId: "r1", fields: "name contact" });
	});

	it("[AUD-1] takes no free text under an id's name, believes the address over the body, and stays short", () => {
		expect(subjectOf({ staffId: "a" }, { staffId: "b", nodeId: "李明 13800138000" })).toEqual({ staffId: "a" });
		const assignments = Array.from({ length: 20 }, () => ({
			role: "relationship-manager",
			nodeId: "sh-lujiazuizhongxin",
		}));
		expect(subjectOf(null, { assignments }).roles).toHaveLength(SUBJECT_MAX_CHARS);
		for (const body of [null, 7, "x", []]) expect(subjectOf(undefined, body)).toEqual({});
	});
});
