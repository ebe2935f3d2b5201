/** What a page says to somebody who misses a right; the rights' own names are in `RIGHT_NAMES`. */
export const rightWords = {
	zh: {
		deniedTitle: "您没有这项权限",
		deniedRight: "缺少的权限：{{right}}",
		deniedPlace: "这超出了您所在的机构范围。",
		deniedAsk: "如工作需要，请联系{{helper}}为您开通。",
	},
	en: {
		deniedTitle: "You do not have this right",
		deniedRight: "Missing right: {{right}}",
		deniedPlace: "This lies outside your part of the bank.",
		deniedAsk: "If you need it for your work, ask for it: {{helper}}.",
	},
} as const;
