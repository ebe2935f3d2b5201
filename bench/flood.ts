import { setTimeout as sleep } from "node:timers/promises";
import { createBranchApi } from "../simulation/cli/branch-api.ts";
import { type Arm, sayByHttp } from "./hall/arm.ts";
import { Audience } from "./hall/audience.ts";
import { type BenchServer, startBenchServer } from "./hall/bench-server.ts";
import { type Flood, startFlooder } from "./hall/flooder.ts";
import { openBranch, STAFF_SOCKETS, tokenFor } from "./hall/open-branch.ts";
import { interleave } from "./measure/interleave.ts";
import { BenchFailure, type Measure, measure } from "./measure/measure.ts";
import { median } from "./measure/statistics.ts";

const BRANCH_ID = "sh-flood";
/** Staff of a busy hall, some times over, and still well within what each of them may send. */
const COMMAND_EVERY_MS = 20;
/** A hundredth of them is one: each slice has its own slowest hundredth. */
const COMMANDS_PER_SLICE = 100;
const ROUNDS = 11;
/** A flood is well under way before it is measured. */
const WARM_UP_MS = 300;
const SCREENS = 10;
/** A phone that has as many refused commands outstanding as it can. */
const OUTSTANDING_PER_SECOND = 2_000;
const GARBAGE_PER_SECOND = 3_000;
const VIEWS_PER_SECOND = 100;
const TARGET = { of: "ratio", atMost: 3 } as const;

/**
 * How long staff wait for an answer, at the slowest hundredth, while somebody floods their branch; the baseline is the same hall left in
 * peace, in turn with the floods. A median over rounds, so that one hiccup of the machine is not taken for a flood. Every sender keeps to the pace that a branch has outside a bench. Throws when a flood left a row.
 */
export async function flood(): Promise<Measure> {
	const bench = await startBenchServer({ BRANCH_PACE_FACTOR: "1" });
	try {
		return await measured(bench);
	} finally {
		await bench.stop();
	}
}

async function measured(bench: BenchServer): Promise<Measure> {
	const { arms } = await openBranch(bench, BRANCH_ID);
	const arm = arms.branch;
	const staff = await Audience.connect(
		arm,
		"staff",
		STAFF_SOCKETS,
		arm.tellers.map(({ token }) => token),
	);
	const floods = await floodsOf(bench);
	const branch = createBranchApi(bench.api, BRANCH_ID);
	const seq = async () => (await branch.status())?.seq ?? Number.NaN;
	const counted = { sent: 0, closed: 0 };
	const names = ["calm", ...Object.keys(floods)];
	const before = (await seq()) - arm.commandsSent;
	const taken = await interleave(names, ROUNDS, async (name) => {
		const flooders = (floods[name] ?? []).map((each) => startFlooder(arm.url, each));
		await sleep(WARM_UP_MS);
		const waits = await staffWork(arm);
		await Promise.all(flooders.map((each) => each.stop()));
		for (const each of flooders) {
			counted.sent += each.sent();
			counted.closed += each.closed();
		}
		return waits;
	});
	const rows = (await seq()) - arm.commandsSent - before;
	staff.close();
	if (rows !== 0) throw new BenchFailure(`the floods left ${rows} commits`);
	const p99 = Object.fromEntries(names.map((name) => [name, median((taken[name] ?? []).map(slowestHundredth))]));
	const { calm = Number.NaN, ...flooded } = p99;
	return measure({
		value: Math.max(...Object.values(flooded)),
		baseline: calm,
		unit: "ms",
		target: TARGET,
		beside: {
			...Object.fromEntries(Object.entries(flooded).map(([name, ms]) => [`${name}P99Ms`, ms])),
			framesSent: counted.sent,
			socketsClosed: counted.closed,
			commitsLeft: rows,
			rounds: ROUNDS,
		},
		notes: `The slowest hundredth of ${COMMANDS_PER_SLICE} staff commands over HTTP, one every ${COMMAND_EVERY_MS} ms, as the median of ${ROUNDS} rounds and in the worst of ${names.length - 1} floods; ${STAFF_SOCKETS} staff sockets told of each; rows on ${bench.storage}.`,
	});
}

/** Milliseconds from each command to its answer. */
async function staffWork(arm: Arm): Promise<number[]> {
	const waits: number[] = [];
	for (let done = 0; done < COMMANDS_PER_SLICE; done++) {
		const sentAt = performance.now();
		await arm.run(1, 1, sayByHttp);
		waits.push(performance.now() - sentAt);
		await sleep(Math.max(0, COMMAND_EVERY_MS - (performance.now() - sentAt)));
	}
	return waits;
}

async function floodsOf(bench: BenchServer): Promise<Record<string, Flood[]>> {
	const branch = createBranchApi(bench.api, BRANCH_ID);
	const request = { commandId: `flood-${BRANCH_ID}`, command: { type: "issue-ticket" as const, services: ["cash"] } };
	let issued = await branch.send({ kind: "kiosk" }, request);
	// The hall was filled by the same kiosk, as fast as a kiosk may.
	while (issued.status === "refused" && issued.code === "too-many-requests") {
		await sleep(issued.retryAfterMs ?? 0);
		issued = await branch.send({ kind: "kiosk" }, request);
	}
	if (issued.status !== "done") throw new BenchFailure(`no ticket for the flood: ${issued.code}`);
	const { ticketId = "", link = "" } = issued;
	const bearer = async (wish: object) => `Bearer ${await tokenFor(bench, { ...wish, branchId: BRANCH_ID })}`;
	const screens = await Promise.all(
		Array.from({ length: SCREENS }, () => bearer({ kind: "device", purpose: "display" })),
	);
	const page = { audience: "ticket", credential: `Link ${link}` };
	let sent = 0;
	const refused = () => {
		sent += 1;
		const command = { type: "cancel-ticket", ticketId };
		const commandId = `flood-${String(sent).padStart(8, "0")}`;
		return JSON.stringify({ type: "command", commandId, command, expect: { ticketStatus: "held" } });
	};
	const view = () => '{"type":"view"}';
	const teller = await bearer({ kind: "staff", role: "closed-teller", staffId: "chen-jing" });
	return {
		refusedCommands: [{ ...page, framesPerSecond: OUTSTANDING_PER_SECOND, frame: refused }],
		screensViews: screens.map((credential) => ({
			...{ audience: "display", credential, framesPerSecond: VIEWS_PER_SECOND, frame: view },
		})),
		staffViews: [{ audience: "staff", credential: teller, framesPerSecond: VIEWS_PER_SECOND * SCREENS, frame: view }],
		garbage: [{ ...page, framesPerSecond: GARBAGE_PER_SECOND, frame: () => "{{{{" }],
	};
}

function slowestHundredth(list: readonly number[]): number {
	const sorted = list.toSorted((a, b) => a - b);
	return sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN;
}
