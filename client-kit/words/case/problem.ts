import type { PROBLEM } from "../../../rules/case/problem.ts";
import type { KindWords } from "./kind-words.ts";

/** What the pages say of a problem of the day. */
export const PROBLEM_WORDS: KindWords<typeof PROBLEM> = {
	name: { zh: "问题", en: "Problem" },
	plural: { zh: "问题", en: "Problems" },
	stages: {
		open: { zh: "未解决", en: "Open" },
		solved: { zh: "已解决", en: "Solved" },
		dropped: { zh: "已撤销", en: "Withdrawn" },
	},
	steps: {
		open: { act: { zh: "登记问题", en: "Report a problem" }, done: { zh: "登记", en: "Reported" } },
		"hand-over": { act: { zh: "转交", en: "Hand over" }, done: { zh: "转交", en: "Handed over" } },
		"carry-over": { act: { zh: "延期", en: "Carry over" }, done: { zh: "延期", en: "Carried over" } },
		solve: { act: { zh: "已解决", en: "Mark as solved" }, done: { zh: "解决", en: "Solved" } },
		drop: { act: { zh: "撤销", en: "Withdraw" }, done: { zh: "撤销", en: "Withdrawn" } },
	},
	texts: {
		what: {
			label: { zh: "问题描述", en: "What is wrong" },
			hint: {
				zh: "例如：3号窗口叫号器不响（勿写客户信息）",
				en: "For example: the call button at counter 3 does not work (no customer details here)",
			},
		},
		customer: {
			label: { zh: "涉及的客户", en: "Customer concerned" },
			hint: {
				zh: "姓名或号码；加密保存，查看须说明原因",
				en: "Name or number; stored encrypted, shown only with a reason",
			},
		},
		result: { label: { zh: "处理结果", en: "How it was solved" } },
		why: { label: { zh: "原因", en: "Reason" } },
	},
};
