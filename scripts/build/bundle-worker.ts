import { existsSync, readFileSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { minify } from "terser";
import { run } from "../process/run.ts";
import { QUIET, WRANGLER } from "../process/wrangler.ts";
import { contentHash } from "./content-hash.ts";

const OUTPUT = "dist/worker";
/** What wrangler makes of the sources, before it is made smaller. */
const BUNDLE = "dist/worker-bundle";
/** From which `readableStack` reads where something happened. */
export const WORKER_MAP = `${OUTPUT}/index.js.map`;
/** The whole worker, gzipped: what every new isolate reads and compiles before its first answer. */
export const WORKER_MAX_KIB = 220;
const STAMP = "dist/stamps/worker";
const SOURCES = ["worker", "rules", "schema", "wrangler.toml", "package-lock.json", "scripts/build/bundle-worker.ts"];

/**
 * The one module that is deployed, served and measured: bundled by wrangler, then made smaller. Returns its path; does nothing when
 * no source has changed. Throws `CommandFailed` with wrangler's words when the worker does not build.
 */
export async function bundleWorker(): Promise<string> {
	const module = `${OUTPUT}/index.js`;
	const hash = contentHash(SOURCES);
	if (existsSync(module) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === hash) return module;
	for (const folder of ["dist/client", "dist/stamps", OUTPUT]) await mkdir(folder, { recursive: true });
	await run(process.execPath, [WRANGLER, "deploy", "--dry-run", "--outdir", BUNDLE], { ...process.env, ...QUIET });
	await makeSmaller(module);
	await writeFile(STAMP, hash);
	return module;
}

/** wrangler's own minifier leaves a twentieth that need not be there. */
async function makeSmaller(module: string): Promise<void> {
	const bundled = await readFile(`${BUNDLE}/index.js`, "utf8");
	const { code = "", map } = await minify(bundled, {
		module: true,
		ecma: 2020,
		compress: { passes: 2 },
		sourceMap: { content: await readFile(`${BUNDLE}/index.js.map`, "utf8"), url: "index.js.map" },
	});
	await writeFile(module, code);
	await writeFile(WORKER_MAP, String(map));
}
