import { describe, expect, it } from "vitest";
import type { Actor } from "../../../schema/actor.ts";
import type { CaseRequest, MoveCase, StoredCase } from "../../../schema/customer/case.ts";
import { Segment } from "../../../schema/customer/customer.ts";
import { Command } from "../../../schema/hall/command.ts";
import type { Answer, Commit } from "../../../schema/hall/event.ts";
import { caseCommit } from "../../../worker/domain/case/commit.ts";
import { answerOf, commitFor, isRepeatOf } from "../../../worker/domain/commit/commit.ts";
import { evolve } from "../../../worker/domain/commit/evolve.ts";
import { type BranchState, initialState } from "../../../worker/domain/hall/branch-state.ts";
import type { Configured } from "../../../worker/domain/hall/decision.ts";
import { reportOf } from "../../../worker/domain/report/report.ts";
import { displayView } from "../../../worker/domain/view/display-view.ts";
import { staffView } from "../../../worker/domain/view/staff-view.ts";
import { statusView } from "../../../worker/domain/view/status-view.ts";
import { ticketView } from "../../../worker/domain/view/ticket-view.ts";
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
} from "../a-day.ts";

const REFERENCE = "C-20481234";
const content = "x".repeat(43);
const CASE_ID = `${BRANCH_ID}_${"2".padStart(24, "0")}`;
const RECORD: MoveCase = {
	...{ type: "move-case", caseId: CASE_ID, kind: "referral", step: "open", version: 0 },
	...{ texts: [], stage: "offered", facts: { reasonCode: "large-cash" }, holds: ["name"], content },
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
	const cases = new Map<string, StoredCase>();
	const send = (actor: Actor, command: MoveCase, time: string): Answer => {
		const request: CaseRequest = { ...next(), command };
		const before = cases.get(command.caseId) ?? null;
		const names = (command.holds ?? []).filter((name) => name !== "customerReference");
		const sealed = {
			texts: {},
			fields: Object.fromEntries(names.map((name) => [name, "sealed"])),
			ties: { customerReference: command.holds?.includes("customerReference") ? REFERENCE : null },
		};
		const made = caseCommit(state, { request, sealed, actor, now: at(time), before, openCount: 0 });
		if ("status" in made) return made;
		if (made.after !== null) cases.set(command.caseId, made.after);
		return keep(made.commit);
	};
	const record = (actor: Actor, facts: MoveCase["facts"] = {}, more: Partial<MoveCase> = {}, time = "10:00") => {
		const caseId = `${BRANCH_ID}_${String(state.seq + 1).padStart(24, "0")}`;
		return send(actor, { ...RECORD, caseId, ...more, facts: { ...RECORD.facts, ...facts } }, time);
	};
	const step = (actor: Actor, name: string, facts: MoveCase["facts"] = {}, more: Partial<MoveCase> = {}) => {
		const version = cases.get(CASE_ID)?.version ?? 0;
		const { holds: _, stage: _s, ...about } = { ...RECORD, step: name, version, facts };
		const answer = send(actor, { ...about, ...more }, "11:00");
		return answer.status === "refused" ? answer.code : "done";
	};
	say(OPERATOR, { type: "configure", configuration });
	return {
		say,
		record,
		step,
		stored: () => cases.get(CASE_ID) as StoredCase,
		commits,
		state: () => state as Configured,
	};
}

describe("an identified-customer record in the branch", () => {
	it("[PRV-8] needs a name and a reason and nothing else, at any hour, and its commit names nobody", () => {
		const { record, commits } = aBranch();
		expect(record(MANAGER)).toMatchObject({ status: "done" });
		expect(record(LIU, {}, {}, "21:00")).toMatchObject({ status: "done" });
		expect(commits[1]?.events).toMatchObject([
			{ type: "case-moved", caseId: CASE_ID, kind: "referral", step: "open", stage: "offered", ownerId: "li-na" },
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
		expect(code(record(MANAGER, {}, { holds: [] }))).toBe("reference-needed");
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
		const code = (more: Partial<MoveCase>) => {
			const answer = record(MANAGER, {}, more);
			return answer.status === "refused" ? answer.code : "done";
		};
		for (const field of ["name", "number", "contact"] as const) {
			expect(code({ holds: [field, "customerReference"] })).toBe("reference-only");
		}
		expect(code({ holds: [] })).toBe("reference-needed");
		expect(code({ holds: ["remarks", "customerReference"] })).toBe("done");
	});

	it("[PRV-14] is counted in the day's report by status and by role; a day without any says nothing of them", () => {
		const { say, record, commits } = aBranch();
		say(MANAGER, issue("cash"));
		const empty = [...commits.slice(1)];
		record(MANAGER);
		record(MANAGER, { identifiedBy: "liu-yang" });
		record(LIU, {}, { stage: "introduced" });
		record(staff("wang-fang", "open-teller"), {}, { stage: "to_follow_up" });
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

	it("[PRV-20] is signed by the manager it is assigned to, by any while nobody is, and by a head with a reason", () => {
		const { record, step, stored } = aBranch();
		const [hu, xu] = [staff("hu-yue", "relationship-manager"), staff("xu-na", "relationship-manager")];
		const head = staff("zhang-wei", "branch-head");
		const introduced = { stage: "introduced" };
		record(MANAGER, {}, { ownerId: "hu-yue" });
		expect(stored()).toMatchObject({ stage: "offered", ownerId: "hu-yue", facts: { isAssigned: 1, signedBy: null } });
		expect(step(xu, "sign", {}, introduced)).toBe("unknown-case");
		expect(step(MANAGER, "sign", {}, introduced)).toBe("not-permitted");
		expect(step(MANAGER, "outcome", {}, { stage: "concluded", holds: ["outcome"] })).toBe("not-permitted");
		expect(step(head, "sign", {}, introduced)).toBe("wrong-for-step");
		expect(step(head, "sign", {}, { ...introduced, texts: ["why"] })).toBe("done");
		const signed = { signedBy: "zhang-wei", signedStatus: "introduced", isAssigned: 1 };
		expect(stored()).toMatchObject({ stage: "introduced", ownerId: "hu-yue", facts: signed });
		expect(step(hu, "sign", {}, introduced)).toBe("already-signed");

		const free = aBranch();
		free.record(LIU);
		expect(free.stored()).toMatchObject({ ownerId: "liu-yang", facts: { isAssigned: 0 } });
		expect(free.step(LIU, "sign", {}, introduced)).toBe("not-permitted");
		expect(free.step(xu, "sign", {}, introduced)).toBe("done");
		expect(free.stored()).toMatchObject({ ownerId: "xu-na", facts: { signedBy: "xu-na", isAssigned: 1 } });
	});

	it("[PRV-19] is over by its outcome, taken up again by a change, and never by a late signature", () => {
		const { record, step, stored } = aBranch();
		const hu = staff("hu-yue", "relationship-manager");
		record(MANAGER);
		expect(step(hu, "outcome", {}, { stage: "concluded", holds: ["outcome"] })).toBe("done");
		const confirmed = { signedBy: "hu-yue", signedStatus: "concluded", outcomeAt: at("11:00") };
		expect(stored()).toMatchObject({ stage: "concluded", closedAt: at("11:00"), ownerId: "hu-yue", facts: confirmed });
		expect(step(hu, "sign", {}, { stage: "to_follow_up" })).toBe("already-signed");
		expect(step(MANAGER, "change", {}, { stage: "to_follow_up" })).toBe("done");
		expect(stored()).toMatchObject({ stage: "to_follow_up", closedAt: null, facts: confirmed, version: 3 });
	});

	it("[PRV-9] keeps who recognised the customer when its manager is taken away, and says who nobody is", () => {
		const { record, step, stored } = aBranch();
		record(MANAGER, { identifiedBy: "liu-yang" }, { ownerId: "hu-yue" });
		expect(step(MANAGER, "change", {}, { ownerId: "nobody" })).toBe("unknown-staff");
		expect(step(MANAGER, "change", {}, { drops: ["owner"] })).toBe("done");
		expect(stored()).toMatchObject({ ownerId: "liu-yang", openedBy: "li-na", facts: { isAssigned: 0 } });
		expect(step(MANAGER, "change", { reasonCode: "appearance", objection: 1 }, { version: 1 })).toBe(
			"changed-since-read",
		);
		expect(step(MANAGER, "change", { reasonCode: "appearance", objection: 1 })).toBe("done");
		expect(stored().facts).toMatchObject({ reasonCode: "appearance", objectedAt: at("11:00"), staffId: "liu-yang" });
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
