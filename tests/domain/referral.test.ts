import { describe, expect, it } from "vitest";
import type { Actor } from "../../schema/actor.ts";
import { Command } from "../../schema/command.ts";
import { Segment } from "../../schema/customer.ts";
import type { Answer, Commit } from "../../schema/event.ts";
import type { RecordReferral } from "../../schema/sealed-referral.ts";
import { type BranchState, initialState } from "../../worker/domain/branch-state.ts";
import { answerOf, commitFor, isRepeatOf } from "../../worker/domain/commit.ts";
import type { Configured } from "../../worker/domain/decision.ts";
import { displayView } from "../../worker/domain/display-view.ts";
import { evolve } from "../../worker/domain/evolve.ts";
import { referralCommit } from "../../worker/domain/referral.ts";
import { reportOf } from "../../worker/domain/report.ts";
import { staffView } from "../../worker/domain/staff-view.ts";
import { statusView } from "../../worker/domain/status-view.ts";
import { ticketView } from "../../worker/domain/ticket-view.ts";
import {
	at,
	BRANCH_ID,
	CONFIGURATION,
	configured,
	issue,
	KIOSK,
	LIU,
	linkOf,
	MANAGER,
	OPERATOR,
	staff,
} from "./a-day.ts";

const REFERENCE = "C-20481234";
const content = "x".repeat(43);
const RECORD: RecordReferral = {
	type: "record-referral",
	status: "offered",
	reasonCode: "large-cash",
	holds: ["name"],
	hasReference: false,
	content,
};

/** A branch that takes records and tickets, with every commit. */
function aBranch(configuration = CONFIGURATION) {
	let state: BranchState = initialState(BRANCH_ID);
	const commits: Commit[] = [];
	const keep = (made: Commit | Answer): Answer => {
		if (!("seq" in made) || "status" in made) return made as Answer;
		state = evolve(state, made);
		commits.push(made);
		return answerOf(made);
	};
	const next = () => ({ commandId: `command-${state.seq + 1}` });
	const say = (actor: Actor, command: Command, customer?: { reference: string | null; segment: Segment }) =>
		keep(
			commitFor(state, {
				request: { ...next(), command },
				actor,
				now: at("10:00"),
				link: linkOf(state.seq + 1),
				customer,
			}),
		);
	const record = (actor: Actor, more: Partial<RecordReferral> = {}, time = "10:00") =>
		keep(
			referralCommit(state, {
				request: { ...next(), command: { ...RECORD, ...more } },
				actor,
				now: at(time),
				referralId: `r${String(state.seq + 1).padStart(24, "0")}`,
			}),
		);
	say(OPERATOR, { type: "configure", configuration });
	return { say, record, commits, state: () => state as Configured };
}

describe("an identified-customer record in the branch", () => {
	it("[PRV-8] needs a name and a reason and nothing else, at any hour, and its commit names nobody", () => {
		const { record, commits } = aBranch();
		expect(record(MANAGER)).toMatchObject({ status: "done", referralId: `r${"2".padStart(24, "0")}` });
		expect(record(LIU, {}, "21:00")).toMatchObject({ status: "done" });
		expect(commits[1]?.events).toEqual([
			{
				type: "referral-recorded",
				referralId: `r${"2".padStart(24, "0")}`,
				status: "offered",
				reasonCode: "large-cash",
				staffId: "li-na",
				role: "lobby-manager",
				businessDay: "2026-11-23",
			},
		]);
		expect(JSON.stringify(commits.slice(1))).not.toContain(content);
	});

	it("[PRV-8] is refused to devices, strangers and other branches, and without a name", () => {
		const { record } = aBranch();
		const code = (answer: Answer) => (answer.status === "refused" ? answer.code : "done");
		expect(code(record(KIOSK))).toBe("not-permitted");
		expect(code(record(staff("guo-qiang", "guard")))).toBe("not-permitted");
		expect(code(record(staff("li-na", "lobby-manager", { kind: "branch", branchId: "bj-guomao" })))).toBe(
			"wrong-place",
		);
		expect(code(record(MANAGER, { holds: [] }))).toBe("reference-needed");
		expect(code(record(MANAGER, { identifiedBy: "nobody" }))).toBe("unknown-staff");
	});

	it("[PRV-8] sent again with the same content is known again, with another is not", () => {
		const { record, commits } = aBranch();
		record(MANAGER);
		const first = commits[1] as Commit;
		expect(isRepeatOf(first, { commandId: "command-2", command: RECORD }, MANAGER)).toBe(true);
		const other = { commandId: "command-2", command: { ...RECORD, content: "y".repeat(43) } };
		expect(isRepeatOf(first, other, MANAGER)).toBe(false);
	});

	it("[PRV-10] in reference only mode holds no name, number or contact, and needs the reference", () => {
		const { record } = aBranch(configured((configuration) => Object.assign(configuration, { referenceOnly: true })));
		const code = (more: Partial<RecordReferral>) => {
			const answer = record(MANAGER, more);
			return answer.status === "refused" ? answer.code : "done";
		};
		for (const field of ["name", "number", "contact"] as const) {
			expect(code({ holds: [field], hasReference: true })).toBe("reference-only");
		}
		expect(code({ holds: [] })).toBe("reference-needed");
		expect(code({ holds: ["remarks"], hasReference: true })).toBe("done");
	});

	it("[PRV-14] is counted in the day's report by status and by role; a day without any says nothing of them", () => {
		const { say, record, commits } = aBranch();
		say(MANAGER, issue("cash"));
		const empty = [...commits.slice(1)];
		record(MANAGER);
		record(MANAGER, { identifiedBy: "liu-yang" });
		record(LIU, { status: "introduced" });
		record(staff("wang-fang", "open-teller"), { status: "to_follow_up" });
		say(MANAGER, { type: "close-day" });
		const closing = commits.at(-1) as Commit;
		expect(reportOf(commits.slice(1))?.referrals).toEqual({
			recorded: 4,
			byStatus: [
				{ status: "introduced", count: 1 },
				{ status: "offered", count: 2 },
				{ status: "to_follow_up", count: 1 },
			],
			byRole: [
				{ role: "closed-teller", count: 2 },
				{ role: "lobby-manager", count: 1 },
				{ role: "open-teller", count: 1 },
			],
		});
		expect(reportOf([...empty, closing])).not.toHaveProperty("referrals");
	});

	it("[PRV-16] is no command that a client can send", () => {
		expect(Command.safeParse(RECORD).success).toBe(false);
	});
});

describe("a recognised customer's ticket", () => {
	const recognition = "A".repeat(168);
	const wanting = { ...issue("cash"), recognition } as Command;

	it("[PRV-11] gets the class of the segment, corporate ones too, staff's own word first", () => {
		const { say, state } = aBranch();
		const classes = Segment.options.map((segment) => {
			const { ticketId = "" } = say(KIOSK, wanting, { reference: REFERENCE, segment }) as { ticketId?: string };
			return state().tickets.get(ticketId)?.class;
		});
		expect(classes).toEqual(Segment.options);
		const named = say(MANAGER, { ...wanting, class: "green" } as Command, { reference: REFERENCE, segment: "high" });
		expect(state().tickets.get((named as { ticketId: string }).ticketId)?.class).toBe("green");
		expect(
			say(KIOSK, { ...wanting, class: "high" } as Command, { reference: REFERENCE, segment: "high" }),
		).toMatchObject({
			code: "class-not-allowed",
		});
	});

	it("[PRV-11] a recognition that is not good here is refused with what to do", () => {
		const { say } = aBranch();
		expect(say(KIOSK, wanting)).toEqual({ status: "refused", code: "recognition-invalid" });
	});

	it("[PRV-11] the reference stands in the event and the staff view, and nowhere a customer looks", () => {
		const { say, state, commits } = aBranch();
		const { ticketId = "" } = say(KIOSK, wanting, { reference: REFERENCE, segment: "private" }) as {
			ticketId?: string;
		};
		expect(JSON.stringify(commits)).toContain(REFERENCE);
		expect(JSON.stringify(commits)).not.toContain(recognition);
		expect(staffView(state()).tickets[0]?.customer).toBe(REFERENCE);
		const open = [displayView(state()), ticketView(state(), ticketId), statusView(state(), 0)];
		expect(JSON.stringify(open)).not.toContain(REFERENCE);
		expect(JSON.stringify(open.slice(0, 2))).not.toContain("private");
	});
});
