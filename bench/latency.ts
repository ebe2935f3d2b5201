import { setTimeout as sleep } from "node:timers/promises";
import { type Arm, sayByHttp } from "./hall/arm.ts";
import { Audience } from "./hall/audience.ts";
import type { BenchServer } from "./hall/bench-server.ts";
import { openBranch, STAFF_SOCKETS, tokenFor } from "./hall/open-branch.ts";
import { interleave, SIDES, type Sides, spread } from "./measure/interleave.ts";
import { type Measure, measure } from "./measure/measure.ts";
import { median } from "./measure/statistics.ts";

const BRANCH_ID = "sh-latency";
/** The two take turns, so each gets two commands a second. */
const TURN_MS = 250;
const ROUNDS = 80;
/** Not counted: by then the platform has compiled what is run often, as for commands (bench/commands.ts), whatever was measured before. */
const WARM_UP_SLICES = 16;
const COMMANDS_PER_SLICE = 60;
const TARGET = { of: "ratio", atMost: 1.3 } as const;

/** From sending a command over HTTP to its frame at a lobby screen, at the pace of a busy hall. */
export async function latency(bench: BenchServer): Promise<Measure> {
	const { arms, tidy } = await openBranch(bench, BRANCH_ID);
	const token = await tokenFor(bench, { kind: "device", purpose: "display", branchId: BRANCH_ID });
	const screen: Sides<Audience> = {
		branch: await Audience.connect(arms.branch, "display", 1, [token]),
		bare: await Audience.connect(arms.bare, "display", 1, [token]),
	};
	const connect = (arm: Arm) =>
		Audience.connect(
			arm,
			"staff",
			STAFF_SOCKETS,
			arm.tellers.map((each) => each.token),
		);
	const staff: Sides<Audience> = { branch: await connect(arms.branch), bare: await connect(arms.bare) };
	for (let slice = 0; slice < WARM_UP_SLICES; slice++) {
		for (const side of SIDES) {
			await tidy(side, staff[side]);
			const due = staff[side].frames + staff[side].size * COMMANDS_PER_SLICE;
			await arms[side].run(COMMANDS_PER_SLICE, 1, sayByHttp);
			await staff[side].delivered(due);
		}
	}
	for (const side of SIDES) await tidy(side, staff[side]);
	const { branch, bare } = await interleave(SIDES, ROUNDS, async (side) => {
		await sleep(TURN_MS);
		let seenAt = 0;
		screen[side].onPatch = () => {
			seenAt = performance.now();
		};
		const due = screen[side].frames + 1;
		const sentAt = performance.now();
		await arms[side].run(1, 1, sayByHttp);
		await screen[side].delivered(due);
		return seenAt - sentAt;
	});
	for (const side of SIDES) {
		screen[side].close();
		staff[side].close();
	}
	return measure({
		value: median(branch),
		baseline: median(bare),
		unit: "ms",
		spread: spread(branch, bare),
		target: TARGET,
		beside: {
			rounds: ROUNDS,
			warmUpCommands: WARM_UP_SLICES * COMMANDS_PER_SLICE,
			mostMs: Math.max(...branch),
			bareMostMs: Math.max(...bare),
		},
		notes: `One command every ${TURN_MS} ms, the two in turn, with ${STAFF_SOCKETS} staff sockets; rows on ${bench.storage}. An idle machine wakes slowly: only the ratio means anything.`,
	});
}
