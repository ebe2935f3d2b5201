/**
 * Keeps the demo branches of a running server alive: `node simulation/cli/demo.ts --base URL`. Runs until it is ended.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { ConnectionLost } from "../branch-port.ts";
import { createApi } from "./api.ts";
import { createBranchApi } from "./branch-api.ts";
import type { DemoBranch } from "./demo-branch.ts";
import { playPastDays } from "./demo-closed.ts";
import { liveOn } from "./demo-living.ts";
import { keepOpen } from "./demo-quiet.ts";
import { readDayFile } from "./read-day-file.ts";

const SAMPLE = new URL("../sample-day.csv", import.meta.url).pathname;
const RETRY_MS = 5_000;

const { values } = parseArgs({ options: { base: { type: "string", default: "http://127.0.0.1:8787" } } });
const api = createApi(values.base.replace(/\/+$/, ""));
const recorded = await readDayFile(SAMPLE);
// Whoever started this driver has gone, and with it the server.
process.on("disconnect", () => process.exit(0));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(0));

const { branches } = await untilItWorks("the demo", () => api.call("demo", null, {}));
const awaited = new Set(branches.filter(({ demo }) => demo !== "closed").map(({ branchId }) => branchId));
let settled = !branches.some(({ demo }) => demo === "living");
await Promise.all(branches.map((branch) => untilItWorks(branch.branchId, () => keep(branch))));

/** The closed branch waits until the living one no longer needs all the speed the server has. */
async function keep(demo: DemoBranch): Promise<void> {
	const branch = createBranchApi(api, demo.branchId);
	switch (demo.demo) {
		case "living":
			return liveOn(branch, demo, recorded, {
				onMoving: () => seeded(demo.branchId),
				onSettled: () => {
					settled = true;
				},
			});
		case "quiet":
			return keepOpen(branch, demo, () => seeded(demo.branchId));
		case "closed":
			while (!settled) await sleep(100);
			return playPastDays(branch, demo, recorded);
		default:
			return demo.demo satisfies never;
	}
}

/** Tells the parent process, or whoever reads the output, once every awaited branch has something to show. */
function seeded(branchId: string): void {
	if (!awaited.delete(branchId) || awaited.size > 0) return;
	if (process.send === undefined) console.log("READY");
	else process.send("ready");
}

/**
 * Does it again, after a pause, until it does not fail: a server may be restarted, or a person may have changed things
 * meanwhile.
 */
async function untilItWorks<Value>(what: string, work: () => Promise<Value>): Promise<Value> {
	for (;;) {
		try {
			return await work();
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			if (!(error instanceof ConnectionLost)) console.error(`${what}: ${reason}`);
			await sleep(RETRY_MS);
		}
	}
}
