/** Words of being signed in: who one is, where else, locking, password and PIN. */
export const sessionWords = {
	zh: {
		signIn: "登录",
		toSignIn: "去登录",
		signOut: "退出登录",
		findingOutWho: "正在确认您的身份",
		staffNumber: "工号",
		roles: "岗位",

		locked: "已锁定",
		lockedText: "请输入六位 PIN 码解锁",
		notYou: "不是 {{name}}？退出登录",

		mySessions: "我的登录",
		thisSession: "本次登录",
		endSession: "结束",
		endOtherSessions: "结束其他全部登录",
		endSessionWhich: "{{label}}（{{started}} 登录，{{used}} 最近使用）",
		endSessionAsk: "结束这个登录？那台设备需要重新登录。",
		endOthersAsk: "结束除本次以外的全部登录？",

		newPassword: "新密码",
		newPasswordAgain: "再输一次新密码",
		passwordRuleLength: "至少 10 位",
		passwordsDiffer: "两次输入的新密码不一致",
		setPin: "设置 PIN 码",
		pinNew: "新的六位 PIN 码",
		pinRule: "请输入六位数字",
	},
	en: {
		signIn: "Sign in",
		toSignIn: "Sign in",
		signOut: "Sign out",
		findingOutWho: "Finding out who you are",
		staffNumber: "Staff number",
		roles: "Roles",

		locked: "Locked",
		lockedText: "Enter your six-digit PIN to unlock",
		notYou: "Not {{name}}? Sign out",

		mySessions: "My sign-ins",
		thisSession: "This one",
		endSession: "End",
		endOtherSessions: "End all others",
		endSessionWhich: "{{label}} (signed in {{started}}, last used {{used}})",
		endSessionAsk: "End this sign-in? That device will have to sign in again.",
		endOthersAsk: "End every sign-in but this one?",

		newPassword: "New password",
		newPasswordAgain: "New password again",
		passwordRuleLength: "At least 10 characters",
		passwordsDiffer: "The two new passwords differ",
		setPin: "Set a PIN",
		pinNew: "New six-digit PIN",
		pinRule: "Enter six digits",
	},
} as const;
