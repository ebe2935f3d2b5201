import { SOCKETS_PER_SESSION_MAX } from "../schema/limits.ts";
import { type Arm, sayByHttp } from "./hall/arm.ts";
import { Audience } from "./hall/audience.ts";
import type { BenchServer } from "./hall/bench-server.ts";
import { ask, openBranch, tokenFor } from "./hall/open-branch.ts";
import {
	amountPerCpuSecond,
	interleave,
	perSecond,
	rateSpread,
	SIDES,
	type Side,
	type Sides,
	totalPerSecond,
} from "./measure/interleave.ts";
import { type Measure, measure, type Target } from "./measure/measure.ts";
import { median } from "./measure/statistics.ts";
import { timed } from "./measure/timed.ts";

export type FanoutSize = {
	readonly sockets: number;
	readonly commandsPerSlice: number;
	readonly rounds: number;
	readonly target: Target;
};

/** Commands under way at once: enough that the object never waits for this process. */
const IN_FLIGHT = 4;
/** Not counted, as for commands (bench/commands.ts): what is run often has been compiled by then, whatever was measured before. */
const WARM_UP_ROUNDS = 8;
/** Questions asked alone, and as many right behind a command. */
const PROBES = 9;

/** Frames delivered per second to the lobby screens of one branch, while tickets are issued and called. */
export async function fanout(bench: BenchServer, size: FanoutSize): Promise<Measure> {
	const { sockets, commandsPerSlice, rounds, target } = size;
	const branchId = `sh-fanout${sockets}`;
	const { arms, tidy } = await openBranch(bench, branchId);
	const screen = { kind: "device", purpose: "display", branchId };
	const tokens = await Promise.all(
		Array.from({ length: Math.ceil(sockets / SOCKETS_PER_SESSION_MAX) }, () => tokenFor(bench, screen)),
	);
	const screens: Sides<Audience> = {
		branch: await Audience.connect(arms.branch, "display", sockets, tokens),
		bare: await Audience.connect(arms.bare, "display", sockets, tokens),
	};
	const amount = sockets * commandsPerSlice;
	const slice = async (side: Side) => {
		await tidy(side, screens[side]);
		const due = screens[side].frames + amount;
		const spent = await timed(bench.cpu, async () => {
			await arms[side].run(commandsPerSlice, IN_FLIGHT, sayByHttp);
			await screens[side].delivered(due);
		});
		return { amount, commands: commandsPerSlice, ...spent };
	};
	const { branch, bare } = await interleave(SIDES, rounds, slice, WARM_UP_ROUNDS);
	const held = { branch: await heldMs(arms.branch, screens.branch), bare: await heldMs(arms.bare, screens.bare) };
	for (const side of SIDES) screens[side].close();
	return measure({
		value: perSecond(branch),
		baseline: perSecond(bare),
		unit: "frames/s",
		spread: rateSpread(branch, bare),
		target,
		beside: {
			framesPerCpuSecond: amountPerCpuSecond(branch),
			bareFramesPerCpuSecond: amountPerCpuSecond(bare),
			commandHoldsLoopMs: held.branch,
			bareCommandHoldsLoopMs: held.bare,
			rounds,
			warmUpRounds: WARM_UP_ROUNDS,
			commandsPerSlice,
			ratioOfTotals: totalPerSecond(branch) / totalPerSecond(bare),
			frameBytes: screens.branch.bytes / screens.branch.frames,
			bareFrameBytes: screens.bare.bytes / screens.bare.frames,
		},
		notes: `Every command reached all ${sockets} screens exactly once on both sides. commandHoldsLoopMs: so long a question waits behind one command.`,
	});
}

/** How much longer a question takes right behind a command than alone. */
async function heldMs(arm: Arm, screens: Audience): Promise<number> {
	const alone: number[] = [];
	const behind: number[] = [];
	const msOf = async () =>
		(
			await timed(
				() => null,
				() => ask(arm),
			)
		).ms;
	for (let probe = 0; probe < PROBES; probe++) {
		alone.push(await msOf());
		const due = screens.frames + screens.size;
		const command = arm.run(1, 1, sayByHttp);
		behind.push(await msOf());
		await command;
		await screens.delivered(due);
	}
	return median(behind) - median(alone);
}
