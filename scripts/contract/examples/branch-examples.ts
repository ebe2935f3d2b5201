import type { Examples } from "./example.ts";

const AT = Date.UTC(2026, 10, 23, 1, 30);

/** The running of a branch, restoring it, and the demo. */
export const BRANCH_EXAMPLES = {
	sendCommand: {
		body: {
			issueTicket: {
				summary: "A customer takes a number for cash and then foreign exchange",
				value: { command: { type: "issue-ticket", services: ["cash", "foreign-exchange"] } },
			},
			callNext: {
				summary: "Counter 2 calls its next customer",
				value: { command: { type: "call-next", counterId: "c2" } },
			},
			startService: {
				summary: "Begin to serve, if the ticket is still being called",
				value: {
					command: { type: "start-service", ticketId: "20261123-A012" },
					expect: { ticketStatus: "called" },
				},
			},
		},
	},
	liveTicket: { body: { staff: { summary: "For a staff page", value: { audience: "staff" } } } },
	addServiceAccount: {
		body: {
			wall: {
				summary: "A wall of figures at head office reads how branches stand, for three months",
				value: { accountId: "wall", name: "总行大屏 · 运营部", scopes: ["status.read", "reports.read"], lastsDays: 90 },
			},
		},
	},
	restoreBranch: {
		body: {
			tried: {
				summary: "Says what would be lost, and does nothing",
				value: { to: AT, reason: "误操作恢复", confirm: "sh-lujiazui", dryRun: true },
			},
		},
	},
	renewEpoch: { body: { asked: { summary: "Clients begin anew", value: { reason: "恢复后校正" } } } },
	sendAgain: { body: { all: { summary: "After the database was restored", value: { reason: "数据库已恢复到昨日" } } } },
	demoToken: {
		body: {
			manager: {
				summary: "A lobby manager of the demo",
				value: { kind: "staff", role: "lobby-manager", branchId: "sh-lujiazui" },
			},
		},
	},
	setClock: {
		body: {
			tenfold: { summary: "From half past nine, ten times as fast", value: { kind: "virtual", at: AT, speed: 10 } },
			real: { summary: "The wall clock again", value: { kind: "real" } },
		},
	},
} as const satisfies Readonly<Record<string, Examples>>;
