import type { ReasonCode, ReasonGroup } from "./reason-code.ts";

const code = (id: string, group: ReasonGroup, zh: string, en: string): ReasonCode => ({ id, group, name: { zh, en } });

/** The list that ships. *Appearance* is one code and never a description of a person. */
export const REASON_CODES: readonly ReasonCode[] = [
	code("large-cash", "large-transaction", "大额现金", "Large cash"),
	code("large-remittance", "large-transaction", "大额汇款", "Large remittance"),
	code("large-exchange", "large-transaction", "大额外汇", "Large foreign exchange"),
	code("early-repayment", "large-transaction", "提前还贷", "Early loan repayment"),
	code("deposit-certificate", "large-transaction", "开立存款证明", "Deposit certificate"),
	code("certificate-loss", "large-transaction", "大额存单挂失", "Loss of a large certificate"),
	code("investment", "large-transaction", "购买基金、国债、保险或理财", "Bonds, funds, insurance or wealth products"),
	code("trading-account", "opening", "开立外汇或黄金交易账户", "Foreign exchange or gold trading account"),
	code("gold-card", "opening", "办理金卡或白金卡", "Gold or platinum card"),
	code("wealth-account", "opening", "开立理财金账户", "Wealth account"),
	code("safe-box", "business-need", "办理保管箱", "Safe box"),
	code("investment-advice", "business-need", "咨询复杂投资", "Complex investment advice"),
	code("appearance", "appearance", "外在特征", "Appearance"),
	code("address-or-employer", "information", "住址或工作单位", "Address or employer"),
	code("family-income", "information", "家庭成员高收入", "High-income family member"),
];
