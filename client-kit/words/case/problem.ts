import type { PROBLEM } from "../../../rules/case/problem.ts";
import type { KindWords } from "./kind-words.ts";

/** What the pages say of a problem of the day. */
export const PROBLEM_WORDS: KindWords<typeof PROBLEM> = {
	name: { zh: "问题", en: "Problem" },
	plural: { zh: "问题", en: "Problems" },
	stages: {
		open: { zh: "未解决", en: "Open" },
		solved: { zh: "已解决", en: "Solved" },
		dropped: { zh: "已撤销", en: "Dropped" },
	},
	steps: {
		open: { act: { zh: "记一个问题", en: "Report a problem" }, done: { zh: "提出", en: "Reported" } },
		"hand-over": { act: { zh: "转给他人", en: "Hand over" }, done: { zh: "转交", en: "Handed over" } },
		"carry-over": { act: { zh: "延期", en: "Carry over" }, done: { zh: "延期", en: "Carried over" } },
		solve: { act: { zh: "已解决", en: "Solved" }, done: { zh: "解决", en: "Solved" } },
		drop: { act: { zh: "撤销", en: "Drop" }, done: { zh: "撤销", en: "Dropped" } },
	},
	texts: {
		what: {
			label: { zh: "什么问题", en: "What is wrong" },
			hint: {
				zh: "如：3号柜台叫号器不响（这里勿写客户信息）",
				en: "Such as: the caller at counter 3 is silent (no customer data here)",
			},
		},
		customer: {
			label: { zh: "涉及的客户", en: "Customer concerned" },
			hint: { zh: "姓名或号码；加密保存，查看须说明原因", en: "Name or number; kept sealed, seen with a reason" },
		},
		result: { label: { zh: "怎么解决的", en: "How it was solved" } },
		why: { label: { zh: "原因", en: "Why" } },
	},
};
