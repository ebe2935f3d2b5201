import { mkdirSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { type LocalServer, startLocalServer } from "../../scripts/serve/local-server.ts";
import { type Api, createApi } from "../../simulation/cli/api.ts";
import type { Sides } from "../measure/interleave.ts";
import { workerdCpu } from "../measure/workerd-cpu.ts";
import { HttpCaller } from "./http-caller.ts";

export const BARE_WORKER = "bare";
export const BARE_CLASS = "BareObject";
const UNCHECKED_WORKER = "unchecked";
/** The file system type of Linux's memory disks. */
const TMPFS = 0x01021994;

/** The branch and the bare object in one workerd, each behind workerd's own port, and this process as their only client. */
export type BenchServer = {
	readonly server: LocalServer;
	readonly api: Api;
	readonly http: HttpCaller;
	readonly url: Sides<string>;
	/** Address of a worker that reaches the same branches and checks nothing. */
	readonly unchecked: string;
	/** Milliseconds of processor time used by workerd so far; null where that cannot be read. */
	readonly cpu: () => number | null;
	/** The folder in which the objects store their rows. */
	readonly folder: string;
	readonly storage: "disk" | "memory";
	stop(): Promise<void>;
};

/** @param vars settings that replace those of the local server, which has no limits on how often one client may call */
export async function startBenchServer(vars: Record<string, string> = {}): Promise<BenchServer> {
	mkdirSync(".wrangler", { recursive: true });
	const folder = mkdtempSync(join(".wrangler", "bench-"));
	const server = await startLocalServer({
		persist: folder,
		pages: false,
		vars,
		neighbours: [
			{ name: BARE_WORKER, module: "bench/bare/bare-object.ts", durableObjects: { BARE: BARE_CLASS } },
			{ name: UNCHECKED_WORKER, module: "bench/unchecked/unchecked-door.ts", borrows: { BRANCH: "BranchObject" } },
		],
	});
	const http = new HttpCaller();
	const storage = statfsSync(folder).type === TMPFS ? "memory" : "disk";
	if (storage === "memory") console.error("rows on memory: targets of speed are those of rows on a disk");
	return {
		server,
		api: createApi(server.directUrl),
		http,
		url: { branch: server.directUrl, bare: await server.directUrlOf(BARE_WORKER) },
		unchecked: await server.directUrlOf(UNCHECKED_WORKER),
		cpu: workerdCpu(),
		folder,
		storage,
		stop: async () => {
			http.close();
			await server.stop();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
