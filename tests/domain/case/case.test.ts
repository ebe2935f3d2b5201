import { describe, expect, it } from "vitest";
import type { Actor } from "../../../schema/actor.ts";
import type { MoveCase, StoredCase } from "../../../schema/customer/case.ts";
import type { Command } from "../../../schema/hall/command.ts";
import type { Commit } from "../../../schema/hall/event.ts";
import { CASE_STEPS_MAX, OPEN_CASES_MAX } from "../../../schema/limits.ts";
import { answerOfMove, caseCommit } from "../../../worker/domain/case/commit.ts";
import { doWhatIsDue, nextAt } from "../../../worker/domain/case/due.ts";
import { endedByErasing } from "../../../worker/domain/case/erase.ts";
import { heirOf, takenOver } from "../../../worker/domain/case/left-behind.ts";
import { stepped } from "../../../worker/domain/case/stepped.ts";
import { commitFor } from "../../../worker/domain/commit/commit.ts";
import { evolve } from "../../../worker/domain/commit/evolve.ts";
import { afterOpenTime } from "../../../worker/domain/day/opening-time.ts";
import { type BranchState, initialState } from "../../../worker/domain/hall/branch-state.ts";
import type { Configured } from "../../../worker/domain/hall/decision.ts";
import { caseFigures } from "../../../worker/domain/report/case-report.ts";
import type { DayFacts } from "../../../worker/domain/report/day-facts.ts";
import { reportOf } from "../../../worker/domain/report/report.ts";
import { staffView } from "../../../worker/domain/view/staff-view.ts";
import { BRANCH_ID, CONFIGURATION, KIOSK, LIU, MANAGER, OPERATOR } from "../a-day.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const CASE_ID = `${BRANCH_ID}_${"0".repeat(24)}`;
const content = "x".repeat(43);
/** Monday 2026-11-23 and the days after, in Shanghai. */
const local = (day: number, hour: number, minute = 0) => Date.UTC(2026, 10, 23 + day, hour - 8, minute);
const TEN = local(0, 10);

const opening: MoveCase = {
	...{ type: "move-case", caseId: CASE_ID, kind: "problem", step: "open", version: 0 },
	...{ ownerId: "liu-yang", texts: ["what"], content },
};
const step = (name: string, version: number, more: Partial<MoveCase> = {}): MoveCase => ({
	...{ type: "move-case", caseId: CASE_ID, kind: "problem", step: name, version, texts: [], content },
	...more,
});
let sent = 0;
const idOf = () => `command-${++sent}`;

/** The branch that ships, before anything happened there. */
function aBranch(): BranchState {
	const request = { commandId: idOf(), command: { type: "configure", configuration: CONFIGURATION } } as const;
	const before = initialState(BRANCH_ID);
	const made = commitFor(before, { request, actor: OPERATOR, now: TEN, link: "" });
	if ("status" in made) throw new Error(made.code);
	return evolve(before, made);
}

/** A branch, one case, and everything that became of it. */
class Story {
	state: BranchState = aBranch();
	stored: StoredCase | null = null;
	readonly commits: Commit[] = [];

	/** `done`, or what a step is refused with. */
	move(command: MoveCase, actor: Actor = MANAGER, now = TEN, openCount = 0): string {
		const request = { commandId: idOf(), command };
		const sealed = {
			texts: Object.fromEntries(command.texts.map((text) => [`${text}.${command.version + 1}`, "sealed"])),
		};
		const made = caseCommit(this.state, { request, sealed, actor, now, before: this.stored, openCount });
		if ("status" in made) return made.code;
		this.keep(made.commit);
		this.stored = made.after ?? this.stored;
		const answer = answerOfMove(made.commit);
		return answer.status === "done"
			? "done"
			: [answer.code, answer.detail].filter((each) => each !== undefined).join(" ");
	}

	/** Any other command, with so many problems open. */
	send(command: Command, actor: Actor, open: number): void {
		const openCases = open === 0 ? [] : [{ kind: "problem" as const, stage: "open", count: open }];
		const incoming = {
			request: { commandId: idOf(), command },
			actor,
			now: TEN,
			link: "l".repeat(22),
			openCases: () => openCases,
		};
		const made = commitFor(this.state, incoming);
		if ("status" in made) throw new Error(made.code);
		this.keep(made);
	}

	keep(commit: Commit): void {
		this.state = evolve(this.state, commit);
		this.commits.push(commit);
	}

	case(): StoredCase {
		if (this.stored === null) throw new Error("nothing was opened");
		return this.stored;
	}
}

function opened(more: Partial<MoveCase> = {}): Story {
	const story = new Story();
	expect(story.move({ ...opening, ...more }, LIU)).toBe("done");
	return story;
}

describe("a step of a case", () => {
	it("[CASE-1] [CASE-11] is refused to whoever may not, without what it needs, and with what it does not take", () => {
		const story = new Story();
		const refused: [MoveCase, Actor, string][] = [
			[opening, KIOSK, "not-permitted"],
			[opening, OPERATOR, "not-permitted"],
			[{ ...opening, texts: [] }, LIU, "wrong-for-step what"],
			[{ ...opening, texts: ["what", "result"] }, LIU, "wrong-for-step result"],
			[{ ...opening, ownerId: "nobody" }, LIU, "unknown-staff nobody"],
			[{ ...opening, dueAt: TEN }, LIU, "wrong-due-time"],
			[{ ...opening, dueAt: TEN + 400 * DAY_MS }, LIU, "wrong-due-time"],
		];
		for (const [command, actor, wanted] of refused) {
			expect(story.move(command, actor)).toBe(wanted);
		}
		expect(story.move(opening, LIU, TEN, OPEN_CASES_MAX)).toBe("too-many-cases");
		expect(story.move(step("solve", 1, { texts: ["result"] }))).toBe("unknown-case");
	});

	it("[CASE-2] holds for the version that was read, and for a stage that allows it", () => {
		const story = opened();
		expect(story.move(opening, LIU)).toBe("changed-since-read");
		expect(story.move(step("solve", 2, { texts: ["result"] }))).toBe("changed-since-read");
		expect(story.move(step("mend", 1))).toBe("wrong-stage open");
		expect(story.move(step("drop", 1, { texts: ["why"] }))).toBe("done");
		expect(story.move(step("solve", 2, { texts: ["result"] }))).toBe("wrong-stage dropped");
		expect(story.case()).toMatchObject({ stage: "dropped", version: 2, closedAt: TEN, revision: 2 });
	});

	it("[CASE-11] keeps its last place for the step that ends it", () => {
		const story = opened();
		for (let version = 1; version < CASE_STEPS_MAX - 1; version++) {
			const dueAt = TEN + version * MINUTE_MS;
			expect(story.move(step("carry-over", version, { dueAt, texts: ["why"] }), MANAGER, TEN)).toBe("done");
		}
		const version = CASE_STEPS_MAX - 1;
		expect(story.move(step("carry-over", version, { dueAt: TEN + DAY_MS, texts: ["why"] }))).toBe("too-many-steps");
		expect(takenOver(story.case(), "zhang-wei", TEN)).toBeNull();
		expect(story.move(step("solve", version, { texts: ["result"] }))).toBe("done");
		expect(story.case().steps).toHaveLength(CASE_STEPS_MAX);
	});

	it("[CASE-1] [CASE-3] stands in no view, and in its commit without a word that was written", () => {
		const story = opened();
		const before = staffView(aBranch() as Configured);
		expect(staffView(story.state as Configured)).toEqual(before);
		expect(story.state.changed.staff).toBe(aBranch().changed.staff);
		expect(JSON.stringify(story.commits)).not.toContain("sealed");
		const refused = story.move(step("solve", 1, { texts: ["result"] }), { ...LIU, staffId: "somebody" } as Actor);
		expect(refused).toBe("unknown-case");
		expect(story.commits).toHaveLength(1);
	});
});

describe("when a case is due", () => {
	it("[CASE-5] it is told once, then to those above after the kind's time, and anew after a change", () => {
		const story = opened({ dueAt: local(0, 12) });
		const due = () => nextAt(story.case(), CONFIGURATION);
		const told = (now: number) => {
			const { after, event, news } = doWhatIsDue(story.case(), now);
			story.stored = after;
			return [event.type, news, after.version];
		};
		expect(due()).toBe(local(0, 12));
		expect(told(local(0, 12))).toEqual(["case-due", "due", 1]);
		expect(due()).toBe(local(0, 13));
		expect(told(local(0, 13))).toEqual(["case-due", "escalated", 1]);
		expect(due()).toBe(null);
		expect(story.move(step("carry-over", 1, { dueAt: local(1, 9), texts: ["why"] }), MANAGER, local(0, 14))).toBe(
			"done",
		);
		expect(due()).toBe(local(1, 9));
		expect(story.move(step("hand-over", 2, { ownerId: "li-na" }), MANAGER, local(0, 15))).toBe("done");
		expect(told(local(1, 9))).toEqual(["case-due", "due", 3]);
		expect(story.move(step("solve", 3, { texts: ["result"] }), MANAGER, local(1, 10))).toBe("done");
		expect(due()).toBeNull();
	});

	it("[CASE-5] limits count the hours in which the branch is open", () => {
		expect(afterOpenTime(CONFIGURATION, TEN, HOUR_MS)).toBe(local(0, 11));
		// Half an hour before the doors close, and after them; Saturday and Sunday have hours of their own.
		expect(afterOpenTime(CONFIGURATION, local(0, 16, 30), HOUR_MS)).toBe(local(1, 9, 30));
		expect(afterOpenTime(CONFIGURATION, local(0, 20), HOUR_MS)).toBe(local(1, 10));
		expect(afterOpenTime(CONFIGURATION, local(4, 16, 59), HOUR_MS)).toBe(local(5, 10, 29));
		const closed = {
			...CONFIGURATION,
			calendar: { ...CONFIGURATION.calendar, week: CONFIGURATION.calendar.week.map(() => null) },
		};
		expect(afterOpenTime(closed, TEN, HOUR_MS)).toBe(TEN + HOUR_MS);
		const oneDay = {
			...closed,
			calendar: {
				...closed.calendar,
				week: CONFIGURATION.calendar.week.map((hours, day) => (day === 2 ? hours : null)),
			},
		};
		expect(afterOpenTime(oneDay, TEN, 9 * HOUR_MS)).toBe(local(9, 10));
	});

	it("[CASE-8] and its texts have been kept long enough it ends without them, whatever else is due", () => {
		const story = opened({ dueAt: local(0, 12) });
		const key = { keyId: "k", retention: "case", branchId: BRANCH_ID, wrappingKeyId: "one", wrapped: "w" } as const;
		const kept = { ...story.case(), key: { ...key, createdAt: TEN, expiresAt: local(0, 11) } };
		expect(nextAt(kept, CONFIGURATION)).toBe(local(0, 11));
		const { after, event } = doWhatIsDue(kept, local(0, 11));
		expect(after).toMatchObject({
			key: null,
			texts: {},
			erasedAt: local(0, 11),
			closedAt: local(0, 11),
			stage: "dropped",
		});
		expect(event).toMatchObject({ type: "case-moved", step: "erase", stage: "dropped", version: 2 });
		expect(endedByErasing(kept, TEN, null).after.revision).toBe(kept.revision + 1);
	});

	it("[CASE-6] what is left behind goes to the head, else the next who can take it", () => {
		const name = { zh: "某", en: "Somebody" };
		const person = (id: string, ...roles: ("branch-head" | "deputy-head" | "lobby-manager" | "guard")[]) => ({
			id,
			name,
			roles,
		});
		expect(heirOf([person("a", "guard"), person("b", "lobby-manager"), person("c", "deputy-head")])).toBe("c");
		expect(heirOf([person("a", "guard"), person("b", "guard", "branch-head"), person("c", "deputy-head")])).toBe("b");
		expect(heirOf([person("a", "guard")])).toBeNull();
		const story = opened({ dueAt: local(0, 12) });
		const told = doWhatIsDue(story.case(), local(0, 12)).after;
		const taken = takenOver(told, "zhang-wei", local(0, 13));
		expect(taken?.after).toMatchObject({ ownerId: "zhang-wei", version: 2, remindedAt: null, stage: "open" });
		expect(taken?.event).toMatchObject({ step: "owner-left", ownerId: "zhang-wei" });
	});
});

describe("a day's report", () => {
	it("[CASE-10] counts what was opened and ended, and what was open as the day began and ended", () => {
		const story = new Story();
		story.send({ type: "issue-ticket", services: ["cash"] }, KIOSK, 3);
		story.move(opening, LIU);
		story.move(step("hand-over", 1, { ownerId: "li-na" }));
		story.move(step("solve", 2, { texts: ["result"] }));
		story.stored = null;
		story.move(opening, LIU);
		story.send({ type: "close-day" }, MANAGER, 4);
		expect(reportOf(story.commits)?.cases).toEqual([
			{
				kind: "problem",
				opened: 2,
				closed: [{ stage: "solved", count: 1 }],
				openBefore: 3,
				openAfter: [{ stage: "open", count: 4 }],
			},
		]);
	});

	it("[CASE-10] counts one end of a record that is changed, and told another outcome, after it was over", () => {
		let record = { caseId: CASE_ID, kind: "referral", closedAt: null, steps: [], version: 0 } as unknown as StoredCase;
		const caseMoves = (["offered", "concluded", "concluded", "concluded"] as const).map((stage, at) => {
			const [step = "", by] = [
				["open", "outcome", "change", "outcome"][at],
				{ staffId: "hu-yue", role: "relationship-manager" as const },
			];
			const made = stepped(record, { step, at: TEN, by, stage, ownerId: "hu-yue", dueAt: TEN, texts: [] });
			record = made.after;
			return made.event;
		});
		const { cases } = caseFigures({ caseMoves, openedWith: [], closedWith: [] } as unknown as DayFacts);
		expect(cases).toMatchObject([{ opened: 1, closed: [{ stage: "concluded", count: 1 }] }]);
	});

	it("[CASE-10] says nothing of cases where there were none", () => {
		const story = new Story();
		story.send({ type: "issue-ticket", services: ["cash"] }, KIOSK, 0);
		story.send({ type: "close-day" }, MANAGER, 0);
		expect(reportOf(story.commits)).not.toHaveProperty("cases");
	});
});
