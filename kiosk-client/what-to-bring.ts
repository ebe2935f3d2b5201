import type { Bilingual } from "../schema/ids.ts";

const ID = { zh: "本人身份证件", en: "Your ID" };
const CARD = { zh: "银行卡或存折", en: "Your bank card or passbook" };

/** The papers that each business takes at any bank; what a branch asks for beyond them it says itself. */
const PAPERS: Readonly<Record<string, readonly Bilingual[]>> = {
	cash: [CARD, { zh: "存取 5 万元以上带身份证件", en: "Your ID for more than 50,000 yuan" }],
	"large-cash": [ID, CARD, { zh: "取款请先预约", en: "Please book a withdrawal in advance" }],
	"bill-payment": [CARD, { zh: "缴费通知单或户号", en: "The bill, or the account number on it" }],
	transfer: [ID, CARD, { zh: "收款人姓名、账号、开户行", en: "Payee's name, account number and bank" }],
	"foreign-exchange": [ID, CARD, { zh: "用途证明（如需）", en: "Proof of purpose, if needed" }],
	"account-opening": [ID, { zh: "本人手机", en: "Your mobile phone" }],
	"loss-report": [ID, { zh: "卡号或账号（如记得）", en: "Card or account number, if you know it" }],
	loan: [ID, { zh: "收入证明", en: "Proof of income" }],
	corporate: [
		ID,
		{ zh: "营业执照", en: "Business licence" },
		{ zh: "公章和预留印鉴", en: "Company seal and specimen seals" },
	],
};

/** What a customer should have at hand for a business; for one that is not known here, what nearly all take. */
export function whatToBring(serviceId: string): readonly Bilingual[] {
	return PAPERS[serviceId] ?? [ID, CARD];
}
