import type { REFERRAL } from "../../../rules/case/referral.ts";
import { REASON_CODES } from "../../../schema/shipped-reason-codes.ts";
import type { KindWords } from "./kind-words.ts";

/** What the pages say of a referral, the identified-customer record. */
export const REFERRAL_KIND_WORDS: KindWords<typeof REFERRAL> = {
	name: { zh: "推介记录", en: "Referral" },
	plural: { zh: "推介记录", en: "Referrals" },
	stages: {
		offered: { zh: "已提出", en: "Offered" },
		introduced: { zh: "已推介", en: "Introduced" },
		to_follow_up: { zh: "待跟进", en: "To follow up" },
		concluded: { zh: "已成交", en: "Sale made" },
		not_interested: { zh: "客户无意向", en: "Not interested" },
	},
	steps: {
		open: { act: { zh: "推介客户", en: "Refer a customer" }, done: { zh: "登记", en: "Recorded" } },
		change: { act: { zh: "补充记录", en: "Edit" }, done: { zh: "修改", en: "Changed" } },
		sign: { act: { zh: "签收", en: "Sign" }, done: { zh: "签收", en: "Signed" } },
		outcome: {
			act: { zh: "填写结果", en: "Record the outcome" },
			again: { zh: "修改结果", en: "Change the outcome" },
			done: { zh: "填写结果", en: "Outcome recorded" },
		},
	},
	texts: {
		why: {
			label: { zh: "代签原因", en: "Why you sign for the relationship manager" },
			hint: { zh: "记入审计记录，勿写客户信息", en: "This is recorded in the audit log: no customer details" },
		},
	},
	values: {
		name: { zh: "客户姓名", en: "Customer's name" },
		contact: { zh: "联系方式", en: "Contact" },
		number: { zh: "证件或账号", en: "Number" },
		bestContactTime: { zh: "方便联系的时间", en: "Best time to contact" },
		remarks: { zh: "备注", en: "Remarks" },
		outcome: { zh: "结果", en: "Outcome" },
		"outcome.sold": { zh: "销售产品", en: "Products sold" },
		"outcome.sold.product": { zh: "产品", en: "Product" },
		"outcome.sold.amountFen": { zh: "金额（元）", en: "Amount (yuan)" },
		"outcome.accounts": { zh: "开立账户", en: "Accounts opened" },
		"outcome.accounts.kind": { zh: "开立的账户", en: "Account opened" },
		"outcome.accounts.number": { zh: "账号（选填）", en: "Account number (optional)" },
		customerReference: { zh: "客户编号", en: "Customer reference" },
		ticketId: { zh: "号码", en: "Ticket" },
		owner: { zh: "客户经理", en: "Relationship manager" },
		reasonCode: { zh: "识别原因", en: "Reason" },
		staffId: { zh: "识别人", en: "Recognised by" },
		role: { zh: "识别人岗位", en: "Recognised as" },
		informedBy: { zh: "提供信息的同事", en: "Colleague who gave the information" },
		consent: { zh: "联系同意", en: "Consent to contact" },
		consentHow: { zh: "征得方式", en: "How it was given" },
		objection: { zh: "客户拒绝联系", en: "Customer does not want to be contacted" },
		objectedAt: { zh: "客户拒绝联系", en: "Objected" },
		signedBy: { zh: "签收", en: "Signed" },
		signedAt: { zh: "签收时间", en: "Signed at" },
		outcomeAt: { zh: "结果登记", en: "Outcome recorded at" },
	},
	codes: {
		reasonCode: Object.fromEntries(REASON_CODES.map(({ id, name }) => [id, name])),
		consent: {
			given: { zh: "同意", en: "Given" },
			refused: { zh: "不同意", en: "Refused" },
			"not-asked": { zh: "未询问", en: "Not asked" },
		},
		consentHow: {
			spoken: { zh: "口头", en: "Spoken" },
			written: { zh: "书面", en: "Written" },
			phone: { zh: "电话", en: "By phone" },
			online: { zh: "网上", en: "Online" },
		},
	},
	signs: {
		unsigned: { zh: "待签收", en: "To be signed" },
		signed: { zh: "已签收", en: "Signed" },
		incomplete: { zh: "待补联系方式", en: "Contact missing" },
		objected: { zh: "客户拒绝联系", en: "Customer does not want to be contacted" },
		"no-contact": { zh: "不得营销联系", en: "No marketing contact" },
	},
	lists: {
		unsigned: { zh: "待签收", en: "To be signed" },
		follow: { zh: "待跟进", en: "To follow up" },
		incomplete: { zh: "夕会待补", en: "To complete" },
		mine: { zh: "与我有关", en: "Mine" },
	},
};
