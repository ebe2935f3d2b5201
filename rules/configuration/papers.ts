type Text = { readonly zh: string; readonly en: string };

/** What a customer should have at hand: for each service, and for one that is not named here. */
export type Papers = {
	readonly services: readonly { readonly id: string; readonly papers: readonly Text[] }[];
	readonly others: readonly Text[];
};

const ID = { zh: "本人身份证件", en: "Your ID" };
const CARD = { zh: "银行卡或存折", en: "Your bank card or passbook" };

/** What ships: the papers that each service takes at any bank. */
export const SHIPPED_PAPERS = {
	services: [
		{ id: "cash", papers: [CARD, { zh: "存取 5 万元以上带身份证件", en: "Your ID for more than 50,000 yuan" }] },
		{ id: "large-cash", papers: [ID, CARD, { zh: "取款请先预约", en: "Please book a withdrawal in advance" }] },
		{ id: "bill-payment", papers: [CARD, { zh: "缴费通知单或户号", en: "The bill, or the account number on it" }] },
		{
			id: "transfer",
			papers: [ID, CARD, { zh: "收款人姓名、账号、开户行", en: "Payee's name, account number and bank" }],
		},
		{ id: "foreign-exchange", papers: [ID, CARD, { zh: "用途证明（如需）", en: "Proof of purpose, if needed" }] },
		{ id: "account-opening", papers: [ID, { zh: "本人手机", en: "Your mobile phone" }] },
		{ id: "loss-report", papers: [ID, { zh: "卡号或账号（如记得）", en: "Card or account number, if you know it" }] },
		{ id: "loan", papers: [ID, { zh: "收入证明", en: "Proof of income" }] },
		{
			id: "corporate",
			papers: [
				ID,
				{ zh: "营业执照", en: "Business licence" },
				{ zh: "公章和预留印鉴", en: "Company seal and specimen seals" },
			],
		},
	],
	others: [ID, CARD],
};

/** What a customer should have at hand for a service. */
export function papersFor({ services, others }: Papers, serviceId: string): readonly Text[] {
	return services.find(({ id }) => id === serviceId)?.papers ?? others;
}
