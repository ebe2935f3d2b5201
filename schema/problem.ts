import * as z from "zod";

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
	"unsupported-media-type": [
		415,
		"请求内容须为 JSON，请带上 Content-Type: application/json 后重发",
		"The body has to be JSON: send it with Content-Type: application/json",
	],
	"body-too-large": [413, "请求内容过大，请缩小后重发", "The body is too large: send less"],
	"idempotency-key-missing": [
		400,
		"缺少 Idempotency-Key 请求头，请为每个操作带上唯一编号",
		"The Idempotency-Key header is missing: send one unique ID per action",
	],
	"command-id-reused": [
		422,
		"该操作编号已用于另一操作，请换一个新编号",
		"This command ID was used for something else: use a new one",
	],
	"not-signed-in": [401, "尚未登录或凭证无效，请重新登录", "Not signed in, or the token is not valid: sign in again"],
	"session-expired": [401, "登录已过期，请重新登录", "The session has expired: sign in again"],
	"session-locked": [
		403,
		"屏幕已锁定，请输入六位 PIN 码解锁",
		"The session is locked: enter the six-digit PIN to unlock it",
	],
	"password-change-needed": [
		403,
		"首次登录须先修改密码，请设置新密码",
		"A first password must be changed before anything else: choose a new one",
	],
	"sign-in-failed": [
		401,
		"工号或密码不正确，请核对后重试",
		"Staff number or password is wrong: check both and try again",
	],
	"too-many-tries": [
		429,
		"尝试次数过多，请稍后再试",
		"Too many tries: wait as long as the Retry-After header says, then try again",
	],
	"wrong-pin": [
		401,
		"PIN 码不正确，请重试；多次错误将退出登录",
		"Wrong PIN: try again; after several you are signed out",
	],
	"no-pin": [409, "尚未设置 PIN 码，请用密码重新登录", "No PIN has been set: sign in with the password"],
	"weak-password": [
		422,
		"这个密码容易被猜到，含有本人工号、姓名、网点，或与原密码相同；请换三四个互不相干的词，至少十位",
		"The password is easily guessed, holds your number, name or branch, or is the old one: choose three or four words that do not belong together, at least ten characters",
	],
	"weak-pin": [
		422,
		"PIN 码过于简单，请换六位不连续、不重复的数字",
		"The PIN is too simple: choose six digits without sequences or repeats",
	],
	"identity-provider-off": [
		404,
		"本行未启用统一身份登录，请使用工号和密码",
		"The bank's single sign-on is not connected: use staff number and password",
	],
	"identity-provider-failed": [
		401,
		"统一身份登录未成功，请重新登录或联系技术支持",
		"Single sign-on did not work: try again or ask IT support",
	],
	"foreign-origin": [
		403,
		"请求来自未允许的网页地址，请从本系统页面操作",
		"The request comes from a page that is not allowed: use this system's own pages",
	],
	"too-many-requests": [429, "请求过于频繁，请稍后再试", "Too many requests: wait a little and try again"],
	"version-missing": [
		428,
		"缺少 If-Match 请求头，请带上读取时的版本号",
		"The If-Match header is missing: send the version that you read",
	],
	"changed-since-read": [
		412,
		"内容已被他人修改，请刷新后重试",
		"Somebody else has changed this: read it again and repeat your change",
	],
	"unknown-session": [
		404,
		"没有找到该登录，可能已经结束，请刷新列表",
		"There is no such session, or it has ended: refresh the list",
	],
	"unknown-pairing": [
		404,
		"没有找到该配对码，可能已过期，请核对屏幕上的最新配对码",
		"There is no such pairing code, or it has expired: check the one the screen shows now",
	],
	"pairing-decided": [
		409,
		"该设备的配对请求已由他人处理，请查看设备列表",
		"Somebody has already decided about this device: look at the list of devices",
	],
	"unknown-device": [404, "没有找到该设备，请刷新后再看", "There is no such device: refresh and look again"],
	"device-not-paired": [
		403,
		"这台设备尚未配对或已被停用，请重新配对",
		"This device is not paired, or its pairing was ended: pair it again",
	],
	"device-proof-failed": [
		401,
		"设备签名无效或已过期，请重新获取后再试",
		"The device's signature is wrong or too late: ask for a new challenge and sign that",
	],
	"unknown-service-account": [
		404,
		"没有找到该服务账号，或已停用，请刷新后再看",
		"There is no such service account here, or it has been revoked: refresh and look again",
	],
	"service-account-exists": [409, "该编号已用过，请换一个编号", "This ID has been used before: choose another"],
	"unknown-person": [
		404,
		"没有找到该人员，请核对工号；不在您机构内的人员请联系人力资源部",
		"There is no such person in your part of the bank: check the staff number, or ask human resources",
	],
	"person-exists": [
		409,
		"该工号已存在，请改为修改该人员；若不在本机构请联系人力资源部",
		"This staff number is taken: change that person instead, or ask human resources when they belong elsewhere",
	],
	"person-left": [
		409,
		"该人员已离职；如已返岗，请重新新增该工号",
		"This person has left: add the staff number again if they have come back",
	],
	"own-record": [
		403,
		"不能修改自己的岗位、状态或初始密码，请由上级或人力资源部办理",
		"Nobody changes their own record: ask human resources or somebody above you",
	],
	"may-not-grant": [
		403,
		"您无权在该机构授予或收回此岗位，请联系上级机构的人力资源部",
		"You may not grant or withdraw this role there: ask human resources above it",
	],
	"role-not-at-level": [
		422,
		"该岗位不能设在此级机构，请选择正确层级的机构",
		"This role is not held at that level of the bank: choose a unit of the right level",
	],
	"last-operator": [
		409,
		"这是全行最后一位总行操作员，请先任命另一位",
		"This is the bank's last head-office operator: appoint another one first",
	],
	"import-unreadable": [
		422,
		"文件无法读取：请按说明更正；文件须为 CSV，首行须有工号、姓名、岗位、机构各列",
		"The file cannot be read: correct what is said of it; it must be CSV whose first line names staffId, name, role and nodeId",
	],
	"import-too-long": [422, "文件行数过多，请拆成几个文件", "The file has too many lines: split it into several"],
	"import-changes-too-many": [
		422,
		"一次变更的在册人员和涉及的网点过多，请拆成几个文件",
		"Too many known people or branches change at once: split the file into several",
	],
	"unknown-node": [404, "没有找到该机构，请核对机构编号", "There is no such unit: check its ID"],
	"node-exists": [
		409,
		"该机构编号已存在，请换一个或修改原机构",
		"This unit exists already: choose another ID, or change that one",
	],
	"node-misplaced": [
		422,
		"机构层级不符：分行属总行，支行属本分行，网点属本分行或其支行，请重选上级机构",
		"A unit cannot be there: regions under the bank, sub-branches under their region, branches under either of theirs",
	],
	"sub-branch-full": [
		409,
		"该支行下的网点数已达上限，请选择其他上级机构",
		"This sub-branch has as many branches as it may: choose another parent",
	],
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
	"unknown-branch": [404, "没有找到该网点，请检查网点编号", "There is no such branch: check its ID"],
	"branch-not-configured": [
		409,
		"该网点尚未配置，请先由总行发布配置",
		"This branch has no configuration yet: head office must publish one",
	],
	"unknown-counter": [404, "没有找到该窗口，请刷新后重选", "There is no such counter: refresh and choose again"],
	"unknown-mode": [404, "该窗口没有此模式，请重选", "The counter has no such mode: choose another"],
	"unknown-service": [404, "没有找到该业务，请重选", "There is no such service: choose again"],
	"service-named-twice": [
		409,
		"同一业务选了两次，每项业务只选一次",
		"The same service is named twice: name each one once",
	],
	"appointment-not-today": [
		409,
		"预约时间不在今日营业时间内，请核对预约，选今日的时间，或不带预约取号",
		"The appointment is not within today's opening hours: choose a time today, or take a number without one",
	],
	"service-not-on-kiosk": [
		409,
		"该业务不能在取号机办理取号，请找大堂经理",
		"Numbers for this service are not issued at the kiosk: ask the lobby manager",
	],
	"unknown-class": [404, "没有该客户类别，请重选", "There is no such class: choose again"],
	"unknown-staff": [404, "没有找到该员工，请检查工号", "There is no such member of staff: check the ID"],
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
	"unknown-alert": [
		404,
		"没有需要您处理的这条提醒：已处理，或已转交他人，请刷新后再看",
		"There is no such alert for you: it is dealt with, or somebody else's now. Refresh and look again",
	],
	"not-on-duty": [
		409,
		"该人员或岗位现在没有人在岗（未打开工作页面），请转交其他人",
		"Nobody of that name or role is on duty (no page is open): pass it on to somebody else",
	],
	"stand-in-needed": [
		409,
		"大堂不能无人负责：请先指定一位在岗的递补人员，对方接手后方可离开",
		"The lobby must not be left alone: name a colleague on duty first. You can leave once they have accepted",
	],
	"back-time-needed": [
		409,
		"请填写离岗原因，以及 24 小时以内的返岗时间",
		"Reason or time is missing: say why you leave, and when within 24 hours you are back",
	],
	"class-not-allowed": [
		403,
		"自助取号不能指定客户类别或预约，请由工作人员办理",
		"Only staff may set a class or an appointment: ask a member of staff",
	],
	"branch-closed-today": [409, "今日不营业，请在营业日再来", "The branch is closed today: come on a business day"],
	"before-opening": [409, "尚未开始取号，请稍候", "Tickets are not given yet: wait for opening"],
	"after-last-ticket": [409, "今日取号已截止，请明日再来", "The last ticket of today has been given: come tomorrow"],
	"day-closed": [409, "今日已日终，不能再办理", "The day has been closed: nothing more can be done today"],
	"day-not-closed": [409, "今日未日终，无需重新开业，请照常办理", "The day has not been closed: go on as usual"],
	"reopen-too-late": [
		409,
		"日终已超过十分钟，不能重新开业，请下一营业日再办理",
		"The day was closed more than ten minutes ago and stays closed: go on the next business day",
	],
	"reopen-not-yours": [
		403,
		"只有日终操作人或网点负责人可以重新开业，请联系他们",
		"Only whoever closed the day or a branch head may reopen it: ask them",
	],
	"day-not-open": [409, "今日尚未开业，请先开放窗口", "The day has not begun: open a counter first"],
	"numbers-exhausted": [409, "今日号码已用完，请联系大堂经理", "All numbers of today are used: ask the lobby manager"],
	"device-must-rest": [
		429,
		"取号太快了，请等几秒再取；刚才的号码仍然有效",
		"Numbers were taken too fast: wait a few seconds; the last number is still valid",
	],
	"queue-full": [409, "等候人数已达上限，请联系大堂经理", "The queue is full: ask the lobby manager"],
	"counter-not-open": [409, "窗口未开放，请先开放窗口", "The counter is not open: open it first"],
	"counter-not-closed": [409, "窗口已在使用，请先关闭窗口", "The counter is in use: close it first"],
	"counter-not-paused": [409, "窗口没有暂停，请查看最新状态", "The counter is not paused: check its present state"],
	"counter-busy": [409, "窗口还有一位客户，请先办结", "The counter still has a customer: finish that one first"],
	"counter-cannot-serve": [
		409,
		"该窗口不能办理此业务，请转到其他窗口",
		"This counter cannot do that service: choose another",
	],
	"role-not-at-counter": [
		403,
		"该岗位不能在此类窗口办理业务（岗位制约），请改由相应岗位的人员签到",
		"This role does not work at this kind of counter (separation of duties): have somebody of a role that does sign on",
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
		"The ticket is not in a state for this: refresh and try again",
	],
	"changed-meanwhile": [
		409,
		"情况已变化，请查看最新状态后再操作",
		"Things have changed meanwhile: check how they stand and decide again",
	],
	"recalls-exhausted": [
		409,
		"重呼次数已达上限，请过号或转移",
		"This ticket has been recalled often enough: mark it as a no-show or transfer it",
	],
	"return-too-late": [409, "已超过过号返回时间，请重新取号", "Too late to return to the queue: take a new number"],
	"transfer-to-nothing": [
		422,
		"请选择要转移到的业务、窗口或人员",
		"Choose a service, counter or person to transfer to",
	],
	"alerts-full": [409, "未处理的提醒过多，请先处理或结束一些", "Too many alerts are open: accept or end some first"],
	"help-calls-full": [409, "未处理的求助过多，请先处理", "Too many help calls are open: accept some first"],
	"configuration-in-use": [
		409,
		"当前仍有客户使用旧配置，请在日终后发布",
		"Tickets of today use what this would remove: publish after closing",
	],
	"section-published": [
		409,
		"这一部分由上级发布，请在“配置”页面修改并发布，不能直接改网点配置",
		"This part is published by head office: change it on the page of the configuration",
	],
	"section-unfit": [
		422,
		"内容不适用，请按提示修改后再保存",
		"This does not fit: change what the detail names, then save again",
	],
	"field-locked": [
		409,
		"上级已锁定这一项，请恢复为上级的内容，或请上级解锁",
		"The level above has locked this field: put back what it says, or ask it to unlock the field",
	],
	"unknown-version": [404, "没有此版本，请刷新列表", "There is no such version: refresh the list"],
	"version-not-at-step": [
		409,
		"该版本的状态已变，不能执行此操作，请刷新后再看",
		"The version has moved on, so this can no longer be done: refresh and look again",
	],
	"draft-stale": [
		409,
		"此后已发布了新版本，请以新版本为基础重新起草",
		"Another version has been published since: draft again from that one",
	],
	"draft-unchecked": [
		409,
		"请先检查该草稿涉及的所有网点，再复核",
		"The draft is not checked: ask every branch that it will reach, then approve it",
	],
	"draft-refused": [
		409,
		"有网点不能采用该草稿，请按检查结果修改后重新起草",
		"Some branches cannot take the draft: change what the check names, and draft again",
	],
	"own-draft": [403, "不能复核自己起草的版本，请由另一人复核", "Nobody approves their own draft: ask a second person"],
	"no-report": [404, "该日没有日报，请选择其他日期", "There is no report of that day: choose another day"],
	"no-commits": [
		404,
		"该日的流水已清理或不存在，请选择其他日期",
		"The records of that day are gone or never were: choose another day",
	],
	"export-too-large": [
		422,
		"导出的记录过多，请缩小时间范围后重试",
		"Too many entries for one file: choose a shorter time",
	],
	"not-confirmed": [
		422,
		"确认的网点编号与所选网点不一致，请重新输入该网点的编号",
		"What confirms the order names another branch: send this branch's ID once more",
	],
	"cannot-set-back": [
		409,
		"这里的存储没有历史时点：请停止服务，放回备份文件后再通知网点继续（见 docs/restoring.md）",
		"The storage here keeps no earlier moments: stop the server, put the file of a backup in its place, then let the branch go on (docs/restoring.md)",
	],
	"unknown-case": [404, "没有找到该事项，请刷新后再看", "There is no such task: refresh and look again"],
	"case-erased": [
		410,
		"该事项的内容已删除，不能再查看或修改",
		"The text of this task has been erased: it can be neither read nor changed",
	],
	"wrong-stage": [
		409,
		"该事项当前阶段不能进行此操作，请刷新后再看",
		"The task is not in a stage for this: refresh and look again",
	],
	"wrong-for-step": [
		422,
		"所填内容与该步骤不符：缺少必填项或多填了，请按提示修改后重发",
		"This step needs something that is missing, or takes less: correct what the detail names and send again",
	],
	"wrong-due-time": [
		422,
		"到期时间须晚于现在，且不超过一年，请重新选择",
		"The due time must be later than now and within a year: choose another",
	],
	"too-many-cases": [
		409,
		"本网点未办结的事项过多，请先办结一些再登记",
		"This branch has too many open tasks: close some first",
	],
	"too-many-steps": [
		409,
		"该事项的处理记录已达上限，请办结后另记一项",
		"This task has as many steps as one may have: close it and open another",
	],
	"unknown-reason-code": [
		422,
		"没有该识别原因，请从列表中选择",
		"There is no such reason code: choose one of the list",
	],
	"reference-only": [
		422,
		"本网点只登记客户编号，请删除姓名、联系方式和证件账号后再提交",
		"This branch keeps the customer's reference only: leave out name, contact and numbers",
	],
	"reference-needed": [
		422,
		"请填写客户姓名；只登记编号的网点请填写客户编号",
		"The customer is missing: enter the name or, where only references are kept, the customer reference",
	],
	"already-signed": [409, "该记录已签收，请刷新后再看", "This record has been signed already: refresh and look again"],
	"day-signed": [
		409,
		"网点负责人已签署，日报不能再改",
		"The head has signed: this day's report cannot be changed any more",
	],
	"manager-signs-first": [
		409,
		"请先由大堂经理签署，再由网点负责人签署",
		"The lobby manager has not signed: the lobby manager signs first, then the branch head",
	],
	"head-signs-next": [
		409,
		"大堂经理已签署，请网点负责人签署；如有更正请先更正",
		"The lobby manager has signed: the branch head signs next. To change something, correct it first",
	],
	"records-unsigned": [
		409,
		"当日还有推介记录未签收：请客户经理先签收，或在签署时说明原因",
		"Records of this day are not signed: have their managers sign them, or say why when you sign",
	],
	"too-many-shows": [
		429,
		"一小时内查看客户信息的次数已达上限，请稍后再试或联系网点负责人",
		"You have looked at as much personal data as one hour allows: wait, or ask the branch head",
	],
	"recognition-invalid": [
		422,
		"客户识别已失效或不属于本网点，请重新刷卡，或直接取号",
		"This recognition has expired or belongs elsewhere: present the card again, or take a number without it",
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
		"Something unexpected happened: tell IT support the request ID",
	],
} as const satisfies Record<string, readonly [status: number, zh: string, en: string]>;

export type ProblemCode = keyof typeof PROBLEMS;
export const ProblemCode = z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]);

/** RFC 9457 problem details; `title` is Chinese, or English for who asked for it so; both languages are there, and say what to do. */
export const Problem = z.object({
	type: z.string(),
	code: ProblemCode,
	status: z.number().int(),
	title: z.string(),
	/** Present where `title` is not Chinese. */
	titleZh: z.string().optional(),
	titleEn: z.string(),
	detail: z.string().optional(),
	requestId: z.string().optional(),
	/** Present on a live connection where waiting so long helps; over HTTP the `Retry-After` header says it. */
	retryAfterMs: z.number().int().optional(),
	errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;

/** The whole problem document of one code. */
export function problem(
	code: ProblemCode,
	more: Pick<Problem, "detail" | "requestId" | "retryAfterMs" | "errors"> = {},
): Problem {
	const [status, title, titleEn] = PROBLEMS[code];
	return { type: `urn:tingtang:problem:${code}`, code, status, title, titleEn, ...more };
}
