import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Child, startChild } from "../../scripts/process/child.ts";
import { freePort } from "../../scripts/process/free-port.ts";
import { createApi } from "../../simulation/cli/api.ts";
import { createBranchApi } from "../../simulation/cli/branch-api.ts";
import { defaultConfiguration } from "../../worker/domain/bank/default-configuration.ts";

const START_TIMEOUT_MS = 120_000;
/** The day that has closed is played in a few seconds. */
const REPORT_TIMEOUT_MS = 60_000;
const STOPS_WITHIN_MS = 30_000;
const CLOSED_BRANCH = "gz-tianhe";
const CONFIGURATION = defaultConfiguration({
	branchId: "sh-kept",
	name: { zh: "留存支行", en: "Kept" },
	region: { zh: "上海", en: "Shanghai" },
	kind: "standard",
});
const branchAt = (base: string, branchId = CONFIGURATION.branchId) => createBranchApi(createApi(base), branchId);

describe("npm start", () => {
	let state: string;
	const running: Child[] = [];
	beforeAll(() => {
		mkdirSync(".wrangler", { recursive: true });
		state = mkdtempSync(join(".wrangler", "start-"));
	});
	afterAll(async () => {
		for (const child of running) await child.stop();
		rmSync(state, { recursive: true, force: true });
	});

	/** Resolves with what it has printed once it says how to stop it. */
	async function start(): Promise<{ child: Child; text: string; base: string }> {
		const port = await freePort();
		const args = ["scripts/start.ts", "--port", String(port), "--state", state];
		const child = startChild(args, { stdio: ["ignore", "pipe", "inherit"] });
		running.push(child);
		const text = await new Promise<string>((resolve, reject) => {
			let printed = "";
			child.process.stdout?.on("data", (chunk: Buffer) => {
				printed += chunk;
				if (printed.includes("Ctrl+C")) resolve(printed);
			});
			child.process.once("exit", (code) => reject(new Error(`ended with ${code}: ${printed}`)));
		});
		return { child, text, base: `http://127.0.0.1:${port}` };
	}

	it(
		"[PLAY-5] prints addresses that answer, goes on where it stopped and leaves no process behind",
		async () => {
			const first = await start();
			const addresses = first.text.match(/http:\S+/g) ?? [];
			expect(addresses.length).toBeGreaterThan(10);
			for (const address of addresses) expect((await fetch(address)).status, address).toBe(200);
			const founded = await branchAt(first.base).configure(CONFIGURATION);
			expect(founded.status).toBe("done");
			const closed = branchAt(first.base, CLOSED_BRANCH);
			await expect.poll(() => closed.reports(), { timeout: REPORT_TIMEOUT_MS }).not.toEqual([]);
			const reports = await closed.reports();
			await end(first.child, "SIGINT");

			const second = await start();
			expect((await branchAt(second.base).configuration()).name).toEqual(CONFIGURATION.name);
			// It goes on with the days after them.
			expect(await branchAt(second.base, CLOSED_BRANCH).reports()).toEqual(expect.arrayContaining(reports));
			await end(second.child, "SIGTERM");
		},
		2 * START_TIMEOUT_MS,
	);

	/** As a terminal does it: the signal goes to the whole group; then nothing of the group and nothing below it lives. */
	async function end({ process: { pid = 0 }, process: child }: Child, signal: NodeJS.Signals): Promise<void> {
		const family = [pid, ...descendantsOf(pid)];
		expect(family.length).toBeGreaterThan(2);
		const exit = once(child, "exit", { signal: AbortSignal.timeout(STOPS_WITHIN_MS) });
		process.kill(signal === "SIGINT" ? -pid : pid, signal);
		expect(await exit).toEqual([0, null]);
		await expect.poll(() => family.filter(isAlive)).toEqual([]);
	}
});

/** Everything below a process, by Linux's own list. */
function descendantsOf(pid: number): number[] {
	const parents = new Map<number, number>();
	for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
		const parent = parentOf(Number(name));
		if (parent !== null) parents.set(Number(name), parent);
	}
	const below = (parent: number): number[] =>
		[...parents].filter(([, each]) => each === parent).flatMap(([child]) => [child, ...below(child)]);
	return below(pid);
}

function parentOf(pid: number): number | null {
	try {
		const text = readFileSync(`/proc/${pid}/stat`, "utf8");
		return Number(text.slice(text.lastIndexOf(")") + 2).split(" ")[1]);
	} catch {
		return null;
	}
}

function isAlive(pid: number): boolean {
	return parentOf(pid) !== null;
}
