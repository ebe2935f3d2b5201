import { existsSync, globSync, readFileSync, rmSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { contentHash } from "./content-hash.ts";

const OUTPUT = "dist/client";
const STAMPS = "dist/stamps";
/** What every client's bundle is made from, beside its own folder. */
const SHARED_SOURCES = [
	"client-kit",
	"rules",
	"schema",
	"scripts/browsers",
	"scripts/client-config.ts",
	"package-lock.json",
	"tsconfig.base.json",
];

interface Stamp {
	hash: string;
	files: string[];
}

/** Builds every `*-client` that has a `vite.config.ts` into `dist/client`, and only those whose sources have changed. */
export async function buildClients(): Promise<void> {
	await mkdir(OUTPUT, { recursive: true });
	await mkdir(STAMPS, { recursive: true });
	for (const config of globSync("*-client/vite.config.ts").sort()) await buildClient(config.split("/")[0] ?? config);
}

async function buildClient(client: string): Promise<void> {
	const stampPath = join(STAMPS, `${client}.json`);
	const hash = contentHash([client, ...SHARED_SOURCES]);
	const before = readStamp(stampPath);
	if (before?.hash === hash && before.files.every((file) => existsSync(join(OUTPUT, file)))) return;
	console.error(`Building ${client} ...`);
	for (const file of before?.files ?? []) rmSync(join(OUTPUT, file), { force: true });
	// Vite takes most of a second to load, which a start with nothing to build does not pay.
	const { build } = await import("vite");
	const built = await build({ root: client, configFile: `${client}/vite.config.ts`, mode: "production" });
	if ("on" in built) throw new Error(`${client} builds in watch mode, which never ends`);
	const files = [built].flat().flatMap(({ output }) => output.map(({ fileName }) => fileName));
	await writeFile(stampPath, JSON.stringify({ hash, files } satisfies Stamp));
}

function readStamp(path: string): Stamp | undefined {
	if (!existsSync(path)) return undefined;
	const stamp: Partial<Stamp> = JSON.parse(readFileSync(path, "utf8"));
	return stamp.hash && stamp.files ? { hash: stamp.hash, files: stamp.files } : undefined;
}
