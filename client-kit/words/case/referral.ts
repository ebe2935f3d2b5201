import type { REFERRAL } from "../../../rules/case/referral.ts";
import type { KindWords } from "./kind-words.ts";

/** What the pages of all kinds say of a referral; its own pages have words of their own. */
export const REFERRAL_KIND_WORDS: KindWords<typeof REFERRAL> = {
	name: { zh: "推介", en: "Referral" },
	plural: { zh: "推介", en: "Referrals" },
	stages: {
		offered: { zh: "已提出", en: "Offered" },
		introduced: { zh: "已推介", en: "Introduced" },
		to_follow_up: { zh: "待跟进", en: "To follow up" },
		concluded: { zh: "已成交", en: "Sale made" },
		not_interested: { zh: "客户无意向", en: "Not interested" },
	},
	steps: {
		open: { act: { zh: "登记推介", en: "Refer a customer" }, done: { zh: "登记", en: "Recorded" } },
		change: { act: { zh: "修改", en: "Edit" }, done: { zh: "修改", en: "Changed" } },
		sign: { act: { zh: "签收", en: "Sign" }, done: { zh: "签收", en: "Signed" } },
		outcome: { act: { zh: "填写结果", en: "Record the outcome" }, done: { zh: "填写结果", en: "Outcome recorded" } },
	},
	texts: { why: { label: { zh: "代签原因", en: "Why you sign for the relationship manager" } } },
};
