import type { Answer } from "../schema/hall/event.ts";
import { type Say, sayByHttp } from "./hall/arm.ts";
import { Audience } from "./hall/audience.ts";
import type { BenchServer } from "./hall/bench-server.ts";
import { openBranch, roleOf, tokenFor } from "./hall/open-branch.ts";
import { cpuMsPerCommand, interleave, perSecond, type Slice, spread } from "./measure/interleave.ts";
import { BenchFailure, type Measure, measure } from "./measure/measure.ts";
import { timed } from "./measure/timed.ts";

const BRANCH_ID = "sh-checked";
const IN_FLIGHT = 4;
const COMMANDS_PER_SLICE = 60;
const ROUNDS = 24;
const TARGET = { of: "ratio", atMost: 1.3 } as const;

/**
 * What a command costs at the real door (session, permission, every field) beside the same command to the same branch
 * through a door that checks nothing.
 */
export async function sessionCheck(bench: BenchServer): Promise<Measure> {
	const { arms, tidy } = await openBranch(bench, BRANCH_ID);
	const token = await tokenFor(bench, { kind: "device", purpose: "display", branchId: BRANCH_ID });
	const screen = await Audience.connect(arms.branch, "display", 1, [token]);
	const ways = { checked: sayByHttp, unchecked: sayUnchecked(bench) } as const;
	const taken = await interleave(["checked", "unchecked"], ROUNDS, async (way): Promise<Slice> => {
		await tidy("branch", screen);
		const due = screen.frames + COMMANDS_PER_SLICE;
		const spent = await timed(bench.cpu, async () => {
			await arms.branch.run(COMMANDS_PER_SLICE, IN_FLIGHT, ways[way]);
			await screen.delivered(due);
		});
		return { amount: COMMANDS_PER_SLICE, commands: COMMANDS_PER_SLICE, ...spent };
	});
	screen.close();
	const ms = (slices: readonly Slice[]) => slices.map((slice) => slice.ms / slice.commands);
	return measure({
		value: 1_000 / perSecond(taken.checked),
		baseline: 1_000 / perSecond(taken.unchecked),
		unit: "ms/command",
		spread: spread(ms(taken.checked), ms(taken.unchecked)),
		target: TARGET,
		beside: {
			rounds: ROUNDS,
			commandsPerSlice: COMMANDS_PER_SLICE,
			cpuMsPerCommand: cpuMsPerCommand(taken.checked),
			uncheckedCpuMsPerCommand: cpuMsPerCommand(taken.unchecked),
		},
		notes: `${IN_FLIGHT} in flight over HTTP, one lobby screen; the baseline is the same branch behind a door that checks nothing; rows on ${bench.storage}.`,
	});
}

function sayUnchecked(bench: BenchServer): Say {
	return async (_, { staffId }, commandId, command) => {
		const place = { kind: "branch", branchId: BRANCH_ID };
		const actor = JSON.stringify({ kind: "staff", staffId, role: roleOf(staffId), place });
		const headers = { "content-type": "application/json", "idempotency-key": commandId, "x-actor": actor };
		const url = `${bench.unchecked}/api/branches/${BRANCH_ID}/commands`;
		const { status, text } = await bench.http.call("POST", url, headers, JSON.stringify({ command }));
		if (status !== 200) throw new BenchFailure(`${command.type} was answered ${status}: ${text}`);
		return (JSON.parse(text) as { answer: Answer }).answer;
	};
}
