/** Words of the identified-customer record. */
export const referralWords = {
	zh: {
		refer: "推介",
		referOf: "推介 {{number}} 的客户",
		referSave: "点选识别原因，即保存",
		referSaved: "已保存",
		referSavedText: "可在“推介记录”中补充、签收",
		referAnother: "再推介一位",

		groupLarge: "大额交易",
		groupOpening: "开户办卡",
		groupNeed: "业务需求",
		groupAppearance: "外在特征",
		groupInformation: "信息线索",

		filterBy: "筛选",

		showText: "查看会记入审计记录：谁、何时、为什么",
		showReason: "查看原因",
		showWhyContact: "联系客户",
		showWhyVerify: "核对身份",
		showWhyComplete: "补全记录",
		showWhyAsked: "客户查询",
		showOther: "其他原因（勿写客户信息）",
		showNeedsReason: "请选择或填写原因",
	},
	en: {
		refer: "Refer",
		referOf: "Refer the customer of {{number}}",
		referSave: "Choose a reason: it is saved at once",
		referSaved: "Saved",
		referSavedText: "Complete or sign it under “Referrals”",
		referAnother: "Refer another",

		groupLarge: "Large transaction",
		groupOpening: "Account or card opening",
		groupNeed: "Business need",
		groupAppearance: "Appearance",
		groupInformation: "Information",

		filterBy: "Show",

		showText: "This is recorded in the audit log: who, when and why",
		showReason: "Reason",
		showWhyContact: "Contacting the customer",
		showWhyVerify: "Checking identity",
		showWhyComplete: "Completing the record",
		showWhyAsked: "The customer asked",
		showOther: "Another reason (no customer details)",
		showNeedsReason: "Choose or enter a reason",
	},
} as const;
