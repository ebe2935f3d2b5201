import type { Role } from "./actor.ts";
import type { Bilingual } from "./ids.ts";

/** What each role is called. A file of people that is imported may say the Chinese name, the English name or the key of a role. */
export const ROLE_NAMES: Readonly<Record<Role, Bilingual>> = {
	"lobby-manager": { zh: "大堂经理", en: "Lobby manager" },
	"lobby-usher": { zh: "大堂引导员", en: "Lobby usher" },
	"stand-in": { zh: "递补人员", en: "Stand-in" },
	"closed-teller": { zh: "封闭式柜员", en: "Closed-counter teller" },
	"open-teller": { zh: "开放式柜员", en: "Open-counter teller" },
	"relationship-manager": { zh: "客户经理", en: "Relationship manager" },
	"marketing-manager": { zh: "营销经理", en: "Marketing manager" },
	"branch-head": { zh: "网点负责人", en: "Branch head" },
	"deputy-head": { zh: "网点副职", en: "Deputy head" },
	"duty-supervisor": { zh: "事中监督", en: "Duty supervisor" },
	"back-office": { zh: "后台人员", en: "Back office" },
	"it-support": { zh: "技术支持", en: "IT support" },
	guard: { zh: "保安", en: "Guard" },
	"retail-department": { zh: "个人金融业务部", en: "Retail department" },
	"human-resources": { zh: "人力资源部", en: "Human resources" },
	"head-office-operator": { zh: "总行操作员", en: "Head-office operator" },
	auditor: { zh: "审计员", en: "Auditor" },
};
