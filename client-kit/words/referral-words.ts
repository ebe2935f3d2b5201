/** What the records of identified customers are called where pages lead to them. */
export const referralWords = {
	zh: { referrals: "推介记录" },
	en: { referrals: "Referrals" },
} as const;
