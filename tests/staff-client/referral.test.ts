import { describe, expect, it, vi } from "vitest";
import type { CallResult } from "../../client-kit/call/call.ts";
import { OFFLINE } from "../../client-kit/call/client-problem.ts";
import { recognisedBy } from "../../client-kit/customer/recognised-by.ts";
import { OutcomeBody, ReferralBody, ReferralChange, type ReferralRow } from "../../schema/customer/referral.ts";
import { problem } from "../../schema/problem.ts";
import { createRecordOutbox } from "../../staff-client/record/record-outbox.ts";
import { changeOf } from "../../staff-client/referral/change-of.ts";
import { draftOfOutcome, fenOf, outcomeOf, yuanOf } from "../../staff-client/referral/outcome-draft.ts";
import { bodyOf, EMPTY_DRAFT } from "../../staff-client/referral/referral-draft.ts";
import { syntheticCustomer } from "../../worker/domain/customer/synthetic-customer.ts";

const FULL = {
	...EMPTY_DRAFT,
	name: " 欧阳晓明 ",
	number: "6200001234567890",
	contact: "15412345678",
	bestContactTime: "周三下午",
	remarks: " ",
	consent: "given",
	managerId: "ma-jun",
} as const;

describe("a record being written", () => {
	it("[PRV-8] needs a name and a reason only", () => {
		expect(bodyOf(EMPTY_DRAFT, "large-cash", false)).toEqual({ gap: "referNameFirst" });
		const made = bodyOf({ ...EMPTY_DRAFT, name: "李明" }, "large-cash", false);
		expect(made).toEqual({ body: { name: "李明", reasonCode: "large-cash", status: "offered" } });
	});
	it("[PRV-8] carries what else is known, as the contract has it", () => {
		const made = bodyOf(FULL, "large-cash", false);
		const body = ReferralBody.parse("body" in made ? made.body : null);
		expect(body).toEqual({
			name: "欧阳晓明",
			reasonCode: "large-cash",
			status: "offered",
			number: { kind: "account", value: "6200001234567890" },
			contact: { kind: "phone", value: "15412345678" },
			bestContactTime: "周三下午",
			managerId: "ma-jun",
			consent: { status: "given", how: "spoken" },
		});
	});
	it("[PRV-10] names nobody where only references are kept", () => {
		expect(bodyOf(FULL, "large-cash", true)).toEqual({ gap: "referReferenceFirst" });
		expect(bodyOf({ ...FULL, reference: "20481234" }, "large-cash", true)).toEqual({ gap: "referReferenceWrong" });
		const made = bodyOf({ ...FULL, reference: " c-20481234 " }, "large-cash", true);
		expect(made).toMatchObject({ body: { customerReference: "C-20481234" } });
		expect(JSON.stringify(made)).not.toMatch(/欧阳|154|6200/);
	});
});

describe("a change", () => {
	const row = {
		status: "offered",
		managerId: null,
		consent: { status: "not-asked", how: null, at: null },
		objectedAt: null,
	} as ReferralRow;
	it("[PRV-9] holds only what differs from what was read", () => {
		const typed = { draft: EMPTY_DRAFT, status: "offered", objects: false, referenceOnly: false } as const;
		expect(changeOf(row, typed)).toEqual({});
		const change = changeOf(row, { ...typed, draft: FULL, status: "to_follow_up", objects: true });
		expect(ReferralChange.parse(change)).toEqual({
			status: "to_follow_up",
			name: "欧阳晓明",
			number: { kind: "account", value: "6200001234567890" },
			contact: { kind: "phone", value: "15412345678" },
			managerId: "ma-jun",
			bestContactTime: "周三下午",
			consent: { status: "given", how: "spoken" },
			objection: true,
		});
	});
});

describe("an outcome", () => {
	it.for([
		["200000", 20_000_000],
		["200,000", 20_000_000],
		["1.5", 150],
		["0.07", 7],
		["0.29", 29],
		["1 000.10", 100_010],
		["", null],
		["1.234", null],
		["-3", null],
		["1e9", null],
	] as const)("[PRV-9] %s yuan is %s fen", ([yuan, fen]) => {
		expect(fenOf(yuan)).toBe(fen);
		if (fen !== null) expect(fenOf(yuanOf(fen))).toBe(fen);
	});
	it("[PRV-19] concludes with a product and its amount, or an account; goes on from what is on record", () => {
		const empty = draftOfOutcome("concluded", null);
		expect(outcomeOf(empty)).toEqual({ gap: "outcomeEmpty" });
		expect(outcomeOf({ ...empty, sold: [{ product: "国债", yuan: "x" }] })).toEqual({ gap: "outcomeAmountWrong" });
		const made = outcomeOf({
			...empty,
			sold: [{ product: "国债", yuan: "2.50" }],
			accounts: [
				{ kind: "白金卡", number: "" },
				{ kind: "活期", number: "6200001234567890" },
			],
		});
		expect(outcomeOf({ ...empty, accounts: [{ kind: "", number: "62" }] })).toEqual({ gap: "outcomeEmpty" });
		const outcome = OutcomeBody.parse("outcome" in made ? made.outcome : null);
		expect(outcome).toEqual({
			status: "concluded",
			sold: [{ product: "国债", amountFen: 250 }],
			accounts: [{ kind: "白金卡" }, { kind: "活期", number: "6200001234567890" }],
		});
		const { sold, accounts } = outcome;
		expect(outcomeOf(draftOfOutcome("concluded", { sold, accounts }))).toEqual({ outcome });
	});
	it("[PRV-19] of a customer who wants nothing, or is still to be followed up, needs no product", () => {
		const typed = { ...draftOfOutcome("not_interested", null), sold: [{ product: "国债", yuan: "x" }] };
		expect(outcomeOf(typed)).toEqual({ outcome: { status: "not_interested", sold: [], accounts: [] } });
		const status = "to_follow_up";
		expect(outcomeOf(draftOfOutcome(status, null))).toEqual({ outcome: { status, sold: [], accounts: [] } });
	});
});

type Answer = CallResult<{ readonly referralId: string }>;

describe("a record on its way", () => {
	const offline: Answer = { ok: false, problem: OFFLINE };
	const saved: Answer = { ok: true, value: { referralId: `r${"0".repeat(24)}` } };
	const body = { name: "李明", reasonCode: "large-cash", status: "offered" } as const;

	it("[PRV-8] is tried again under the same id until there is an answer", async () => {
		const answers = [offline, offline, saved];
		const ids: string[] = [];
		const post = async (commandId: string) => {
			ids.push(commandId);
			return answers.shift() ?? saved;
		};
		const waiting: number[] = [];
		const outbox = createRecordOutbox({
			post,
			random: () => 0,
			onChange: () => waiting.push(outbox.state().waiting),
		});
		const sent = await outbox.send(EMPTY_DRAFT, body);
		expect(sent).toEqual({ status: "saved", saved: { referralId: `r${"0".repeat(24)}` } });
		expect(new Set(ids).size).toBe(1);
		expect(ids).toHaveLength(3);
		expect(Math.max(...waiting)).toBe(1);
		expect(outbox.state()).toEqual({ waiting: 0, sending: 0 });
	});
	it("[PRV-8] is tried at once when the network is back", async () => {
		vi.useFakeTimers();
		const answers = [offline, saved];
		const post = vi.fn(async () => answers.shift() ?? saved);
		const outbox = createRecordOutbox({ post, random: () => 1, onChange: () => undefined });
		const sent = outbox.send(EMPTY_DRAFT, body);
		await vi.advanceTimersByTimeAsync(1);
		expect(post).toHaveBeenCalledTimes(1);
		outbox.hurry();
		expect((await sent).status).toBe("saved");
		vi.useRealTimers();
	});
	it("[PRV-8] comes back as it was typed when it is refused", async () => {
		const refused: Answer = { ok: false, problem: problem("unknown-reason-code") };
		const outbox = createRecordOutbox({ post: async () => refused, onChange: () => undefined });
		expect(await outbox.send(FULL, body)).toMatchObject({ status: "refused", draft: FULL });
		expect(outbox.state()).toEqual({ waiting: 0, sending: 0 });
	});
});

describe("a number typed or scanned", () => {
	it("[PRV-11] is a phone, document or card by its shape, however it is grouped", () => {
		for (let index = 0; index < 500; index++) {
			const { card, idNumber, phone } = syntheticCustomer(7, index);
			expect(recognisedBy(phone)).toEqual({ by: "phone", value: phone });
			expect(recognisedBy(idNumber.toLowerCase())).toEqual({ by: "id-number", value: idNumber });
			expect(recognisedBy(card.replaceAll(/(.{4})/g, "$1 "))).toEqual({ by: "card", value: card });
		}
	});
	it.for(["", "12", "李明", "123456789012345678901", "1234567890X"])("[PRV-11] %j is none of them", (typed) => {
		expect(recognisedBy(typed)).toBeNull();
	});
});
