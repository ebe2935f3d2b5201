/** What stands in a list that is empty: why it is, and what to do. */
export const emptyWords = {
	zh: {
		casesNoneListed: "没有符合条件的记录。请换一个状态、网点或时间。",
		peopleNone: "没有符合条件的人员。请放宽或清空条件。",
		devicesNone: "没有符合条件的设备。请放宽条件，或在新设备上打开屏幕、取号机页面后点“配对新设备”。",
		servicesNone: "还没有服务账号。其他系统需要接入时，点“新建服务账号”。",
		ledgerNone: "没有符合条件的审计记录。请放宽或清空条件。",
		daysNone: "没有符合条件的日报。请放宽或清空条件；网点日终后，当日日报会出现在这里。",
		reportNone: "还没有日报。网点日终后会自动生成，并出现在这里。",
		sessionsNone: "没有正在使用的登录。",
		nodesNone: "还没有机构。请点“新增机构”，从分行建起。",
	},
	en: {
		casesNoneListed: "Nothing matches. Choose another state, branch or time.",
		peopleNone: "Nobody matches. Widen or clear the filters.",
		devicesNone:
			"No device matches. Widen the filters, or open the screen or kiosk page on a new device and choose “Pair a device”.",
		servicesNone: "No service accounts yet. When another system needs access, choose “Add a service account”.",
		ledgerNone: "No entry matches. Widen or clear the filters.",
		daysNone:
			"No day report matches. Widen or clear the filters; the report of a day appears here once its branch has closed it.",
		reportNone: "No day report yet. It is made when the branch closes its day, and appears here.",
		sessionsNone: "No sign-in is in use.",
		nodesNone: "No unit yet. Choose “Add a unit” and begin with a region.",
	},
} as const;
