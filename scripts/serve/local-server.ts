import { readFileSync } from "node:fs";
import { convertV4MiniflareOptions, Miniflare, type V4WorkerOptionsShape } from "miniflare";
import { transformWithOxc } from "vite";
import { unstable_getMiniflareWorkerOptions as readWorkerOptions } from "wrangler";
import { bundleWorker } from "../build/bundle-worker.ts";
import { run } from "../process/run.ts";
import { QUIET } from "../process/wrangler.ts";
import { applyMigrations } from "./apply-migrations.ts";
import { logLine } from "./log-line.ts";

export const WORKER_NAME = "tingtang";

/** A second worker in the same workerd, for instance a benchmark's baseline. */
interface NeighbourWorker {
	name: string;
	/** Path of its one file, TypeScript or JavaScript, which imports nothing but `cloudflare:workers`. */
	module: string;
	/** Class names of its SQLite-backed objects by binding. */
	durableObjects?: Record<string, string>;
	/** Class names of our own worker's objects, by binding: it reaches the very same ones. */
	borrows?: Record<string, string>;
}

const FRONT = { entrypoint: "front", path: "scripts/front/front.ts" } as const;

interface LocalServerOptions {
	/** A folder that keeps D1 and the objects between two servers; absent: a temporary one that goes with the server. */
	persist?: string;
	/** Over the values in wrangler.toml; keys and demo mode have defaults here. */
	vars?: Record<string, string>;
	/** False: the API alone, and `directUrl` then reaches the worker without the router of static files. */
	pages?: boolean;
	/** 0 or absent: a free one. */
	port?: number;
	neighbours?: readonly NeighbourWorker[];
	/**
	 * Where people come in: workerd's own port with the pages and the API, and nothing of miniflare's (its tools read every
	 * table without asking who it is). The settings are then those of wrangler.toml and .dev.vars alone.
	 */
	front?: { readonly host: string; readonly port: number };
}

export interface LocalServer {
	/** Through miniflare's entry worker, without a slash at the end. */
	url: string;
	/** workerd's own port, `front` where there is one: the entry worker costs more than a small answer does. */
	directUrl: string;
	directUrlOf(worker: string): Promise<string>;
	miniflare: Miniflare;
	stop(): Promise<void>;
}

const LOOPBACK = { host: "127.0.0.1", port: 0 } as const;
const localKey = (words: string) => Buffer.alloc(32, words).toString("base64");
/** The keys of a server that has no secrets of its own. */
export const LOCAL_KEYS = {
	KEY_ENCRYPTION_KEYS: JSON.stringify({ current: "local", keys: { local: localKey("for this machine only") } }),
	BLIND_INDEX_KEY: localKey("nobody else looks for it"),
};
const LOCAL_VARS = {
	...LOCAL_KEYS,
	DEMO_MODE: "true",
	// Benchmarks and tests call from one address with few sessions, as fast as they can.
	SESSION_REQUESTS_PER_SECOND: "1000000",
	ADDRESS_REQUESTS_PER_SECOND: "1000000",
	BRANCH_PACE_FACTOR: "1000000",
	STRANGER_PACE_FACTOR: "1000000",
};

/**
 * Starts the bundled worker in a workerd of this process's own, with its pages built and its migrations applied.
 * Throws what the build said when something does not compile.
 */
export async function startLocalServer(options: LocalServerOptions = {}): Promise<LocalServer> {
	const { persist, vars, pages = true, port = 0, neighbours = [], front } = options;
	Object.assign(process.env, QUIET);
	if (pages) await run(process.execPath, ["scripts/build.ts"]);
	const module = await bundleWorker();
	// Nobody reads figures here: the worker goes on without a place to put them.
	const {
		assets,
		analyticsEngineDatasets: _,
		...worker
	}: V4WorkerOptionsShape = readWorkerOptions("wrangler.toml").workerOptions;
	const converted = convertV4MiniflareOptions({
		workers: [
			{
				...worker,
				...(pages && assets && { assets }),
				name: WORKER_NAME,
				modules: front ? await withFront(module) : [{ type: "ESModule", path: module }],
				bindings: { ...worker.bindings, ...(front ? {} : LOCAL_VARS), ...vars },
			},
			...(await Promise.all(neighbours.map((neighbour) => neighbourOptions(neighbour, worker.compatibilityDate)))),
		],
	});
	for (const { dev, config } of converted.workers) {
		const isFront = front && config.name === WORKER_NAME;
		if (dev) dev.unsafeDirectSockets = [isFront ? { ...front, entrypoint: FRONT.entrypoint } : LOOPBACK];
	}
	const miniflare = new Miniflare({
		...converted,
		...LOOPBACK,
		port,
		cf: false,
		logRequests: false,
		enableDevRegistry: false,
		unsafeLocalExplorer: false,
		...(front && { handleStructuredLogs: logLine }),
		// miniflare's older option for one kind of storage is accepted and ignored; this one holds for all kinds.
		...(persist && { resourcePersistencePath: persist }),
	});
	const url = withoutSlash(await miniflare.ready);
	await applyMigrations(await miniflare.getD1Database("DB", WORKER_NAME));
	const directUrlOf = async (name: string) => withoutSlash(await miniflare.unsafeGetDirectURL(name));
	const directUrl = withoutSlash(await miniflare.unsafeGetDirectURL(WORKER_NAME, front && FRONT.entrypoint));
	return { url, directUrl, directUrlOf, miniflare, stop: () => miniflare.dispose() };
}

/** The door for people and the deployed bundle behind it, as modules of one worker. */
async function withFront(module: string) {
	const { code } = await transformWithOxc(readFileSync(FRONT.path, "utf8"), FRONT.path);
	return [
		{ type: "ESModule" as const, path: "front.js", contents: code },
		{ type: "ESModule" as const, path: "worker.js", contents: readFileSync(module, "utf8") },
	];
}

async function neighbourOptions(neighbour: NeighbourWorker, compatibilityDate: string | undefined) {
	const { name, module, durableObjects = {}, borrows = {} } = neighbour;
	const { code } = await transformWithOxc(readFileSync(module, "utf8"), module);
	return {
		name,
		...(compatibilityDate && { compatibilityDate }),
		compatibilityFlags: ["nodejs_compat"],
		modules: [{ type: "ESModule" as const, path: module, contents: code }],
		durableObjects: Object.fromEntries([
			...Object.entries(durableObjects).map(([binding, className]) => [binding, { className, useSQLite: true }]),
			...Object.entries(borrows).map(([binding, className]) => [
				binding,
				{ className, scriptName: WORKER_NAME, useSQLite: true },
			]),
		]),
	};
}

function withoutSlash(url: URL): string {
	return url.href.replace(/\/$/, "");
}
