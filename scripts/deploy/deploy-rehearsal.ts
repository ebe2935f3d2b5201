import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { bundleWorker, WORKER_MAX_KIB } from "../build/bundle-worker.ts";
import { run } from "../process/run.ts";
import { migrateState } from "../serve/migrate-state.ts";

const KIB = 1_024;

/** Everything of a deployment that needs no account: pages, bundle, weight, classes, migrations. What is wrong, or nothing. */
export async function rehearse(): Promise<string[]> {
	await run(process.execPath, ["scripts/build.ts"]);
	const code = readFileSync(await bundleWorker(), "utf8");
	const settings = readFileSync("wrangler.toml", "utf8");
	await migrateNewDatabase();
	return [...tooHeavy(gzipSync(code).length / KIB), ...missingClasses(code, settings)];
}

export function tooHeavy(kib: number): string[] {
	const words = `the worker weighs ${kib.toFixed(1)} KiB gzip, at most ${WORKER_MAX_KIB}: see what came in with the last change`;
	return kib > WORKER_MAX_KIB ? [words] : [];
}

/** Classes of objects that wrangler.toml binds or migrates and the bundle does not export: the platform would refuse it. */
export function missingClasses(code: string, settings: string): string[] {
	const exported = /export\s*\{([^}]*)\}/g;
	const names = [...code.matchAll(exported)].flatMap(([, list = ""]) =>
		list.split(",").map((each) =>
			each
				.trim()
				.split(/\s+as\s+/)
				.at(-1),
		),
	);
	const bound = [...settings.matchAll(/^class_name = "(\w+)"/gm)].map(([, name = ""]) => name);
	return bound
		.filter((name) => !names.includes(name))
		.map((name) => `wrangler.toml binds ${name}, which the worker does not export`);
}

/** A database with nothing in it takes every migration there is. Throws what D1 says when one does not apply. */
async function migrateNewDatabase(): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), "tingtang-migrations-"));
	try {
		await migrateState(folder, null);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
