import { existsSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { rolldown } from "rolldown";
import { minify } from "terser";
import { unstable_readConfig } from "wrangler";
import { contentHash } from "./content-hash.ts";

const OUTPUT = "dist/worker";
/** From which `readableStack` reads where something happened. */
export const WORKER_MAP = `${OUTPUT}/index.js.map`;
/** The whole worker, gzipped: what every new isolate reads and compiles before its first answer. */
export const WORKER_MAX_KIB = 220;
const STAMP = "dist/stamps/worker";
const SOURCES = ["worker", "rules", "schema", "wrangler.toml", "package-lock.json", "scripts/build/bundle-worker.ts"];

/** What the platform itself has. */
const OF_PLATFORM = /^(?:cloudflare|node):/;

/**
 * The one module that is deployed, served and measured. Returns its path; does nothing when no source has changed. Throws with the
 * bundler's words when the worker does not build.
 */
export async function bundleWorker(): Promise<string> {
	const module = `${OUTPUT}/index.js`;
	const hash = contentHash(SOURCES);
	if (existsSync(module) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === hash) return module;
	for (const folder of ["dist/client", "dist/stamps", OUTPUT]) await mkdir(folder, { recursive: true });
	const { code, map } = await bundled();
	await makeSmaller(module, code, map);
	await writeFile(STAMP, hash);
	return module;
}

/** By the bundler that builds the pages, which leaves out more of what nobody calls than wrangler's own. */
async function bundled(): Promise<{ code: string; map: string }> {
	const { main = "", alias = {} } = unstable_readConfig({ config: "wrangler.toml" });
	const bundle = await rolldown({
		input: main,
		platform: "neutral",
		external: OF_PLATFORM,
		resolve: { conditionNames: ["workerd", "worker", "import", "default"], mainFields: ["module", "main"] },
		plugins: [{ name: "left-out", resolveId: (id) => (alias[id] === undefined ? null : resolve(alias[id])) }],
	});
	const { output } = await bundle.generate({ format: "esm", minify: true, sourcemap: true, codeSplitting: false });
	await bundle.close();
	const [{ code, map }] = output;
	if (map === null) throw new Error("the worker was built without its source map");
	return { code, map: map.toString() };
}

/** The bundler's own minifier leaves a hundredth that need not be there. */
async function makeSmaller(module: string, bundle: string, content: string): Promise<void> {
	const { code = "", map } = await minify(bundle, {
		module: true,
		ecma: 2020,
		compress: { passes: 2 },
		sourceMap: { content, url: "index.js.map" },
	});
	await writeFile(module, code);
	await writeFile(WORKER_MAP, String(map));
}
