import { readFileSync } from "node:fs";
import { convertV4MiniflareOptions, Miniflare, type V4WorkerOptionsShape } from "miniflare";
import { transformWithOxc } from "vite";
import { unstable_getMiniflareWorkerOptions as readWorkerOptions } from "wrangler";
import { bundleWorker } from "../../scripts/build/bundle-worker.ts";
import { applyMigrations } from "../../scripts/serve/apply-migrations.ts";
import { LOCAL_KEYS } from "../../scripts/serve/local-server.ts";
import { BenchFailure } from "../measure/measure.ts";

const NAME = "counting";
/** A module that wraps the bundled worker and counts, and the name of its branch class. */
export type Counter = { readonly source: string; readonly className: string };
const ROWS_AND_TIME: Counter = { source: "bench/counting/counting-branch.ts", className: "CountingBranch" };
const VARS = { ...LOCAL_KEYS, DEMO_MODE: "true" };

/** A server whose branches count the rows they write and live by a clock that is set from outside. */
export type CountingServer = {
	readonly url: string;
	/** Sets the branch's wall clock to this time; on the way its alarm rings as often as it is due. */
	setTime(branchId: string, at: number): Promise<void>;
	/** How many rows all branches have written so far, by purpose. */
	rows(): Promise<Record<string, number>>;
	/** Evicts the branch from memory as the platform does; its sockets stay. */
	evict(branchId: string): Promise<void>;
	stop(): Promise<void>;
};

export async function startCountingServer(): Promise<CountingServer> {
	const { miniflare, url, get } = await startCounter(ROWS_AND_TIME);
	return {
		url,
		setTime: async (branchId, at) => void (await get(`/bench/time?branch=${branchId}&at=${at}`)),
		rows: async () => (await get("/bench/rows")) as Record<string, number>,
		evict: (branchId) => miniflare.unsafeEvictDurableObject(NAME, ROWS_AND_TIME.className, { name: branchId }),
		stop: () => miniflare.dispose(),
	};
}

/** Starts the bundled worker inside a module that counts; `get` asks that module. */
export async function startCounter({ source, className }: Counter) {
	const bundled = readFileSync(await bundleWorker(), "utf8");
	const { code } = await transformWithOxc(readFileSync(source, "utf8"), source);
	const { assets: _, ...worker }: V4WorkerOptionsShape = readWorkerOptions("wrangler.toml").workerOptions;
	const converted = convertV4MiniflareOptions({
		workers: [
			{
				...worker,
				name: NAME,
				modules: [
					{ type: "ESModule", path: "counting.js", contents: code },
					{ type: "ESModule", path: "worker.js", contents: bundled },
				],
				bindings: { ...worker.bindings, ...VARS },
				durableObjects: {
					BRANCH: { className, useSQLite: true },
					HOLDER: { className: "HolderObject", useSQLite: true },
					LEDGER: { className: "LedgerObject", useSQLite: true },
				},
			},
		],
	});
	for (const { dev } of converted.workers) if (dev) dev.unsafeDirectSockets = [{ host: "127.0.0.1", port: 0 }];
	const miniflare = new Miniflare({ ...converted, host: "127.0.0.1", port: 0, cf: false, logRequests: false });
	await miniflare.ready;
	const database = await miniflare.getD1Database("DB", NAME);
	await applyMigrations(database);
	const url = (await miniflare.unsafeGetDirectURL(NAME)).href.replace(/\/$/, "");
	const get = async (path: string): Promise<unknown> => {
		const response = await fetch(`${url}${path}`);
		if (!response.ok) throw new BenchFailure(`${path} was answered ${response.status}`);
		return response.json();
	};
	return { miniflare, url, get, database };
}
