import type { Examples } from "./example.ts";

const REASON = { reason: "客户来电核对" };

/** Identified customers and cases: what names somebody is asked for with a reason. */
export const RECORD_EXAMPLES = {
	createReferral: {
		body: {
			twoTaps: { summary: "A name and why; all else may follow", value: { name: "欧阳慧", reasonCode: "gold-card" } },
			later: {
				summary: "To be called, and agreed to it",
				value: {
					name: "欧阳慧",
					reasonCode: "large-deposit",
					status: "to_follow_up",
					contact: { kind: "phone", value: "13812345678" },
					consent: { status: "given", how: "spoken" },
				},
			},
		},
	},
	showReferral: {
		body: { contact: { summary: "The number to call", value: { fields: ["name", "contact"], ...REASON } } },
	},
	changeReferral: {
		body: {
			completed: {
				summary: "The contact is added in the evening",
				value: { contact: { kind: "phone", value: "13812345678" } },
			},
		},
	},
	signReferral: { body: { met: { summary: "Met in the hall", value: { status: "introduced" } } } },
	recordOutcome: {
		body: {
			sold: {
				summary: "A deposit of 500,000 yuan",
				value: { accounts: [], sold: [{ product: "三年期定期", amountFen: 50_000_000 }], status: "concluded" },
			},
		},
	},
	eraseReferral: { body: { asked: { summary: "The customer asked for it", value: { reason: "客户要求删除" } } } },
	searchReferrals: {
		body: { phone: { summary: "By phone number", value: { by: "phone", value: "13812345678", ...REASON } } },
	},
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
		},
	},
	showCase: { body: { customer: { summary: "Which customer", value: { texts: ["customer.1"], ...REASON } } } },
	eraseCase: { body: { asked: { summary: "The customer asked for it", value: { reason: "客户要求删除" } } } },
	moveCase: {
		body: { solved: { summary: "It is solved", value: { step: "solve", texts: { result: "已更换" } } } },
	},
} as const satisfies Readonly<Record<string, Examples>>;
