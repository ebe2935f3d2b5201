import { describe, expect, it } from "vitest";
import { Role } from "../../../schema/actor.ts";
import { SUBJECT_MAX_CHARS } from "../../../schema/ledger/ledger.ts";
import { ASSIGNMENTS_PER_PERSON_MAX } from "../../../schema/limits.ts";
import { subjectOf } from "../../../worker/api/door/ledger-subject.ts";

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

	it("[AUD-10] names by which kind of number a customer was looked up, and not the number", () => {
		expect(subjectOf({ branchId: "sh-lujiazui" }, { by: "phone", value: "13800138000" })).toEqual({
			branchId: "sh-lujiazui",
			by: "phone",
		});
	});

	it("[AUD-1] takes no free text under an id's name, and believes the address over the body", () => {
		expect(subjectOf({ staffId: "a" }, { staffId: "b", nodeId: "李明 13800138000" })).toEqual({ staffId: "a" });
		for (const body of [null, 7, "x", []]) expect(subjectOf(undefined, body)).toEqual({});
	});

	it("[AUD-1] names every role somebody may hold, however long, and stays short", () => {
		const [longest = ""] = Role.options.toSorted((one, other) => other.length - one.length);
		const assignments = (count: number) =>
			Array.from({ length: count }, () => ({ role: longest, nodeId: `${"a".repeat(12)}-${"b".repeat(24)}` }));
		const roles = subjectOf(null, { assignments: assignments(ASSIGNMENTS_PER_PERSON_MAX) }).roles ?? "";
		expect(roles.split(" ").filter((role) => role === `${longest}@${"a".repeat(12)}-${"b".repeat(24)}`)).toHaveLength(
			ASSIGNMENTS_PER_PERSON_MAX,
		);
		expect(subjectOf(null, { assignments: assignments(50) }).roles).toHaveLength(SUBJECT_MAX_CHARS);
	});
});
