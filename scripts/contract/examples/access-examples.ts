import type { Examples } from "./example.ts";

const AT = Date.UTC(2026, 10, 23, 1, 30);
const PERSON_NAME = { zh: "张伟", en: "Zhang Wei" };

/** People, sessions, programs and the institution tree. */
export const ACCESS_EXAMPLES = {
	health: {
		answer: { answer: { summary: "A deployment", value: { status: "ok", demo: false, identityProvider: true } } },
	},
	signIn: {
		body: {
			program: {
				summary: "A program",
				value: { staffId: "100001", password: "lantern-harbour-88", carry: "token" },
			},
			browser: {
				summary: "A browser, which keeps the cookie",
				value: { staffId: "100001", password: "lantern-harbour-88" },
			},
		},
		answer: {
			program: {
				summary: "A program",
				value: { expiresAt: AT, mustChangePassword: false, token: "s.100001.3q2-7wAAAAAAAAAAAAAAAA" },
			},
			browser: { summary: "A browser", value: { expiresAt: AT, mustChangePassword: false } },
		},
	},
	addPerson: {
		body: {
			teller: {
				summary: "A teller joins",
				value: {
					staffId: "100017",
					name: PERSON_NAME,
					assignments: [{ role: "closed-teller", nodeId: "sh-lujiazui" }],
				},
			},
		},
	},
	changePerson: {
		body: {
			moved: {
				summary: "The teller becomes lobby manager",
				value: { name: PERSON_NAME, assignments: [{ role: "lobby-manager", nodeId: "sh-lujiazui" }] },
			},
		},
	},
	addServiceAccount: {
		body: {
			wall: {
				summary: "A wall of figures at head office reads how branches stand, for three months",
				value: { accountId: "wall", name: "总行大屏 · 运营部", scopes: ["status.read", "reports.read"], lastsDays: 90 },
			},
		},
	},
	signDay: {
		body: {
			sign: { summary: "Every record is signed", value: { act: "sign" } },
			explained: {
				summary: "One is not",
				value: { act: "sign", explanation: "The manager is on sick leave, signs on Thursday" },
			},
			correct: {
				summary: "A figure was counted wrongly",
				value: { act: "correct", figure: "valued customers", correction: "7", reason: "one was counted twice" },
			},
		},
	},
	draftVersion: {
		body: {
			limits: {
				summary: "A missed customer may come back within twenty minutes",
				value: {
					value: { returnGraceMs: 1_200_000, closeAfterMs: 3_600_000 },
					locked: ["returnGraceMs"],
					note: "客户反映十五分钟太短",
					basedOn: 0,
				},
			},
		},
	},
	publishVersion: {
		body: {
			some: { summary: "First to a tenth of the branches", value: { reach: { kind: "share", percent: 10 } } },
			all: { summary: "To all of them", value: { reach: { kind: "all" } } },
		},
	},
	pauseVersion: { body: { why: { summary: "Somebody has found a mistake", value: { reason: "先核对试点网点" } } } },
	takeBackVersion: { body: { why: { summary: "It was wrong", value: { reason: "试点网点反映不合适" } } } },
	addNode: {
		body: {
			branch: {
				summary: "A branch directly under its region",
				value: { nodeId: "sh-lujiazui", parentId: "sh", name: { zh: "陆家嘴支行", en: "Lujiazui" } },
			},
		},
	},
	changePassword: {
		body: { own: { summary: "One's own", value: { current: "lantern-harbour-88", next: "granite-orchard-41" } } },
	},
	setPin: { body: { six: { summary: "Six digits", value: { password: "granite-orchard-41", pin: "274951" } } } },
	unlock: { body: { six: { summary: "The six digits", value: { pin: "274951" } } } },
	importPeople: {
		body: {
			tried: {
				summary: "Tried first: says what each line would do",
				value: {
					csv: "staffId,name,nameEn,role,nodeId\n100018,李娜,Li Na,lobby-manager,sh-lujiazui\n",
					dryRun: true,
				},
			},
		},
	},
	changeNode: {
		body: {
			renamed: {
				summary: "The branch is renamed and stays where it is",
				value: { name: { zh: "陆家嘴中心支行", en: "Lujiazui Centre" }, parentId: "sh" },
			},
		},
	},
	rotateServiceSecret: { body: { quarter: { summary: "For three months", value: { lastsDays: 90 } } } },
} as const satisfies Readonly<Record<string, Examples>>;
