import { createApi } from "../simulation/cli/api.ts";
import { createBranchApi } from "../simulation/cli/branch-api.ts";
import { type CountingServer, startCountingServer } from "./hall/counting-server.ts";
import { playRecordedDay } from "./hall/recorded-day.ts";
import { listenAsStaff, type StaffEar, type Told } from "./hall/staff-ear.ts";
import { BenchFailure, type Measure, measure } from "./measure/measure.ts";
import { mean, sum } from "./measure/statistics.ts";

const BRANCH_ID = "sh-day";
/** The platform takes an object out of memory after about so long without a request. */
const IDLE_MAX_MS = 10_000;
/** A hall as full as the day can be played: counters planned to be busier than they can be. */
const CROWDED = 2;
/** From so many waiting on no patch may be more than this part of the view. */
const CROWD = 20;
const SHARE_MAX = 0.5;
const ROWS_TARGET = { of: "ratio", atMost: 1.15 } as const;
const PATCH_TARGET = { of: "value", atMost: 700 } as const;

/** Rows and patches of a whole recorded day, played at a branch that counts its rows, with its clock in the bench's hands. */
export async function wholeDay(): Promise<{ rowsPerCommand: Measure; patchBytes: Measure }> {
	const ordinary = await playDay();
	const crowded = await playDay(CROWDED);
	const total = sum(Object.values(ordinary.rows));
	const patches = [...ordinary.told, ...crowded.told];
	const inCrowd = patches.filter(({ waiting }) => waiting >= CROWD);
	if (inCrowd.length === 0) throw new BenchFailure(`there were never ${CROWD} waiting`);
	const largestShare = Math.max(...inCrowd.map(({ patchBytes, viewBytes }) => patchBytes / viewBytes));
	const meanPatch = mean(patches.map((each) => each.patchBytes));
	const patch = measure({
		value: meanPatch,
		baseline: mean(patches.map((each) => each.viewBytes)),
		unit: "bytes",
		target: PATCH_TARGET,
		beside: {
			largestPatchBytes: Math.max(...patches.map((each) => each.patchBytes)),
			largestViewBytes: Math.max(...patches.map((each) => each.viewBytes)),
			largestShareOfViewInCrowd: largestShare,
			patchesInCrowd: inCrowd.length,
			mostWaiting: Math.max(...patches.map((each) => each.waiting)),
			patches: patches.length,
			ordinaryDayMeanPatchBytes: mean(ordinary.told.map((each) => each.patchBytes)),
			crowdedDayMeanPatchBytes: mean(crowded.told.map((each) => each.patchBytes)),
		},
		notes: `Mean staff patch over the recorded day and over the same day with too few counters; the baseline is the whole view at the same moments. In a crowd ${CROWD} or more wait, and no patch there may be over ${SHARE_MAX} of the view.`,
	});
	return {
		rowsPerCommand: measure({
			value: total / ordinary.commands,
			baseline: 1,
			unit: "rows/command",
			target: ROWS_TARGET,
			beside: { commands: ordinary.commands, rows: total, evictions: ordinary.evictions, ...ordinary.rows },
			notes: `Every row the object writes on the recorded day, as SQLite counts them, and one for each alarm set; evicted whenever ${IDLE_MAX_MS / 1_000} s pass without a command. The bare object writes one row for each command and nothing else.`,
		}),
		patchBytes: { ...patch, met: patch.met && largestShare <= SHARE_MAX },
	};
}

type Played = {
	readonly rows: Record<string, number>;
	readonly commands: number;
	readonly evictions: number;
	readonly told: readonly Told[];
};

async function playDay(fullness?: number): Promise<Played> {
	const server = await startCountingServer();
	try {
		return await playAt(server, fullness);
	} finally {
		await server.stop();
	}
}

async function playAt(server: CountingServer, fullness: number | undefined): Promise<Played> {
	const api = createApi(server.url);
	let ear: StaffEar | null = null;
	const told: Told[] = [];
	let evictions = 0;
	let heardAt = 0;
	let at = 0;
	const setTime = async (to: number) => {
		// The crowded day is played for its patches alone.
		if (fullness === undefined && ear !== null && to - heardAt >= IDLE_MAX_MS) {
			await server.evict(BRANCH_ID);
			evictions += 1;
		}
		at = to;
		await server.setTime(BRANCH_ID, to);
	};
	const ready = async () => {
		const { token } = await api.call("demoToken", null, {
			body: { kind: "staff", role: "lobby-manager", branchId: BRANCH_ID },
		});
		ear = await listenAsStaff(`${server.url}/api/branches/${BRANCH_ID}`, token);
	};
	const heard = async () => {
		heardAt = at;
		const news = await ear?.take();
		if (news !== undefined && news.patchBytes > 0) told.push(news);
	};
	const branch = createBranchApi(api, BRANCH_ID);
	const played = await playRecordedDay({
		branchId: BRANCH_ID,
		branch,
		setTime,
		ready,
		heard,
		...(fullness && { fullness }),
	});
	// Long enough for whatever was armed for after closing.
	await setTime(at + 12 * 3_600_000);
	(ear as StaffEar | null)?.close();
	return { rows: await server.rows(), commands: played.commands + 1, evictions, told };
}
