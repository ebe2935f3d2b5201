import { z } from "zod";

/**
 * Every refusal of the system: HTTP status, and what went wrong and what to do next, Chinese first.
 * Codes are stable; clients may branch on them.
 */
export const PROBLEMS = {
	"malformed-body": [
		400,
		"请求内容不是有效的 JSON，请检查后重发",
		"The body is not valid JSON: correct it and send again",
	],
	"invalid-input": [
		422,
		"请求中有字段不符合要求，请按 errors 列表修改后重发",
		"Some fields are wrong: correct those listed in errors and send again",
	],
	"body-too-large": [413, "请求内容过大，请缩小后重发", "The body is too large: send less"],
	"idempotency-key-missing": [
		400,
		"缺少 Idempotency-Key 请求头，请为每个操作带上唯一编号",
		"The Idempotency-Key header is missing: send one unique id per intention",
	],
	"command-id-reused": [
		422,
		"该操作编号已用于另一操作，请换一个新编号",
		"This command id was used for something else: use a new one",
	],
	"not-signed-in": [401, "尚未登录或凭证无效，请重新登录", "Not signed in, or the token is not valid: sign in again"],
	"session-expired": [401, "登录已过期，请重新登录", "The session has expired: sign in again"],
	"not-permitted": [403, "您的岗位无权进行此操作，请联系网点负责人", "Your role may not do this: ask the branch head"],
	"wrong-place": [
		403,
		"此操作不属于您所在的机构，请切换到本机构",
		"This lies outside your part of the bank: go to your own branch",
	],
	"not-found": [404, "没有找到该内容，请检查地址", "Nothing is found here: check the address"],
	"method-not-allowed": [
		405,
		"该地址不支持此请求方法，请查看接口文档",
		"This address does not take that method: see the API page",
	],
	"unknown-branch": [404, "没有找到该网点，请检查网点编号", "There is no such branch: check its id"],
	"branch-not-configured": [
		409,
		"该网点尚未配置，请先由总行发布配置",
		"This branch has no configuration yet: head office must publish one",
	],
	"unknown-counter": [404, "没有找到该窗口，请刷新后重选", "There is no such counter: refresh and choose again"],
	"unknown-mode": [404, "该窗口没有此模式，请重选", "The counter has no such mode: choose another"],
	"unknown-service": [404, "没有找到该业务，请重选", "There is no such service: choose again"],
	"service-not-on-kiosk": [
		409,
		"该业务不能在取号机办理取号，请找大堂经理",
		"This service is not given out at the kiosk: ask the lobby manager",
	],
	"unknown-class": [404, "没有该客户类别，请重选", "There is no such class: choose again"],
	"unknown-staff": [404, "没有找到该员工，请检查工号", "There is no such member of staff: check the id"],
	"unknown-ticket": [
		404,
		"没有找到该号码，可能已经结束，请刷新后再看",
		"There is no such ticket, or it has ended: refresh and look again",
	],
	"unknown-help-call": [
		404,
		"没有找到该求助，可能已处理，请刷新后再看",
		"There is no such help call, or it has been dealt with: refresh and look again",
	],
	"class-not-allowed": [
		403,
		"自助取号不能指定客户类别或预约，请由工作人员办理",
		"Only staff may name a class or an appointment: ask a member of staff",
	],
	"branch-closed-today": [409, "今日不营业，请在营业日再来", "The branch is closed today: come on a business day"],
	"before-opening": [409, "尚未开始取号，请稍候", "Tickets are not given yet: wait for opening"],
	"after-last-ticket": [409, "今日取号已截止，请明日再来", "The last ticket of today has been given: come tomorrow"],
	"day-closed": [409, "今日已日终，不能再办理", "The day has been closed: nothing more can be done today"],
	"day-not-open": [409, "今日尚未开业，请先打开窗口", "The day has not begun: open a counter first"],
	"numbers-exhausted": [409, "今日号码已用完，请联系大堂经理", "All numbers of today are used: ask the lobby manager"],
	"queue-full": [409, "等候人数已达上限，请联系大堂经理", "The queue is full: ask the lobby manager"],
	"counter-not-open": [409, "窗口未开放，请先打开窗口", "The counter is not open: open it first"],
	"counter-not-closed": [409, "窗口已在使用，请先关闭窗口", "The counter is in use: close it first"],
	"counter-not-paused": [409, "窗口没有暂停，请查看最新状态", "The counter is not paused: look at its present state"],
	"counter-busy": [409, "窗口还有一位客户，请先办结", "The counter still has a customer: finish that one first"],
	"counter-cannot-serve": [
		409,
		"该窗口不能办理此业务，请转到其他窗口",
		"This counter cannot do that service: choose another",
	],
	"not-your-counter": [403, "您未签到此窗口，请先在本窗口签到", "You are not signed on at this counter: sign on first"],
	"already-signed-on": [
		409,
		"该员工已在另一窗口签到，请先签退",
		"This person is signed on at another counter: close that one first",
	],
	"staff-not-on-duty": [
		409,
		"该员工未在窗口签到，请选择其他人",
		"This person is not signed on anywhere: choose somebody else",
	],
	"nobody-waiting": [
		409,
		"暂时没有可办理的等候客户，请稍候",
		"Nobody this counter can serve is waiting: wait a little",
	],
	"reason-required": [
		422,
		"该号码不是下一位，请填写原因后再叫",
		"This ticket is not the next: give a reason to call it out of order",
	],
	"wrong-status": [
		409,
		"号码当前状态不能进行此操作，请刷新后再试",
		"The ticket is not in a state for this: look again and retry",
	],
	"changed-meanwhile": [
		409,
		"情况已变化，请查看最新状态后再操作",
		"Things have changed meanwhile: look at the present state and decide again",
	],
	"recalls-exhausted": [
		409,
		"重呼次数已达上限，请过号或转移",
		"This ticket was recalled often enough: mark it as a no-show or transfer it",
	],
	"return-too-late": [409, "已超过过号返回时间，请重新取号", "Too late to return to the queue: take a new number"],
	"transfer-to-nothing": [
		422,
		"请选择要转移到的业务、窗口或人员",
		"Choose a service, counter or person to transfer to",
	],
	"help-calls-full": [409, "未处理的求助过多，请先处理", "Too many help calls are open: accept some first"],
	"configuration-in-use": [
		409,
		"当前仍有客户使用旧配置，请在日终后发布",
		"Tickets of today use what this would remove: publish after closing",
	],
	"no-report": [404, "该日没有报告，请选择其他日期", "There is no report of that day: choose another day"],
	"no-commits": [
		404,
		"该日的流水已清理或不存在，请选择其他日期",
		"The commits of that day are gone or never were: choose another day",
	],
	"client-too-old": [426, "客户端版本过旧，请刷新页面", "This client is too old: reload the page"],
	"frame-too-large": [413, "消息过大，请缩小后重发", "The frame is too large: send less"],
	"malformed-frame": [400, "消息格式不正确，请检查后重发", "The frame is malformed: correct it and send again"],
	"upgrade-required": [
		426,
		"该地址只接受 WebSocket 连接，请改用该方式连接",
		"This address takes WebSocket connections only: connect with one",
	],
	"too-many-sockets": [503, "该网点连接数已达上限，请稍后重试", "The branch has too many connections: try again later"],
	"demo-off": [404, "演示模式未开启，请通过本行系统登录", "Demo mode is off: sign in through the bank's own system"],
	"not-ready": [503, "服务暂时不可用，请稍后重试", "Temporarily unavailable: try again shortly"],
	unexpected: [
		500,
		"系统出现意外错误，请凭请求编号联系技术支持",
		"Something unexpected happened: tell IT support the request id",
	],
} as const satisfies Record<string, readonly [status: number, zh: string, en: string]>;

export type ProblemCode = keyof typeof PROBLEMS;
export const ProblemCode = z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]);

/** RFC 9457 problem details; `title` is Chinese, `titleEn` English; both say what to do. */
export const Problem = z.object({
	type: z.string(),
	code: ProblemCode,
	status: z.number().int(),
	title: z.string(),
	titleEn: z.string(),
	detail: z.string().optional(),
	requestId: z.string().optional(),
	errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;

/** The whole problem document of one code. */
export function problem(code: ProblemCode, more: Pick<Problem, "detail" | "requestId" | "errors"> = {}): Problem {
	const [status, title, titleEn] = PROBLEMS[code];
	return { type: `urn:tingtang:problem:${code}`, code, status, title, titleEn, ...more };
}
