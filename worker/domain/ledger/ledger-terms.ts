import type { DevicePurpose } from "../../../schema/actor.ts";
import { SECTION_NAMES } from "../../../schema/configuration/sections.ts";
import type { RecognisedBy } from "../../../schema/customer/customer.ts";
import type { SearchedBy } from "../../../schema/customer/customer-values.ts";
import type { Bilingual } from "../../../schema/ids.ts";
import type { SignInMethod } from "../../../schema/people/session.ts";
import { SERVICE_SCOPE_NAMES } from "../../../schema/service-scope-name.ts";

/** What the values of an entry are called in its sentence. */
export const PURPOSE_NAMES: Readonly<Record<DevicePurpose, Bilingual>> = {
	display: { zh: "叫号大屏", en: "lobby screen" },
	kiosk: { zh: "取号机", en: "kiosk" },
	"counter-pad": { zh: "窗口屏", en: "counter pad" },
};

const METHOD_NAMES: Readonly<Record<SignInMethod, Bilingual>> = {
	password: { zh: "工号密码", en: "password" },
	"identity-provider": { zh: "统一身份登录", en: "single sign-on" },
	"device-key": { zh: "设备密钥", en: "device key" },
	demo: { zh: "演示", en: "demo" },
};

const STATUS_NAMES: Readonly<Record<string, Bilingual>> = {
	offered: { zh: "已提出", en: "offered" },
	introduced: { zh: "已推介", en: "introduced" },
	to_follow_up: { zh: "待跟进", en: "to follow up" },
	concluded: { zh: "已成交", en: "sale made" },
	not_interested: { zh: "客户无意向", en: "not interested" },
};

const STEP_NAMES: Readonly<Record<string, Bilingual>> = {
	change: { zh: "修改", en: "change" },
	sign: { zh: "签收", en: "sign" },
	outcome: { zh: "填写结果", en: "outcome" },
};

const FIELD_NAMES: Readonly<Record<string, Bilingual>> = {
	name: { zh: "姓名", en: "name" },
	number: { zh: "证件或账号", en: "number" },
	contact: { zh: "联系方式", en: "contact" },
	bestContactTime: { zh: "方便联系的时间", en: "best time to contact" },
	remarks: { zh: "备注", en: "remarks" },
	outcome: { zh: "结果", en: "outcome" },
};

const BY_NAMES: Readonly<Record<RecognisedBy | SearchedBy, Bilingual>> = {
	card: { zh: "卡号", en: "card" },
	account: { zh: "账号", en: "account" },
	"id-number": { zh: "证件号码", en: "ID number" },
	"information-number": { zh: "信息编号", en: "information number" },
	phone: { zh: "电话", en: "phone number" },
	reference: { zh: "客户编号", en: "customer reference" },
};

/** By the name of the subject's part. */
export const TERMS = {
	method: METHOD_NAMES,
	purpose: PURPOSE_NAMES,
	status: STATUS_NAMES,
	step: STEP_NAMES,
	section: SECTION_NAMES,
	fields: FIELD_NAMES,
	by: BY_NAMES,
	scopes: SERVICE_SCOPE_NAMES,
} as const satisfies Record<string, Readonly<Record<string, Bilingual>>>;
