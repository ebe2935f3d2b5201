import { type Arm, type Say, sayByHttp } from "./hall/arm.ts";
import { Audience, sayBySocket } from "./hall/audience.ts";
import type { BenchServer } from "./hall/bench-server.ts";
import { openBranch, STAFF_SOCKETS } from "./hall/open-branch.ts";
import {
	cpuMsPerCommand,
	interleave,
	perSecond,
	rateSpread,
	type Side,
	type Sides,
	type Slice,
	totalPerSecond,
} from "./measure/interleave.ts";
import { type Measure, measure } from "./measure/measure.ts";
import { timed } from "./measure/timed.ts";

const IN_FLIGHT = 20;
const COMMANDS_PER_SLICE = 60;
const ROUNDS = 32;
/** Slices run before any is counted: by then the platform has compiled what is run often, as it has minutes after a branch opens. */
const WARM_UP = 16;
const TARGET = { of: "ratio", atLeast: 0.65 } as const;

/**
 * Durable commands per second of one branch and of the bare object (bench/README.md), over HTTP and over the tellers' sockets, with every
 * teller's socket connected. The four ways take turns on the same two objects, so that their figures can be compared.
 */
export async function commands(bench: BenchServer): Promise<{ commands: Measure; commandsSocket: Measure }> {
	const { arms, tidy } = await openBranch(bench, "sh-commands");
	const connect = (arm: Arm) =>
		Audience.connect(
			arm,
			"staff",
			STAFF_SOCKETS,
			arm.tellers.map(({ token }) => token),
		);
	const staff: Sides<Audience> = { branch: await connect(arms.branch), bare: await connect(arms.bare) };
	const run = async (side: Side, say: Say) => {
		await tidy(side, staff[side]);
		return slice(bench, arms[side], staff[side], say);
	};
	const ways = {
		branchHttp: () => run("branch", sayByHttp),
		bareHttp: () => run("bare", sayByHttp),
		branchSocket: () => run("branch", sayBySocket(staff.branch)),
		bareSocket: () => run("bare", sayBySocket(staff.bare)),
	};
	const names = ["branchHttp", "bareHttp", "branchSocket", "bareSocket"] as const;
	const taken = await interleave(names, ROUNDS, (name) => ways[name](), WARM_UP);
	staff.branch.close();
	staff.bare.close();
	const timesHttp = perSecond(taken.branchSocket) / perSecond(taken.branchHttp);
	const bareTimesHttp = perSecond(taken.bareSocket) / perSecond(taken.bareHttp);
	const rows = `rows on ${bench.storage}: the bare object flushes for each command, the branch for each group of them`;
	return {
		commands: measure({
			...compared(taken.branchHttp, taken.bareHttp),
			target: TARGET,
			notes: `${IN_FLIGHT} in flight over HTTP, ${STAFF_SOCKETS} staff sockets told of each; ${rows}.`,
		}),
		commandsSocket: measure({
			...compared(taken.branchSocket, taken.bareSocket, { timesHttp, bareTimesHttp }),
			target: TARGET,
			notes: `${IN_FLIGHT} in flight on the ${STAFF_SOCKETS} staff sockets themselves; ${rows}. timesHttp: against the same object over HTTP.`,
		}),
	};
}

async function slice(bench: BenchServer, arm: Arm, staff: Audience, say: Say): Promise<Slice> {
	const due = staff.frames + staff.size * COMMANDS_PER_SLICE;
	const spent = await timed(bench.cpu, async () => {
		await arm.run(COMMANDS_PER_SLICE, IN_FLIGHT, say);
		await staff.delivered(due);
	});
	return { amount: COMMANDS_PER_SLICE, commands: COMMANDS_PER_SLICE, ...spent };
}

function compared(branch: readonly Slice[], bare: readonly Slice[], beside: Measure["beside"] = {}) {
	return {
		value: perSecond(branch),
		baseline: perSecond(bare),
		unit: "commands/s",
		spread: rateSpread(branch, bare),
		beside: {
			...beside,
			rounds: ROUNDS,
			commandsPerSlice: COMMANDS_PER_SLICE,
			ratioOfTotals: totalPerSecond(branch) / totalPerSecond(bare),
			cpuMsPerCommand: cpuMsPerCommand(branch),
			bareCpuMsPerCommand: cpuMsPerCommand(bare),
		},
	};
}
