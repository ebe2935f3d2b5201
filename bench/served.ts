import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startChild } from "../scripts/process/child.ts";
import { freePort } from "../scripts/process/free-port.ts";
import { QUIET, WRANGLER } from "../scripts/process/wrangler.ts";
import { migrateState } from "../scripts/serve/migrate-state.ts";
import { createApi } from "../simulation/cli/api.ts";
import { createBranchApi } from "../simulation/cli/branch-api.ts";
import { defaultConfiguration } from "../worker/domain/bank/default-configuration.ts";
import { HttpCaller } from "./hall/http-caller.ts";
import { ALWAYS, STARTS_AT, tokenAt } from "./hall/open-branch.ts";
import { SERVED_VARS } from "./hall/served-vars.ts";
import { cpuMsPerCommand, interleave, perSecond, rateSpread, type Slice } from "./measure/interleave.ts";
import { BenchFailure, type Measure, measure } from "./measure/measure.ts";
import { groupCpu } from "./measure/workerd-cpu.ts";

const ROUNDS = 12;
/** As for commands (bench/commands.ts): both servers have run their code before anything is counted. */
const WARM_UP_ROUNDS = 6;
const TICKETS_PER_SLICE = 100;
const WAYS = { one: 1, twenty: 20 } as const;
const TARGET = { of: "ratio", atLeast: 2 } as const;
const HEALTH_TIMEOUT_MS = 60_000;
type Server = { readonly url: string; readonly cpu: () => number | null; stop(): Promise<void> };

/**
 * Tickets issued per second by a server as `npm start` runs it, beside the same worker under `wrangler dev`: each in its own
 * processes with its own state on the same disk, slices in turn. One client alone, then twenty at once.
 */
export async function served(): Promise<Measure> {
	mkdirSync(".wrangler", { recursive: true });
	const folder = mkdtempSync(join(".wrangler", "bench-"));
	const http = new HttpCaller();
	const servers: Server[] = [];
	try {
		const [start, wrangler] = [await asStarted(join(folder, "start")), await byWrangler(join(folder, "wrangler"))];
		servers.push(start, wrangler);
		const ways = {
			startOne: () => slice(start, http, WAYS.one),
			wranglerOne: () => slice(wrangler, http, WAYS.one),
			startTwenty: () => slice(start, http, WAYS.twenty),
			wranglerTwenty: () => slice(wrangler, http, WAYS.twenty),
		};
		const names = ["startOne", "wranglerOne", "startTwenty", "wranglerTwenty"] as const;
		const taken = await interleave(names, ROUNDS, (name) => ways[name](), WARM_UP_ROUNDS);
		const [one, wranglerOne] = [perSecond(taken.startOne), perSecond(taken.wranglerOne)];
		return measure({
			value: perSecond(taken.startTwenty),
			baseline: perSecond(taken.wranglerTwenty),
			unit: "tickets/s",
			spread: rateSpread(taken.startTwenty, taken.wranglerTwenty),
			target: TARGET,
			beside: {
				rounds: ROUNDS,
				warmUpRounds: WARM_UP_ROUNDS,
				ticketsPerSlice: TICKETS_PER_SLICE,
				one,
				wranglerOne,
				ratioOfOne: one / wranglerOne,
				cpuMsPerTicket: cpuMsPerCommand(taken.startTwenty),
				wranglerCpuMsPerTicket: cpuMsPerCommand(taken.wranglerTwenty),
			},
			notes:
				"Tickets issued over HTTP at the port people use, twenty at once (`one`: one after the other); the baseline is wrangler dev.",
		});
	} finally {
		for (const each of servers) await each.stop();
		http.close();
		rmSync(folder, { recursive: true, force: true });
	}
}

/** A branch of its own for each slice: a hall of ordinary size, whatever was issued before. */
async function slice({ url, cpu }: Server, http: HttpCaller, inFlight: number): Promise<Slice> {
	const issue = await openBranchAt(url, http);
	let left = TICKETS_PER_SLICE;
	const work = async () => {
		while (left > 0) {
			left -= 1;
			await issue();
		}
	};
	const [startedAt, cpuBefore] = [performance.now(), cpu()];
	await Promise.all(Array.from({ length: inFlight }, work));
	const ms = performance.now() - startedAt;
	const cpuAfter = cpu();
	const cpuMs = cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore;
	return { amount: TICKETS_PER_SLICE, commands: TICKETS_PER_SLICE, ms, cpuMs };
}

async function asStarted(persist: string): Promise<Server> {
	const child = startChild(["bench/as-started.ts", persist], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
	const ended = child.ended.then((code) => [new BenchFailure(`the server ended (${code})`)]);
	const [url] = await Promise.race([once(child.process, "message"), ended]);
	if (typeof url !== "string") throw url;
	return { url, cpu: () => groupCpu(child.process.pid ?? 0), stop: () => child.stop() };
}

async function byWrangler(persist: string): Promise<Server> {
	await migrateState(join(persist, "v3"), null);
	const port = await freePort();
	const vars = Object.entries(SERVED_VARS).flatMap(([name, value]) => ["--var", `${name}:${value}`]);
	const ports = ["--ip", "127.0.0.1", "--port", String(port), "--inspector-port", "0"];
	const quiet = ["--log-level", "error", "--show-interactive-dev-session=false"];
	const child = startChild([WRANGLER, "dev", ...ports, ...quiet, ...vars, "--persist-to", resolve(persist)], {
		stdio: ["ignore", "ignore", "inherit"],
		env: { ...process.env, ...QUIET },
	});
	try {
		const url = `http://127.0.0.1:${port}`;
		await healthy(url);
		return { url, cpu: () => groupCpu(child.process.pid ?? 0), stop: () => child.stop() };
	} catch (error) {
		await child.stop();
		throw error;
	}
}

async function healthy(url: string): Promise<void> {
	const giveUpAt = Date.now() + HEALTH_TIMEOUT_MS;
	while (Date.now() < giveUpAt) {
		const response = await fetch(`${url}/api/health`).catch(() => undefined);
		await response?.body?.cancel();
		if (response?.ok) return;
		await sleep(250);
	}
	throw new BenchFailure("wrangler dev does not answer");
}

/** A new branch that is open at any hour, and its kiosk, which issues one number after the other. */
async function openBranchAt(url: string, http: HttpCaller): Promise<() => Promise<void>> {
	const branchId = `sh-${crypto.randomUUID().slice(0, 8)}`;
	const branch = createBranchApi(createApi(url), branchId);
	await branch.setClock({ kind: "virtual", at: STARTS_AT, speed: 1 });
	const name = { zh: "测试支行", en: "Bench branch" };
	const region = { zh: "上海", en: "Shanghai" };
	const usual = defaultConfiguration({ branchId, name, region, kind: "standard" });
	const limits = { ...usual.limits, devicePace: null };
	const calendar = { week: Array(7).fill(ALWAYS), exceptions: [] };
	const configured = await branch.configure({ ...usual, limits, calendar });
	if (configured.status === "refused") throw new BenchFailure(`setting up was refused: ${configured.code}`);
	const token = await tokenAt(url, http, { kind: "device", purpose: "kiosk", branchId });
	const body = JSON.stringify({ command: { type: "issue-ticket", services: ["transfer"] } });
	let issued = 0;
	return async () => {
		issued += 1;
		const headers = {
			authorization: `Bearer ${token}`,
			"content-type": "application/json",
			"idempotency-key": `${branchId}-${String(issued).padStart(6, "0")}`,
		};
		const { status, text } = await http.call("POST", `${url}/api/branches/${branchId}/commands`, headers, body);
		if (status !== 200) throw new BenchFailure(`issuing was answered ${status}: ${text}`);
	};
}
