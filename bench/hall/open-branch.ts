import { setTimeout as sleep } from "node:timers/promises";
import type { Role } from "../../schema/actor.ts";
import type { Answer } from "../../schema/hall/event.ts";
import { createBranchApi } from "../../simulation/cli/branch-api.ts";
import { defaultConfiguration } from "../../worker/domain/bank/default-configuration.ts";
import type { Side, Sides } from "../measure/interleave.ts";
import { BenchFailure } from "../measure/measure.ts";
import { Arm, post, type Say, sayByHttp, type Teller } from "./arm.ts";
import { Audience } from "./audience.ts";
import type { BenchServer } from "./bench-server.ts";
import type { HttpCaller } from "./http-caller.ts";
import { WAITING_TARGET } from "./lane.ts";

/** Monday 2026-11-23, one o'clock at night in Shanghai: the bench's branch never closes, so that its clock may be put forward often. */
export const STARTS_AT = Date.UTC(2026, 10, 22, 17, 0, 0);
export const ALWAYS = { opensAt: "00:00", closesAt: "24:00", firstTicketAt: "00:00", lastTicketAt: "24:00" };
/** By then a branch has forgotten the tickets that ended before. */
const FORGOTTEN_AFTER_MS = 960_000;
/** For what a step of the clock sets going: a rollup to D1 among others. */
const SETTLE_MS = 60;
/** Commands from which the bare object learns what the branch answers and tells: every lane six times, two visits at each counter. */
const LESSON_COMMANDS = 120;
/** As many commands as between two steps of the clock while it is measured: what is told depends on how the hall stands. */
const LESSON_STEP = 20;

const TELLERS: readonly (readonly [counterId: string, staffId: string, role: Role, modeId?: string])[] = [
	["1", "chen-jing", "closed-teller"],
	["2", "liu-yang", "closed-teller"],
	["3", "zhao-min", "closed-teller"],
	["4", "sun-lei", "closed-teller"],
	["5", "wang-fang", "open-teller"],
	["6", "zhou-ting", "open-teller"],
	["7", "wu-hao", "open-teller", "desk"],
	["8", "xu-na", "relationship-manager"],
	["9", "ma-jun", "relationship-manager"],
	["10", "zhu-lin", "lobby-usher"],
	["11", "gao-fei", "lobby-usher"],
	["12", "hu-yue", "relationship-manager"],
];
/** One socket for each teller at work. */
export const STAFF_SOCKETS = TELLERS.length;

/** The role of one of the tellers. */
export function roleOf(staffId: string): Role | undefined {
	return TELLERS.find((teller) => teller[1] === staffId)?.[2];
}

/** A demo token, from the door every user has. */
export function tokenFor(bench: BenchServer, wish: object): Promise<string> {
	return tokenAt(bench.url.branch, bench.http, wish);
}

/** The same at any server. */
export async function tokenAt(url: string, http: HttpCaller, wish: object): Promise<string> {
	const headers = { "content-type": "application/json" };
	const { text } = await http.call("POST", `${url}/api/demo/tokens`, headers, JSON.stringify(wish));
	return (JSON.parse(text) as { token: string }).token;
}

export type OpenBranch = {
	readonly arms: Sides<Arm>;
	/**
	 * Call before each slice. A bench ends more tickets in a second than a hall in an hour: this puts the branch's clock forward
	 * until it has forgotten them, so that every slice meets a hall of ordinary size. The bare object sees the same commands.
	 */
	tidy(side: Side, audience: Audience): Promise<void>;
};

/** A fresh branch, all twelve counters of the default one open and the hall full, and a bare object taught to sound like it. */
export async function openBranch(bench: BenchServer, branchId: string): Promise<OpenBranch> {
	const branch = createBranchApi(bench.api, branchId);
	let at = STARTS_AT;
	await branch.setClock({ kind: "virtual", at, speed: 1 });
	const name = { zh: "测试支行", en: "Bench branch" };
	const region = { zh: "上海", en: "Shanghai" };
	const usual = defaultConfiguration({ branchId, name, region, kind: "standard" });
	const limits = { ...usual.limits, devicePace: null };
	must(await branch.configure({ ...usual, limits, calendar: { week: Array(7).fill(ALWAYS), exceptions: [] } }));
	const tellers: Teller[] = [];
	for (const [counterId, staffId, role, modeId] of TELLERS) {
		const token = await tokenFor(bench, { kind: "staff", role, branchId, staffId });
		const command = { type: "open-counter" as const, counterId, ...(modeId === undefined ? {} : { modeId }) };
		const request = { commandId: `open-${branchId}-${counterId}`, command };
		must(await branch.send({ kind: "staff", staffId, role }, request));
		tellers.push({ staffId, counterId, token });
	}
	for (let waiting = 0; waiting < WAITING_TARGET; waiting++) {
		const request = {
			commandId: `fill-${branchId}-${waiting}`,
			command: { type: "issue-ticket" as const, services: ["transfer"] },
		};
		must(await branch.send({ kind: "kiosk" }, request));
	}
	const armAt = (url: string) => new Arm(`${url}/api/branches/${branchId}`, bench.http, tellers, WAITING_TARGET);
	const arms = { branch: armAt(bench.url.branch), bare: armAt(bench.url.bare) };
	const forget = async (side: Side) => {
		if (side === "branch") {
			at += FORGOTTEN_AFTER_MS;
			await branch.setClock({ kind: "virtual", at, speed: 1 });
		}
		// What became due by that is told by itself, and is not to be taken for what the next command tells. Both sides rest alike.
		await sleep(SETTLE_MS);
	};
	await teach(arms, await tokenFor(bench, { kind: "device", purpose: "display", branchId }), forget);
	const tidy = async (side: Side, audience: Audience) => {
		await forget(side);
		const due = audience.frames + audience.size;
		await arms[side].run(1, 1, sayByHttp);
		await audience.delivered(due);
		await sleep(SETTLE_MS);
	};
	return { arms, tidy };
}

function must(answer: Answer): void {
	if (answer.status === "refused")
		throw new BenchFailure(`setting up was refused: ${answer.code} ${answer.detail ?? ""}`);
}

/** Lets the bare object learn from the branch itself, one command after the other, what is answered and what is told to whom. */
async function teach(
	{ branch, bare }: Sides<Arm>,
	displayToken: string,
	forget: (side: Side) => Promise<void>,
): Promise<void> {
	const listeners = {
		display: await Audience.connect(branch, "display", 1, [displayToken]),
		staff: await Audience.connect(branch, "staff", 1, [branch.tellers[0]?.token ?? ""]),
	};
	const steps: object[] = [];
	const learn: Say = async (arm, teller, commandId, command) => {
		const frames: Record<string, string> = {};
		for (const [audience, listener] of Object.entries(listeners)) {
			listener.onPatch = (frame) => {
				frames[audience] = frame.toString();
			};
		}
		const due = Object.values(listeners).map((listener) => [listener, listener.frames + 1] as const);
		const text = await post(arm, teller, commandId, command);
		const { answer } = JSON.parse(text) as { answer: Answer };
		await Promise.all(due.map(([listener, frames]) => listener.delivered(frames)));
		steps.push({ answer: text, answerFrame: JSON.stringify({ type: "answer", commandId, answer }), frames });
		return answer;
	};
	for (let learnt = 0; learnt < LESSON_COMMANDS; learnt += LESSON_STEP) {
		await forget("branch");
		await branch.run(LESSON_STEP, 1, learn);
	}
	for (const listener of Object.values(listeners)) listener.close();
	const { text: status } = await ask(branch);
	await lesson(bare, { steps, status });
	// The bare one then starts where the branch stands, with lanes in the same states.
	await bare.run(LESSON_COMMANDS, 1, sayByHttp);
}

/** Gives the bare object what it is to say from now on. */
export async function lesson(
	bare: Arm,
	said: { readonly steps: readonly object[]; readonly status: string },
): Promise<void> {
	const headers = { "content-type": "application/json" };
	const { status, text } = await bare.http.call("POST", `${bare.url}/lesson`, headers, JSON.stringify(said));
	if (status !== 200) throw new BenchFailure(`the lesson was answered ${status}: ${text}`);
}

/** The one question both answer: how the branch stands. */
export async function ask(arm: Arm): Promise<{ readonly text: string }> {
	const headers = { authorization: `Bearer ${arm.tellers[0]?.token ?? ""}` };
	const { status, text } = await arm.http.call("GET", `${arm.url}/status`, headers);
	if (status !== 200) throw new BenchFailure(`status was answered ${status}: ${text}`);
	return { text };
}
