import type { Bilingual } from "../../../schema/ids.ts";

/** With the parts of the subject in braces. */
export type Sentence = Bilingual;

const say = (zh: string, en: string): Sentence => ({ zh, en });

/** Of each act, what is to be done; the first sentence whose parts the entry has is the one. Whether it was done stands beside it. */
export const ACT_SENTENCES: Readonly<Record<string, readonly Sentence[]>> = {
	"sign-in": [say("登录（{method}）", "Sign in ({method})")],
	"sign-in-refused": [
		say(
			"一分钟内登录 {tries} 次（{method}），其中 {unknownNumbers} 次用本行没有的工号；本行工号：{staffIds}",
			"Sign in {tries} times within a minute ({method}), {unknownNumbers} with numbers that nobody has; numbers of this bank: {staffIds}",
		),
		say(
			"一分钟内登录 {tries} 次（{method}），其中 {unknownNumbers} 次用本行没有的工号",
			"Sign in {tries} times within a minute ({method}), {unknownNumbers} with numbers that nobody has",
		),
		say("以 {staffId} 的工号登录（{method}）", "Sign in as {staffId} ({method})"),
		say("以本行没有的工号登录（{method}）", "Sign in with a staff number that nobody has ({method})"),
	],
	"session-ended": [
		say("连续输错 PIN 码，终止登录（{sessionId}）", "Cut off a sign-in after wrong PINs ({sessionId})"),
	],
	"commits-closed": [
		say(
			"{branchId} {businessDay} 日终：封存第 {firstSeq} 至 {lastSeq} 条流水（摘要 {hash}）",
			"Close {businessDay} at {branchId}: records {firstSeq} to {lastSeq} (hash {hash})",
		),
	],
	"commits-set-back": [
		say(
			"{branchId} 的数据已回退：第 {lastSeq} 条之后的流水不再作数",
			"{branchId} was set back: its records after {lastSeq} no longer count",
		),
	],
	signOut: [say("退出登录", "Sign out")],
	moveCase: [
		say("{caseId}：{step}，状态改为“{status}”", "{caseId}: {step}; status: {status}"),
		say("{caseId}：{step}", "{caseId}: {step}"),
	],
	showCase: [
		say("查看 {caseId} 的{fields}", "Show of {caseId}: {fields}"),
		say("查看 {caseId} 中的客户信息：{texts}", "Show customer details of {caseId}: {texts}"),
		say("查看 {caseId} 中的客户信息", "Show customer details of {caseId}"),
	],
	eraseCase: [say("删除 {caseId} 的内容", "Erase the text of {caseId}")],
	lock: [say("锁定屏幕", "Lock the screen")],
	unlock: [say("解锁屏幕", "Unlock the screen")],
	changePassword: [say("修改本人密码", "Change own password")],
	setPin: [say("设置本人 PIN 码", "Set own PIN")],
	endSession: [say("结束本人的一次登录（{sessionId}）", "End own sign-in ({sessionId})")],
	endSessionsOfPerson: [say("结束 {staffId} 的全部登录", "End all sign-ins of {staffId}")],
	endSessionOfPerson: [say("结束 {staffId} 的一次登录（{sessionId}）", "End one sign-in of {staffId} ({sessionId})")],
	addPerson: [
		say("新增人员 {staffId}，岗位：{roles}", "Add {staffId}; roles: {roles}"),
		say("新增人员 {staffId}", "Add {staffId}"),
	],
	changePerson: [
		say("修改 {staffId} 的姓名和岗位，岗位：{roles}", "Change name and roles of {staffId}; roles: {roles}"),
		say("修改 {staffId} 的姓名和岗位", "Change name and roles of {staffId}"),
	],
	leave: [say("为 {staffId} 办理离职", "Record {staffId} as left")],
	resetPassword: [say("为 {staffId} 重发初始密码", "Give {staffId} a new temporary password")],
	importPeople: [say("用文件批量导入人员", "Import people from a file")],
	addNode: [say("在 {parentId} 下新增机构 {nodeId}", "Add {nodeId} under {parentId}")],
	changeNode: [
		say("调整机构 {nodeId} 的名称和上级，上级：{parentId}", "Change name and place of {nodeId}; under {parentId}"),
		say("调整机构 {nodeId}", "Change {nodeId}"),
	],
	signDay: [
		say("{branchId} {businessDay} 日报：签署或更正", "Sign or correct the report of {businessDay} at {branchId}"),
	],
	draftVersion: [say("为 {nodeId} 起草配置“{section}”", "Draft “{section}” for {nodeId}")],
	approveVersion: [say("复核 {nodeId} 的配置版本 {versionId}", "Approve version {versionId} of {nodeId}")],
	publishVersion: [say("发布 {nodeId} 的配置版本 {versionId}", "Publish version {versionId} of {nodeId}")],
	pauseVersion: [say("暂停发布 {nodeId} 的配置版本 {versionId}", "Pause version {versionId} of {nodeId}")],
	takeBackVersion: [say("撤回 {nodeId} 的配置版本 {versionId}", "Take version {versionId} of {nodeId} back")],
	approvePairing: [
		say(
			"批准 {branchId} 的一台{purpose}配对（窗口 {counterId}）",
			"Let a {purpose} in at {branchId} (counter {counterId})",
		),
		say("批准 {branchId} 的一台{purpose}配对", "Let a {purpose} in at {branchId}"),
		say("批准 {branchId} 的一台设备配对", "Let a device in at {branchId}"),
	],
	denyPairing: [say("拒绝 {branchId} 的一台设备配对", "Turn a device away at {branchId}")],
	renameDevice: [say("给 {branchId} 的设备 {deviceId} 改名", "Rename the device {deviceId} of {branchId}")],
	revokeDevice: [say("停用 {branchId} 的设备 {deviceId}", "Revoke the device {deviceId} of {branchId}")],
	addServiceAccount: [
		say(
			"在 {nodeId} 新建服务账号 {accountId}，权限：{scopes}",
			"Create the service account {accountId} at {nodeId}; rights: {scopes}",
		),
	],
	rotateServiceSecret: [
		say("更换 {nodeId} 服务账号 {accountId} 的密钥", "Give the service account {accountId} of {nodeId} a new secret"),
	],
	revokeServiceAccount: [
		say("停用 {nodeId} 的服务账号 {accountId}", "Revoke the service account {accountId} of {nodeId}"),
	],
	ledgerExport: [say("导出审计记录", "Export the audit log")],
	recognise: [say("在 {branchId} 按{by}识别客户", "Identify a customer at {branchId}, by {by}")],
	showReferral: [say("查看 {referralId} 的{fields}", "Show of {referralId}: {fields}")],
	changeReferral: [
		say("修改 {referralId}，状态改为“{status}”", "Change {referralId}; status: {status}"),
		say("修改 {referralId}", "Change {referralId}"),
	],
	signReferral: [say("签收 {referralId}，状态为“{status}”", "Sign {referralId}; status: {status}")],
	recordOutcome: [
		say("填写 {referralId} 的结果，状态为“{status}”", "Record the outcome of {referralId}; status: {status}"),
		say("填写 {referralId} 的结果", "Record the outcome of {referralId}"),
	],
	eraseReferral: [say("删除 {referralId} 中的个人信息", "Erase the personal data of {referralId}")],
	searchCases: [say("在 {branchId} 按{by}查找客户的记录", "Look for a customer's records at {branchId}, by {by}")],
	searchReferrals: [say("在 {branchId} 按{by}查找客户的记录", "Look for a customer's records at {branchId}, by {by}")],
	exportPerson: [
		say("按{by}导出 {nodeId} 范围内一位客户的全部信息", "Export all that {nodeId} holds of a customer, by {by}"),
	],
	rotateKeys: [say("更换加密密钥", "Change encryption keys")],
	restoreBranch: [say("把 {branchId} 的数据恢复到以前的时点", "Restore {branchId} to an earlier moment")],
	renewEpoch: [say("让恢复后的 {branchId} 继续运行", "Let {branchId} continue after a restore")],
	sendAgain: [say("数据库恢复后让各机构重新上报", "Let the bank send again what a restored database has lost")],
};
