import type { Examples } from "./example.ts";

const REASON = { reason: "客户来电核对" };

/** Identified customers and cases: what names somebody is asked for with a reason. */
export const RECORD_EXAMPLES = {
	exportPerson: {
		body: {
			phone: { summary: "By phone number", value: { by: "phone", value: "13812345678", reason: "客户要求查阅" } },
		},
	},
	rotateKeys: { body: { some: { summary: "A hundred at once", value: { limit: 100 } } } },
	recognise: { body: { card: { summary: "A card was read", value: { by: "card", value: "6222020200112233445" } } } },
	openCase: {
		body: {
			problem: {
				summary: "A problem that the branch head owns, due at closing time",
				value: { kind: "problem", ownerId: "100002", texts: { what: "3号窗口叫号器不响" } },
			},
			referral: {
				summary: "An identified customer in two taps: a name and why; all else may follow",
				value: { kind: "referral", fields: { name: "欧阳慧" }, facts: { reasonCode: "gold-card" } },
			},
			later: {
				summary: "One to be called, who agreed to it",
				value: {
					kind: "referral",
					stage: "to_follow_up",
					fields: { name: "欧阳慧", contact: { kind: "phone", value: "13812345678" } },
					facts: { reasonCode: "large-cash", consent: "given", consentHow: "spoken" },
				},
			},
		},
	},
	showCase: {
		body: {
			customer: { summary: "Which customer", value: { texts: ["customer.1"], ...REASON } },
			contact: { summary: "The number to call", value: { fields: ["name", "contact"], ...REASON } },
		},
	},
	searchCases: {
		body: { phone: { summary: "By phone number", value: { by: "phone", value: "13812345678", ...REASON } } },
	},
	eraseCase: { body: { asked: { summary: "The customer asked for it", value: { reason: "客户要求删除" } } } },
	moveCase: {
		body: {
			solved: { summary: "It is solved", value: { step: "solve", texts: { result: "已更换" } } },
			completed: {
				summary: "The contact of a referral is added in the evening",
				value: { step: "change", fields: { contact: { kind: "phone", value: "13812345678" } } },
			},
			signed: { summary: "A referral is signed: met in the hall", value: { step: "sign", stage: "introduced" } },
			sold: {
				summary: "What came of one: a deposit of 500,000 yuan",
				value: {
					step: "outcome",
					stage: "concluded",
					fields: { outcome: { accounts: [], sold: [{ product: "三年期定期", amountFen: 50_000_000 }] } },
				},
			},
		},
	},
} as const satisfies Readonly<Record<string, Examples>>;
