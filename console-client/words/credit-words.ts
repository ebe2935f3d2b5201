/** Words of the points for referrals. */
export const creditWords = {
	zh: {
		credit: "推介积分",
		creditTitle: "{{branch}} · 推介积分",
		creditText: "每笔成交的推介共 100 分，按识别引导、提供信息、促成成交的占比分给同事。本人只看到自己的积分。",
		creditEarlier: "上一月",
		creditNow: "本月",
		creditPerson: "同事",
		creditPoints: "{{month}} 积分",
		creditRecords: "笔数",
		creditNone: "这两个月还没有成交的推介。推介记录填写结果为“已成交”后，积分会出现在这里。",
	},
	en: {
		credit: "Credit for referrals",
		creditTitle: "{{branch}} · credit for referrals",
		creditText:
			"Each referral that ends in a sale earns 100 points, shared by who recognised the customer, who gave information and who closed. Everybody else sees only their own points.",
		creditEarlier: "Month before",
		creditNow: "This month",
		creditPerson: "Colleague",
		creditPoints: "Points in {{month}}",
		creditRecords: "Referrals",
		creditNone:
			"No referral ended in a sale in these two months. Once the outcome of a referral is a sale, its points appear here.",
	},
} as const;
