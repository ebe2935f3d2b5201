import { Arm, post } from "./hall/arm.ts";
import type { BenchServer } from "./hall/bench-server.ts";
import { type CaseHall, caseHall } from "./hall/case-hall.ts";
import { startCountingServer } from "./hall/counting-server.ts";
import { lesson, STARTS_AT } from "./hall/open-branch.ts";
import { interleave, SIDES, type Sides, spread } from "./measure/interleave.ts";
import { type Measure, measure } from "./measure/measure.ts";
import { median } from "./measure/statistics.ts";
import { timed } from "./measure/timed.ts";

const BRANCH_ID = "sh-cases";
const CASES = 40;
const STEPS_OF_ONE = 5;
const ROUNDS = 200;
const TARGET = { of: "value", atMost: 4 } as const;

/** What a step of a case costs: rows the object writes for it, and time over HTTP, beside the bare object's one row for each command. */
export async function caseStep(bench: BenchServer): Promise<Measure> {
	const counted = await countRows();
	const hall = await caseHall(bench.url.branch, BRANCH_ID, bench.http);
	const bare = new Arm(`${bench.url.bare}/api/branches/${BRANCH_ID}`, bench.http, [], 0);
	await lesson(bare, { steps: [{ answer: "{}", answerFrame: "{}", frames: {} }], status: "{}" });
	let step = await walk(hall);
	let sent = 0;
	const act: Sides<() => Promise<unknown>> = {
		branch: async () => {
			step = await step();
		},
		bare: () => post(bare, { staffId: "", counterId: "", token: "" }, `bare-step-${++sent}`, { type: "tick" }),
	};
	const taken = await interleave(SIDES, ROUNDS, async (side) => (await timed(() => null, act[side])).ms);
	return measure({
		value: counted.rows / counted.steps,
		baseline: 1,
		unit: "rows/step",
		target: TARGET,
		beside: {
			...counted.byPurpose,
			steps: counted.steps,
			rowsSent: counted.sent,
			stepMs: median(taken.branch),
			bareMs: median(taken.bare),
			lowestTimesBare: spread(taken.branch, taken.bare)[0],
		},
		notes:
			"Rows of the commit, the case and its indexes, and one for each alarm set; `rowsSent` are those that note that D1 has it. Openings count as steps.",
	});
}

/** Does a step, sealed and decided and stored; then the next, of another case when this one has had enough. */
type Step = () => Promise<Step>;

async function walk(hall: CaseHall): Promise<Step> {
	let at = STARTS_AT;
	const next = (caseId: string, version: number): Step => {
		return async () => {
			if (version >= STEPS_OF_ONE) {
				const [opened] = [await hall.open()];
				return next(opened, 1);
			}
			at += 60_000;
			await hall.move(caseId, version, { step: "carry-over", dueAt: at + 86_400_000, texts: { why: "等配件" } });
			return next(caseId, version + 1);
		};
	};
	return next(await hall.open(), 1);
}

/** Opens cases, moves each a few times and ends it, at a branch that counts what it writes. */
async function countRows() {
	const server = await startCountingServer();
	try {
		await server.setTime(BRANCH_ID, STARTS_AT);
		const hall = await caseHall(server.url, BRANCH_ID);
		const before = await server.rows();
		let steps = 0;
		for (let each = 0; each < CASES; each++) {
			const caseId = await hall.open();
			const dueAt = STARTS_AT + (each + 10) * 3_600_000;
			await hall.move(caseId, 1, { step: "carry-over", dueAt, texts: { why: "等配件" } });
			await hall.move(caseId, 2, { step: "hand-over", ownerId: "li-na" });
			await hall.move(caseId, 3, { step: "solve", texts: { result: "已修好" } });
			steps += 4;
		}
		const after = await server.rows();
		const purposes = Object.keys(after).map((name) => [name, (after[name] ?? 0) - (before[name] ?? 0)] as const);
		const byPurpose = Object.fromEntries(purposes.filter(([name, rows]) => rows > 0 && name !== SENT));
		const ofStep = purposes.filter(([name]) => STEP_PURPOSES.includes(name)).reduce((sum, [, rows]) => sum + rows, 0);
		return { steps, rows: ofStep, byPurpose, sent: purposes.find(([name]) => name === SENT)?.[1] ?? 0 };
	} finally {
		await server.stop();
	}
}

/** What the counting branch calls an update of rows of cases: D1 has them. */
const SENT = "cases sent";
const STEP_PURPOSES: readonly string[] = ["commits_before", "commits", "cases", "alarm"];
