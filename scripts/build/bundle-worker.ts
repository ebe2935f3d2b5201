import { existsSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { run } from "../process/run.ts";
import { QUIET, WRANGLER } from "../process/wrangler.ts";
import { contentHash } from "./content-hash.ts";

const OUTPUT = "dist/worker";
/** From which `readableStack` reads where something happened. */
export const WORKER_MAP = `${OUTPUT}/index.js.map`;
/** The whole worker, gzipped: what every new isolate reads and compiles before its first answer. */
export const WORKER_MAX_KIB = 220;
const STAMP = "dist/stamps/worker";
const SOURCES = ["worker", "rules", "schema", "wrangler.toml", "package-lock.json"];

/**
 * Bundles the worker exactly as a deployment would and returns the path of the one module; does nothing when no source has changed.
 * Throws `CommandFailed` with wrangler's words when the worker does not build.
 */
export async function bundleWorker(): Promise<string> {
	const module = `${OUTPUT}/index.js`;
	const hash = contentHash(SOURCES);
	if (existsSync(module) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === hash) return module;
	await mkdir("dist/client", { recursive: true });
	await mkdir("dist/stamps", { recursive: true });
	await run(process.execPath, [WRANGLER, "deploy", "--dry-run", "--outdir", OUTPUT], { ...process.env, ...QUIET });
	await writeFile(STAMP, hash);
	return module;
}
