import { existsSync, globSync, readFileSync, rmSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { filesByPage } from "../offline/page-files.ts";
import { keepReplaced } from "../offline/replaced-files.ts";
import { contentHash } from "./content-hash.ts";

export const OUTPUT = "dist/client";
export const STAMPS = "dist/stamps";
/** What every client's bundle is made from, beside its own folder. */
const SHARED_SOURCES = [
	"client-kit",
	"react-kit",
	"rules",
	"schema",
	"scripts/browsers",
	"scripts/client-config.ts",
	"scripts/offline/offline-pages.ts",
	"package-lock.json",
	"tsconfig.base.json",
];

interface Stamp {
	hash: string;
	files: string[];
	/** What each page may load, by its folder. */
	pages: Record<string, string[]>;
}

/** Builds every `*-client` that has a `vite.config.ts` into `dist/client`, and only those whose sources have changed. */
export async function buildClients(): Promise<void> {
	await mkdir(OUTPUT, { recursive: true });
	await mkdir(STAMPS, { recursive: true });
	const clients = globSync("*-client/vite.config.ts").map((config) => config.split("/")[0] ?? config);
	for (const client of clients.sort()) await buildClient(client);
	const files = clients.flatMap((client) => readStamp(stampOf(client))?.files ?? []);
	await keepReplaced(OUTPUT, files.filter(hasHash), Date.now());
}

/** What a page that is built may load, now or later. */
export function pageFiles(page: string): string[] {
	const stamps = globSync(`${STAMPS}/*-client.json`).map(readStamp);
	return stamps.flatMap((stamp) => stamp?.pages[page] ?? []);
}

async function buildClient(client: string): Promise<void> {
	const stampPath = stampOf(client);
	const hash = contentHash([client, ...SHARED_SOURCES]);
	const before = readStamp(stampPath);
	if (before?.hash === hash && before.files.every((file) => existsSync(join(OUTPUT, file)))) return;
	console.error(`Building ${client} ...`);
	for (const file of before?.files ?? []) if (!hasHash(file)) rmSync(join(OUTPUT, file), { force: true });
	// Vite takes most of a second to load, which a start with nothing to build does not pay.
	const { build } = await import("vite");
	const built = await build({ root: client, configFile: `${client}/vite.config.ts`, mode: "production" });
	if ("on" in built) throw new Error(`${client} builds in watch mode, which never ends`);
	const output = [built].flat().flatMap((each) => each.output);
	const files = output.map(({ fileName }) => fileName);
	await writeFile(stampPath, JSON.stringify({ hash, files, pages: filesByPage(client, output) } satisfies Stamp));
}

const stampOf = (client: string) => join(STAMPS, `${client}.json`);
/** Another content has another name: an older one is in nobody's way. */
const hasHash = (file: string) => file.startsWith("assets/");

function readStamp(path: string): Stamp | undefined {
	if (!existsSync(path)) return undefined;
	const stamp: Partial<Stamp> = JSON.parse(readFileSync(path, "utf8"));
	const { hash, files, pages } = stamp;
	return hash && files && pages ? { hash, files, pages } : undefined;
}
