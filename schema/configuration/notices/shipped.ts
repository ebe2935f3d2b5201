import type { Notice } from "../../hall/notice.ts";

const notice = (id: string, title: [zh: string, en: string], text: [zh: string, en: string]): Notice => ({
	id,
	title: { zh: title[0], en: title[1] },
	text: { zh: text[0], en: text[1] },
});

/** What ships: advice against fraud and about the service, which always stands. */
export const SHIPPED_NOTICES: Notice[] = [
	notice(
		"codes",
		["验证码不要告诉任何人", "Keep your codes to yourself"],
		["银行工作人员不会向您要密码，也不会要短信验证码。", "Our staff never ask for a password or an SMS code."],
	),
	notice(
		"phone",
		["用手机看排队", "Follow the queue on your phone"],
		["扫一扫号票上的二维码，随时看前面还有几个人。", "Scan the code on your ticket: how many are ahead?"],
	),
	notice(
		"safe-account",
		["没有“安全账户”", "There is no “safe account”"],
		["让您把钱转到“安全账户”的，都是骗子。", "Anyone who asks you to move money to one is a fraud."],
	),
	notice(
		"help",
		["需要帮忙，请找大堂经理", "Need help? Ask the lobby manager"],
		["老年人、行动不便或带小孩的客户，请告诉我们。", "Elderly, disabled or with a child? Please tell us."],
	),
	notice(
		"strangers",
		["转账之前，想一想", "Think before you transfer"],
		["陌生人让您汇款，请先告诉我们，或拨打反诈专线 96110。", "A stranger asks for money? Tell us, or call 96110."],
	),
	notice(
		"missed",
		["错过叫号了？", "Missed your call?"],
		["请马上告诉大堂经理，可以帮您回到队伍里。", "Tell the lobby manager at once: you can rejoin the queue."],
	),
	notice(
		"screen",
		["不要共享手机屏幕", "Never share your phone's screen"],
		["让您下载软件、共享屏幕的，很可能是诈骗。", "Anyone who asks you to share it may be a fraud."],
	),
];
