import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import type { Locale } from "../../client-kit/language/i18n.ts";
import type { RefusalReason } from "../../client-kit/live/connection.ts";
import type { CloseReason } from "../../schema/hall/protocol.ts";

/** A closed socket names its reason only; these are the sentences, Chinese first. */
const SENTENCES: Record<CloseReason, Readonly<Record<Locale, string>>> = {
	"client-too-old": { zh: "页面版本过旧，正在自动更新", en: "This page is too old: it is being updated" },
	"not-signed-in": { zh: "尚未登录，请重新登录", en: "Not signed in: sign in again" },
	"session-expired": { zh: "登录已过期，请重新登录", en: "The session has expired: sign in again" },
	"not-permitted": {
		zh: "您的岗位无权查看大堂，请联系网点负责人",
		en: "Your role may not see the hall: ask the branch head",
	},
	"wrong-place": { zh: "该网点不属于您所在的机构", en: "That branch lies outside your part of the bank" },
	"foreign-origin": {
		zh: "本页面的网址未被允许，请从本行的正式网址进入",
		en: "This page's address is not allowed: come in through the bank's own address",
	},
	"unknown-ticket": { zh: "没有找到该号码", en: "There is no such ticket" },
	"branch-not-configured": {
		zh: "该网点尚未配置，请先由总行发布配置",
		en: "This branch has no configuration yet: head office must publish one",
	},
	"invalid-input": {
		zh: "页面地址有误，请从首页进入",
		en: "The page's address is wrong: come in through the start page",
	},
	"too-many-sockets": { zh: "该网点连接数已满，将自动重试", en: "The branch has too many connections: we keep trying" },
	"too-many-requests": { zh: "本页面请求过于频繁，将自动重试", en: "This page has asked too often: we keep trying" },
};

/** Why there is no entry, and what to do. */
export function refusalText(reason: RefusalReason, problem: ClientProblem | null, locale: Locale): string {
	if (problem !== null && problem.code === reason) return locale === "zh" ? problem.title : problem.titleEn;
	return reason in SENTENCES ? SENTENCES[reason as CloseReason][locale] : reason;
}
