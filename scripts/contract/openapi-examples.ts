import type { EndpointName } from "../../schema/api.ts";

type Example = { readonly summary: string; readonly value: unknown };
type Examples = {
	readonly body?: Readonly<Record<string, Example>>;
	readonly answer?: Readonly<Record<string, Example>>;
};

const AT = Date.UTC(2026, 10, 23, 1, 30);
const PERSON_NAME = { zh: "张伟", en: "Zhang Wei" };

/** Whole calls for whoever begins: each is what its endpoint's schema allows, as a test proves. */
export const EXAMPLES: Readonly<Record<string, Examples>> = {
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
	liveTicket: { body: { staff: { summary: "For a staff page", value: { audience: "staff" } } } },
	addServiceAccount: {
		body: {
			wall: {
				summary: "A wall of figures at head office reads how branches stand, for three months",
				value: { accountId: "wall", name: "总行大屏 · 运营部", scopes: ["status.read", "reports.read"], lastsDays: 90 },
			},
		},
	},
	addNode: {
		body: {
			branch: {
				summary: "A branch directly under its region",
				value: { nodeId: "sh-lujiazui", parentId: "sh", name: { zh: "陆家嘴支行", en: "Lujiazui" } },
			},
		},
	},
} satisfies Partial<Record<EndpointName, Examples>>;
