import { existsSync, globSync, readFileSync, rmSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** A page that was opened before a deployment finds its parts for so long after it. */
const KEPT_MS = 86_400_000;
const LIST = "files.json";

/** By path: when a newer build replaced the file, epoch milliseconds; null: it belongs to the present one. */
type FileList = Record<string, number | null>;

/** The list after a build of `current`: what went with it is marked, what went more than a day ago is no longer there. */
export function afterBuild(before: FileList, current: readonly string[], now: number): FileList {
	const replaced = Object.entries(before)
		.filter(([file]) => !current.includes(file))
		.map(([file, at]) => [file, at ?? now] as const)
		.filter(([, at]) => now - at < KEPT_MS);
	return Object.fromEntries([...current.map((file) => [file, null] as const), ...replaced]);
}

/** Leaves the files of builds replaced within a day where they are, removes older ones, and publishes the list. */
export async function keepReplaced(output: string, current: readonly string[], now: number): Promise<void> {
	const before = readList(output);
	const after = afterBuild(before, current, now);
	// What no list names was built before there was one.
	for (const file of [...Object.keys(before), ...globSync("assets/*/*", { cwd: output })])
		if (!(file in after)) rmSync(join(output, file), { force: true });
	await writeFile(join(output, LIST), `${JSON.stringify(after, null, "\t")}\n`);
}

/**
 * Fetches what the deployment at an address serves and this machine's build has not: only so do its open pages find their parts when
 * somebody else, or a fresh clone, deploys. Returns how many files came.
 */
export async function bringReplaced(output: string, address: string, now: number): Promise<number> {
	const answer = await fetch(`${address}/${LIST}`);
	// A deployment from before there was a list has nothing to give.
	if (!answer.ok) return 0;
	const served = (await answer.json()) as FileList;
	const after = afterBuild(served, presentFiles(output), now);
	let count = 0;
	for (const file of Object.keys(after)) {
		if (!file.startsWith("assets/") || existsSync(join(output, file))) continue;
		const part = await fetch(`${address}/${file}`);
		if (!part.ok) continue;
		await mkdir(dirname(join(output, file)), { recursive: true });
		await writeFile(join(output, file), new Uint8Array(await part.arrayBuffer()));
		count += 1;
	}
	await writeFile(join(output, LIST), `${JSON.stringify(after, null, "\t")}\n`);
	return count;
}

/** The files of the present build, without those that are only kept for pages opened before it. */
export function presentFiles(output: string): string[] {
	return Object.entries(readList(output)).flatMap(([file, replacedAt]) => (replacedAt === null ? [file] : []));
}

function readList(output: string): FileList {
	const path = join(output, LIST);
	return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as FileList) : {};
}
