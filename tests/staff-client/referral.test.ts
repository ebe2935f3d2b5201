import { describe, expect, it, vi } from "vitest";
import type { CallResult } from "../../client-kit/call/call.ts";
import { OFFLINE } from "../../client-kit/call/client-problem.ts";
import {
	broughtBy,
	type CaseDraft,
	caseFieldsOf,
	EMPTY_CASE_DRAFT,
	ruleOf,
	stageNow,
	waysOf,
} from "../../client-kit/case/case-form.ts";
import { valuesOf } from "../../client-kit/case/case-values.ts";
import { draftOfLists, type ListsDraft } from "../../client-kit/case/field-draft.ts";
import { fenOf, yuanOf } from "../../client-kit/case/money.ts";
import { recognisedBy } from "../../client-kit/customer/recognised-by.ts";
import { secondsUntil, shownForMs } from "../../client-kit/time/shown-time.ts";
import type { StepRule } from "../../rules/case/definition.ts";
import { REFERRAL } from "../../rules/case/referral.ts";
import { CaseBrought, type CaseDone, type CaseInFull, type CaseShown } from "../../schema/customer/case.ts";
import type { Bilingual } from "../../schema/ids.ts";
import { problem } from "../../schema/problem.ts";
import { createRecordOutbox } from "../../staff-client/record/record-outbox.ts";
import { syntheticCustomer } from "../../worker/domain/customer/synthetic-customer.ts";

const FULL: CaseDraft = {
	...EMPTY_CASE_DRAFT,
	ownerId: "ma-jun",
	fields: {
		name: " 欧阳晓明 ",
		number: { kind: "account", value: "6200001234567890" },
		contact: { kind: "phone", value: "15412345678" },
		bestContactTime: "周三下午",
		remarks: " ",
	},
	facts: { reasonCode: "large-cash", consent: "given" },
};
const NAMED = {
	name: "欧阳晓明",
	number: { kind: "account", value: "6200001234567890" },
	contact: { kind: "phone", value: "15412345678" },
	bestContactTime: "周三下午",
};
const opening = (draft: CaseDraft, referenceOnly = false) => {
	const fields = caseFieldsOf(REFERRAL, REFERRAL.opening, referenceOnly);
	return broughtBy(draft, fields, { definition: REFERRAL, rule: REFERRAL.opening, shown: null, inHall: true });
};
const SHOWN = {
	kind: "referral",
	stage: "offered",
	ownerId: "li-na",
	facts: { isAssigned: 0, reasonCode: "large-cash", consent: "not-asked", objectedAt: null },
	fields: {},
	steps: [],
} as unknown as CaseShown;
const ADVISER = { staffId: "ma-jun", may: () => true };
const stepping = (step: string, draft: CaseDraft, shown = SHOWN) => {
	const rule = ruleOf(REFERRAL, step, shown, ADVISER) ?? {};
	return broughtBy(draft, caseFieldsOf(REFERRAL, rule as StepRule), {
		definition: REFERRAL,
		rule,
		shown,
		inHall: true,
	});
};

describe("a record being written", () => {
	it("[PRV-8] needs a reason, and carries what else is known, as the contract has it", () => {
		expect(opening(EMPTY_CASE_DRAFT)).toEqual({ gap: "reasonCode" });
		const made = opening(FULL);
		const facts = { reasonCode: "large-cash", consent: "given", consentHow: "spoken" };
		expect(made).toEqual({ brought: { texts: {}, ownerId: "ma-jun", fields: NAMED, facts } });
		expect(CaseBrought.safeParse("brought" in made ? made.brought : null).success).toBe(true);
	});
	it("[PRV-10] names nobody where only references are kept", () => {
		expect(opening({ ...FULL, ties: { customerReference: "20481234" } }, true)).toEqual({
			gap: "customerReference",
			isWrong: true,
		});
		const made = opening({ ...FULL, ties: { customerReference: " c-20481234 " } }, true);
		expect(made).toMatchObject({ brought: { ties: { customerReference: "C-20481234" } } });
		expect(JSON.stringify(made)).not.toMatch(/欧阳|154|6200/);
	});
});

describe("a change", () => {
	it("[PRV-9] [CON-3] holds only what differs from what was read", () => {
		const asItIs = {
			...EMPTY_CASE_DRAFT,
			stage: "offered",
			facts: { ...SHOWN.facts, objection: 0 } as CaseDraft["facts"],
		};
		expect(stepping("change", asItIs)).toEqual({ brought: { texts: {} } });
		const facts = { ...FULL.facts, reasonCode: "gold-card", objection: 1 };
		expect(stepping("change", { ...FULL, stage: "to_follow_up", facts })).toEqual({
			brought: {
				...{ texts: {}, ownerId: "ma-jun", stage: "to_follow_up", fields: NAMED },
				facts: { reasonCode: "gold-card", consent: "given", consentHow: "spoken", objection: 1 },
			},
		});
	});
	it("[PRV-9] takes the manager away who was chosen", () => {
		const assigned = { ...SHOWN, facts: { ...SHOWN.facts, isAssigned: 1 } };
		expect(stepping("change", { ...EMPTY_CASE_DRAFT, ownerId: "" }, assigned)).toEqual({
			brought: { texts: {}, ownerId: null },
		});
	});
	it("[PRV-19] leaves a record over by its outcome as it is, and may take it up again", () => {
		const over = { ...SHOWN, stage: "not_interested" };
		expect(stageNow("change", REFERRAL.steps.change, over)).toBeNull();
		expect(stepping("change", { ...EMPTY_CASE_DRAFT, stage: "to_follow_up" }, over)).toEqual({
			brought: { texts: {}, stage: "to_follow_up" },
		});
	});
});

describe("a signature", () => {
	it("[PRV-20] is one press for each way it ends; a head in place of the manager says why", () => {
		expect(waysOf("sign", SHOWN, ADVISER)).toEqual(["introduced", "to_follow_up"]);
		const assigned = { ...SHOWN, ownerId: "hu-yue", facts: { ...SHOWN.facts, isAssigned: 1 } };
		const needs = (right: string) =>
			ruleOf(REFERRAL, "sign", assigned, { staffId: "x", may: (each) => each === right })?.needs ?? null;
		expect([needs("referral.oversee"), needs("referral.sign")]).toEqual([["stage", "why"], null]);
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
	const { lists } = REFERRAL.fields.outcome;
	const outcome = (stage: string, typed: ListsDraft) =>
		stepping("outcome", { ...EMPTY_CASE_DRAFT, stage, fields: { outcome: typed } });
	const wrong = { gap: "outcome", isWrong: true };

	it("[PRV-19] concludes with a product and its amount, or an account; goes on from what is on record", () => {
		const empty = draftOfLists(lists, null);
		expect(stageNow("outcome", REFERRAL.steps.outcome, SHOWN)).toBe("concluded");
		expect(outcome("concluded", empty)).toEqual(wrong);
		expect(outcome("concluded", { ...empty, sold: [{ product: "国债", amountFen: "x" }] })).toEqual(wrong);
		expect(outcome("concluded", { ...empty, accounts: [{ kind: "", number: "62" }] })).toEqual(wrong);
		const made = outcome("concluded", {
			sold: [{ product: "国债", amountFen: "2.50" }],
			accounts: [
				{ kind: "白金卡", number: "" },
				{ kind: "活期", number: "6200001234567890" },
			],
		});
		const value = {
			sold: [{ product: "国债", amountFen: 250 }],
			accounts: [{ kind: "白金卡" }, { kind: "活期", number: "6200001234567890" }],
		};
		expect(made).toEqual({ brought: { texts: {}, stage: "concluded", fields: { outcome: value } } });
		expect(CaseBrought.safeParse("brought" in made ? made.brought : null).success).toBe(true);
		expect(outcome("concluded", draftOfLists(lists, value))).toEqual(made);
	});
	it("[PRV-19] of a customer who wants nothing, or is still to be followed up, needs no product", () => {
		const typed = { ...draftOfLists(lists, null), sold: [{ product: "国债", amountFen: "x" }] };
		const nothing = { texts: {}, fields: { outcome: null } };
		expect(outcome("not_interested", typed)).toEqual({ brought: { ...nothing, stage: "not_interested" } });
		expect(outcome("to_follow_up", draftOfLists(lists, null))).toEqual({
			brought: { ...nothing, stage: "to_follow_up" },
		});
	});
});

describe("a personal value shown in full", () => {
	it("[CON-5] goes away as the server says, and never later than a minute from now", () => {
		expect(shownForMs(60_500, 1_000)).toBe(59_500);
		expect(shownForMs(900_000, 1_000)).toBe(60_000);
		expect(shownForMs(500, 1_000)).toBe(60_000);
		expect([secondsUntil(61_000, 1_000), secondsUntil(1_001, 1_000), secondsUntil(1_000, 5_000)]).toEqual([60, 1, 0]);
	});
	it("[CON-5] [PRV-6] stands in the place of its mask, and is told apart from what there is not", () => {
		const fields = { name: "李*明", number: { kind: "account", value: "6222********1234" }, outcome: null };
		const shown = { ...SHOWN, fields, ties: {} };
		const saying = { t: (word: string) => word, name: ({ en }: Bilingual) => en, person: String, moment: String };
		const values = (inFull: CaseInFull | null) =>
			Object.fromEntries(valuesOf(shown, inFull, saying).map(({ id, value }) => [id, value]));
		expect(values(null)).toMatchObject({
			...{ name: "李*明", number: "kindAccount 6222********1234", outcome: "caseKept", remarks: "caseNothing" },
			...{ reasonCode: "Large cash", consent: "Not asked" },
		});
		const sold = [{ product: "基金", amountFen: 5_000_050 }];
		const full = { name: "李小明", outcome: { accounts: [{ kind: "理财金账户" }], sold } };
		expect(values({ texts: {}, fields: full })).toMatchObject({
			name: "李小明",
			outcome: "理财金账户；基金 ¥50000.50",
			number: "kindAccount 6222********1234",
		});
	});
});

type Answer = CallResult<CaseDone>;

describe("a record on its way", () => {
	const offline: Answer = { ok: false, problem: OFFLINE };
	const saved: Answer = { ok: true, value: { caseId: "sh-bund_0", version: 1 } };
	const body = { kind: "referral", fields: { name: "李明" }, facts: { reasonCode: "large-cash" } } as const;

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
		const sent = await outbox.send(EMPTY_CASE_DRAFT, body);
		expect(sent).toEqual({ status: "saved", saved: { caseId: "sh-bund_0", version: 1 } });
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
		const sent = outbox.send(EMPTY_CASE_DRAFT, body);
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
