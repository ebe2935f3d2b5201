import { describe, expect, it } from "vitest";
import { fieldsToShow, hasField } from "../../client-kit/customer/referral-fields.ts";
import { secondsUntil, shownForMs } from "../../client-kit/time/shown-time.ts";
import { outcomeStatusOf, statusesToChoose } from "../../client-kit/words/referral-labels.ts";
import { fenOf, outcomeText } from "../../console-client/referrals/outcome/outcome-text.ts";
import { bodyOfOutcome, valuesOfOutcome } from "../../console-client/referrals/outcome/outcome-values.ts";
import { changeOf, valuesOf } from "../../console-client/referrals/referral-change.ts";
import { ReferralChange, ReferralRow } from "../../schema/customer/referral.ts";

const ROW = ReferralRow.parse({
	referralId: `r${"0".repeat(24)}`,
	branchId: "sh-lujiazui",
	businessDay: "2026-11-21",
	recordedAt: 1,
	status: "offered",
	reasonCode: "gold-card",
	staffId: "li-na",
	staffName: null,
	managerName: null,
	role: "lobby-manager",
	managerId: "zhu-lin",
	ticketId: null,
	customerReference: null,
	name: "李*",
	number: { kind: "id-number", value: "3101**********1234" },
	contact: null,
	has: { bestContactTime: false, remarks: true, outcome: false },
	consent: { status: "not-asked", how: null, at: null },
	objectedAt: null,
	mayContact: false,
	incomplete: false,
	signed: null,
	outcomeAt: null,
	erasedAt: null,
	version: 3,
});

describe("a personal value shown in full", () => {
	it("[CON-5] goes away as the server says, and never later than a minute from now", () => {
		expect(shownForMs(60_500, 1_000)).toBe(59_500);
		expect(shownForMs(900_000, 1_000)).toBe(60_000);
		expect(shownForMs(500, 1_000)).toBe(60_000);
		expect([secondsUntil(61_000, 1_000), secondsUntil(1_001, 1_000), secondsUntil(1_000, 5_000)]).toEqual([60, 1, 0]);
	});
	it("[CON-5] is offered only where the record holds one", () => {
		expect((["name", "number", "contact", "remarks", "outcome"] as const).map((field) => hasField(ROW, field))).toEqual(
			[true, true, false, true, false],
		);
		expect(fieldsToShow(ROW)).toEqual(["name", "number", "remarks"]);
		expect(fieldsToShow({ ...ROW, erasedAt: 5 })).toEqual([]);
	});
});

describe("a change of a record", () => {
	it("[CON-3] says nothing of what was not touched, least of all a masked value", () => {
		expect(changeOf(ROW, valuesOf(ROW))).toEqual({});
	});
	it("[CON-3] carries what was typed, in the form that the server takes", () => {
		const change = changeOf(ROW, {
			...valuesOf(ROW),
			status: "to_follow_up",
			managerId: " ",
			contact: " 13800138000 ",
			remarks: "",
			consent: "given",
			objection: true,
		});
		expect(change).toEqual({
			status: "to_follow_up",
			managerId: null,
			contact: { kind: "phone", value: "13800138000" },
			consent: { status: "given" },
			objection: true,
		});
		expect(ReferralChange.safeParse(change).success).toBe(true);
	});
	it("[PRV-19] leaves a record over by its outcome as it is, and may take it up again", () => {
		const over = { ...ROW, status: "not_interested" as const };
		expect(statusesToChoose("not_interested")).toEqual(["not_interested", "offered", "introduced", "to_follow_up"]);
		expect(statusesToChoose("offered")).toEqual(["offered", "introduced", "to_follow_up"]);
		expect(changeOf(over, valuesOf(over))).toEqual({});
		expect(changeOf(over, { ...valuesOf(over), status: "to_follow_up" })).toEqual({ status: "to_follow_up" });
	});
	it("[PRV-19] the form of an outcome starts from what is on record", () => {
		const known = { accounts: [{ kind: "活期", number: "62" }], sold: [{ product: "基金", amountFen: 150 }] };
		const over = { ...ROW, status: "concluded" as const, outcomeAt: 5 };
		const values = valuesOfOutcome(outcomeStatusOf(over), known);
		expect(values).toMatchObject({ status: "concluded", sold: [{ product: "基金", amountYuan: 1.5 }] });
		expect(bodyOfOutcome(values)).toEqual({ status: "concluded", ...known });
		expect(bodyOfOutcome({ ...values, status: "not_interested" })).toEqual({
			status: "not_interested",
			accounts: [],
			sold: [],
		});
	});
	it("[CON-3] counts money in fen", () => {
		expect([fenOf(0.1 + 0.2), fenOf(50_000)]).toEqual([30, 5_000_000]);
		expect(outcomeText({ accounts: [{ kind: "理财金账户" }], sold: [{ product: "基金", amountFen: 5_000_000 }] })).toBe(
			"理财金账户，基金 ¥50,000.00",
		);
		expect(outcomeText({ accounts: [], sold: [] })).toBe("—");
	});
});
