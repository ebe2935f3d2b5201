import { describe, it } from "vitest";
import type { Answer } from "../../../schema/hall/event.ts";
import { faultOf, type History, type Operation } from "../linearizability.ts";
import type { Hall, QueueCommand } from "../queue-model.ts";

const HALL: Hall = {
	day: "20261123",
	seriesOf: { cash: "A", transfer: "B" },
	counters: [
		{ id: "1", staffId: "teller-1", services: ["cash", "transfer"] },
		{ id: "2", staffId: "teller-2", services: ["cash", "transfer"] },
		{ id: "3", staffId: "teller-3", services: ["transfer"] },
	],
};

type Line = {
	readonly by?: string;
	readonly command: QueueCommand;
	readonly answer: Answer;
	readonly seq: number;
	readonly from: number;
	readonly to: number;
	readonly repeats?: readonly Answer[];
};

function history(lines: readonly Line[], left: readonly string[] = []): History {
	const operations: Operation[] = lines.map(({ by = "kiosk", command, answer, from, to, repeats = [] }, index) => ({
		commandId: `command-${index}`,
		staffId: by,
		command,
		invokedAt: from,
		returnedAt: to,
		answers: [answer, ...repeats],
	}));
	const seqOf = new Map(lines.map(({ seq }, index) => [`command-${index}`, seq]));
	return { hall: HALL, operations, seqOf, left: new Set(left) };
}

const A1 = "20261123-A001";
const A2 = "20261123-A002";
const link = (number: string) => number.padEnd(22, "x");
const refused = (code: "nobody-waiting" | "counter-busy" | "wrong-status"): Answer => ({ status: "refused", code });

function issued(number: string, seq: number, from: number, to = from + 1): Line {
	const services = [number.startsWith("A") ? "cash" : "transfer"];
	const answer: Answer = { status: "done", seq, ticketId: `20261123-${number}`, number, link: link(number) };
	return { command: { type: "issue-ticket", services }, answer, seq, from, to };
}

function opened(counterId: string, seq: number, from: number): Line {
	const command = { type: "open-counter", counterId } as const;
	return { by: `teller-${counterId}`, command, answer: { status: "done", seq }, seq, from, to: from + 1 };
}

function called(counterId: string, ticketId: string, seq: number, from: number, to = from + 1): Line {
	const command = { type: "call-next", counterId } as const;
	const answer: Answer = { status: "done", seq, ticketId, number: ticketId.slice(9) };
	return { by: `teller-${counterId}`, command, answer, seq, from, to };
}

function acted(
	type: "start-service" | "finish-service",
	by: string,
	ticketId: string,
	seq: number,
	from: number,
): Line {
	const answer: Answer = { status: "done", seq, ticketId, number: ticketId.slice(9) };
	return { by, command: { type, ticketId }, answer, seq, from, to: from + 1 };
}

const START: readonly Line[] = [opened("1", 1, 1), opened("2", 2, 3), opened("3", 3, 5)];

describe("the linearizability check accepts", () => {
	it("[CMD-6] a quiet morning in order", ({ expect }) => {
		const quiet = [
			...START,
			issued("A001", 4, 10),
			called("1", A1, 5, 12),
			acted("start-service", "teller-1", A1, 6, 14),
			acted("finish-service", "teller-1", A1, 7, 16),
		];
		expect(faultOf(history(quiet))).toBeNull();
	});

	it("[CMD-6] operations that overlap, in whichever order they took effect", ({ expect }) => {
		const either = (first: number, second: number) => [
			...START,
			issued("A001", 4, 10),
			issued("A002", 5, 12),
			called("1", A1, first, 20, 30),
			called("2", A2, second, 21, 29),
		];
		expect(faultOf(history(either(6, 7), [A1, A2]))).toBeNull();
		const swapped = [...START, issued("A001", 4, 10), issued("A002", 5, 12), called("1", A2, 7, 20, 30)];
		expect(faultOf(history([...swapped, called("2", A1, 6, 21, 29)], [A1, A2]))).toBeNull();
	});

	it("[CMD-6] nobody-waiting when those who wait cannot be served here", ({ expect }) => {
		const none: Line = { ...called("3", A1, 5, 12), answer: refused("nobody-waiting") };
		expect(faultOf(history([...START, issued("A001", 4, 10), none], [A1]))).toBeNull();
	});
});

describe("the linearizability check refuses", () => {
	const bad: Record<string, readonly [History, RegExp]> = {
		"a ticket called twice": [
			history([...START, issued("A001", 4, 10), called("1", A1, 5, 20, 30), called("2", A1, 6, 20, 30)], [A1]),
			/called while called/,
		],
		"a lost ticket": [history([...START, issued("A001", 4, 10)], []), /A001 is lost/],
		"a ticket that should be gone": [
			history([...START, issued("A001", 4, 10)], [A1, A2]),
			/A002 is still there and should not be/,
		],
		"a number given twice": [
			history([...START, issued("A001", 4, 10), { ...issued("A001", 5, 12), seq: 5 }], [A1]),
			/A001 was given where A002 was the next/,
		],
		"a number left out": [history([...START, issued("A002", 4, 10)], [A2]), /A002 was given where A001 was the next/],
		"a link given twice": [
			history(
				[...START, issued("A001", 4, 10), { ...issued("A002", 5, 12), answer: linkOf("A002", "A001", 5) }],
				[A1, A2],
			),
			/A002 has no link of its own/,
		],
		"an order against real time": [
			history([...START, issued("A002", 5, 10), issued("A001", 4, 12)], [A1, A2]),
			/had returned before .* was sent/,
		],
		"a repeat answered differently": [
			history([...START, { ...issued("A001", 4, 10), repeats: [linkOf("A001", "A009", 4)] }], [A1]),
			/and then/,
		],
		"a repeat refused that had been done": [
			history([...START, { ...issued("A001", 4, 10), repeats: [refused("wrong-status")] }], [A1]),
			/and then/,
		],
		"nobody-waiting while somebody waits": [
			history(
				[...START, issued("A001", 4, 10), { ...called("1", A1, 5, 12), answer: refused("nobody-waiting") }],
				[A1],
			),
			/refused nobody-waiting and there was no reason/,
		],
		"counter-busy at a free counter": [
			history([...START, issued("A001", 4, 10), { ...called("1", A1, 5, 12), answer: refused("counter-busy") }], [A1]),
			/refused counter-busy and there was no reason/,
		],
		"a second customer at a busy counter": [
			history(
				[...START, issued("A001", 4, 10), issued("A002", 5, 12), called("1", A1, 6, 20), called("1", A2, 7, 30)],
				[A1, A2],
			),
			/called 20261123-A002 while it had 20261123-A001/,
		],
		"the later customer called first": [
			history([...START, issued("A001", 4, 10), issued("A002", 5, 12), called("1", A2, 6, 20)], [A1, A2]),
			/A002 was called before 20261123-A001/,
		],
		"a customer called who was never there": [history([...START, called("1", A1, 4, 20)], []), /never issued/],
		"a customer called before the ticket was issued": [
			history([...START, called("1", A1, 4, 20, 40), issued("A001", 5, 21, 39)], [A1]),
			/never issued/,
		],
		"service at another's counter": [
			history(
				[...START, issued("A001", 4, 10), called("1", A1, 5, 12), acted("start-service", "teller-2", A1, 6, 14)],
				[A1],
			),
			/is not with teller-2/,
		],
		"two operations in one place": [history([...START, issued("A001", 3, 10)], [A1]), /as another did/],
		"an answer that names another place": [
			history([...START, { ...issued("A001", 4, 10), answer: linkOf("A001", "A001", 9) }], [A1]),
			/was told 9, not 4/,
		],
		"an operation never answered": [unanswered(), /never answered/],
	};
	for (const [what, [made, why]] of Object.entries(bad)) {
		it(`[CMD-6] ${what}`, ({ expect }) => {
			expect(faultOf(made)).toMatch(why);
		});
	}
});

function linkOf(number: string, linkNumber: string, seq: number): Answer {
	return { status: "done", seq, ticketId: `20261123-${number}`, number, link: link(linkNumber) };
}

function unanswered(): History {
	const made = history([...START, issued("A001", 4, 10)], [A1]);
	const operations = made.operations.map((each, index) => (index === 3 ? { ...each, answers: [] } : each));
	return { ...made, operations };
}
