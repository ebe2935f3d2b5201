import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { WORKER_NAME } from "../scripts/serve/local-server.ts";
import { createBranchApi } from "../simulation/cli/branch-api.ts";
import { Arm } from "./hall/arm.ts";
import { Audience } from "./hall/audience.ts";
import { BARE_CLASS, BARE_WORKER, type BenchServer } from "./hall/bench-server.ts";
import { worker } from "./hall/case-hall.ts";
import { ask, lesson, tokenFor } from "./hall/open-branch.ts";
import { playRecordedDay } from "./hall/recorded-day.ts";
import { interleave, SIDES, type Side, type Sides, spread } from "./measure/interleave.ts";
import { BenchFailure, type Measure, measure } from "./measure/measure.ts";
import { median } from "./measure/statistics.ts";
import { timed } from "./measure/timed.ts";

const BRANCH_CLASS = "BranchObject";
/** Well into the recorded day: from here on the next worst moment is taken. */
const MIDDAY_SEQ = 600;
/** Cases are opened by then. */
const EARLY_SEQ = 100;
/** Opened at one time. */
const OPENED_AT_ONCE = 20;
const STAFF_SOCKETS = 12;
const ROUNDS = 24;
/** A branch that wakes does so in a process that has woken others: code that nobody has run yet is not what is compared. */
const WARM_UP_ROUNDS = 16;
const TARGET = { of: "ratio", atMost: 3 } as const;

/** Ends the recorded day where the measure wants to stand. */
class WorstMoment extends Error {}

/**
 * The first answer of an evicted branch, in the middle of a recorded day and as many commits after a snapshot as there can be,
 * beside that of the bare object. Asked from outside: a question, so that the moment stays the same for every round.
 */
export async function wake(bench: BenchServer, branchId: string, openCases = 0): Promise<Measure> {
	const atWorst = await playToWorstMoment(bench, branchId, openCases);
	const manager = { kind: "staff", role: "lobby-manager", branchId };
	const token = await tokenFor(bench, manager);
	// One session may not hold as many connections as the hall has phones.
	const tokens = [token, await tokenFor(bench, manager)];
	const armAt = (url: string) =>
		new Arm(`${url}/api/branches/${branchId}`, bench.http, [{ staffId: "li-na", counterId: "1", token }], 0);
	const arms: Sides<Arm> = { branch: armAt(bench.url.branch), bare: armAt(bench.url.bare) };
	const { text: status } = await ask(arms.branch);
	await lesson(arms.bare, { steps: [{ answer: "{}", answerFrame: "{}", frames: {} }], status });
	const staff: Sides<Audience> = {
		branch: await Audience.connect(arms.branch, "staff", STAFF_SOCKETS, tokens),
		bare: await Audience.connect(arms.bare, "staff", STAFF_SOCKETS, tokens),
	};
	const { miniflare } = bench.server;
	const evict: Record<Side, () => Promise<void>> = {
		branch: () => miniflare.unsafeEvictDurableObject(WORKER_NAME, BRANCH_CLASS, { name: branchId }),
		bare: () => miniflare.unsafeEvictDurableObject(BARE_WORKER, BARE_CLASS, { name: branchId }),
	};
	const firstAnswerMs = async (side: Side) => {
		await evict[side]();
		const { ms } = await timed(
			() => null,
			() => ask(arms[side]),
		);
		return ms;
	};
	const { branch, bare } = await interleave(SIDES, ROUNDS, firstAnswerMs, WARM_UP_ROUNDS);
	const awake = { branch: await awakeMs(arms.branch), bare: await awakeMs(arms.bare) };
	for (const side of SIDES) staff[side].close();
	return measure({
		value: median(branch),
		baseline: median(bare),
		unit: "ms",
		spread: spread(branch, bare),
		target: TARGET,
		beside: {
			rounds: ROUNDS,
			warmUpRounds: WARM_UP_ROUNDS,
			awakeMs: awake.branch,
			bareAwakeMs: awake.bare,
			openCases,
			...atWorst,
		},
		notes: `GET status right after an eviction, with ${STAFF_SOCKETS} hibernating sockets; awakeMs is the same question without one.`,
	});
}

/** The constructor and the reading are in the difference to this. */
async function awakeMs(arm: Arm): Promise<number> {
	const taken: number[] = [];
	for (let round = 0; round < ROUNDS; round++)
		taken.push(
			(
				await timed(
					() => null,
					() => ask(arm),
				)
			).ms,
		);
	return median(taken);
}

/** Plays until one commit more would write a snapshot; how often that happens is seen in what the branch has stored. */
async function playToWorstMoment(bench: BenchServer, branchId: string, openCases: number) {
	const branch = createBranchApi(bench.api, branchId);
	const stored = await snapshotOf(bench, branchId);
	let snapshotAt = 0;
	let every = 0;
	let seq = 0;
	const heard = async (answer: { readonly status: string; readonly seq?: number }) => {
		seq = answer.seq ?? seq + 1;
		if (seq === EARLY_SEQ) await openMany(bench, branchId, openCases);
		if (seq < MIDDAY_SEQ + openCases) return;
		const { seq: latest } = stored();
		if (snapshotAt !== 0 && latest !== snapshotAt) every = latest - snapshotAt;
		snapshotAt = latest;
		if (every > 0 && seq - snapshotAt === every - 1) throw new WorstMoment();
	};
	const setTime = async (at: number) => {
		await branch.setClock({ kind: "virtual", at, speed: 0 });
	};
	try {
		await playRecordedDay({ branchId, branch, setTime, heard });
	} catch (error) {
		if (!(error instanceof WorstMoment)) throw error;
		return { commitsToFold: seq - snapshotAt, snapshotEveryCommits: every, snapshotBytes: stored().bytes };
	}
	throw new BenchFailure("the recorded day ended before its worst moment");
}

async function openMany(bench: BenchServer, branchId: string, count: number): Promise<void> {
	const hall = await worker(bench.url.branch, branchId, bench.http);
	for (let opened = 0; opened < count; opened += OPENED_AT_ONCE) {
		await Promise.all(Array.from({ length: OPENED_AT_ONCE }, () => hall.open()));
	}
}

/** Reads the latest snapshot from the object's own file, where the bench keeps its storage. */
async function snapshotOf(bench: BenchServer, branchId: string) {
	const namespace = await bench.server.miniflare.getDurableObjectNamespace("BRANCH", WORKER_NAME);
	const id = namespace.idFromName(branchId).toString();
	const file = join(bench.folder, "do", `${WORKER_NAME}-${BRANCH_CLASS}`, `${id}.sqlite`);
	return (): { readonly seq: number; readonly bytes: number } => {
		const database = new DatabaseSync(file, { readOnly: true });
		try {
			const row = database.prepare("SELECT seq, length(CAST(body AS BLOB)) AS bytes FROM snapshot WHERE id = 1").get();
			return { seq: Number(row?.seq ?? 0), bytes: Number(row?.bytes ?? 0) };
		} finally {
			database.close();
		}
	};
}
