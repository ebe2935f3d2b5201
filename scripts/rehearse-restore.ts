/**
 * `npm run rehearse`: restores first a branch and then the database, on a server started here with its storage in a folder of its own.
 * Local storage has no bookmarks to go back to: the server is stopped and older files are put back. All that follows is what runs in a
 * deployment. Exit code 1 when a check fails.
 */
import { cpSync, globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { run } from "./process/run.ts";
import { aHall, type Hall } from "./restoring/rehearsal-hall.ts";
import { type LocalServer, startLocalServer, WORKER_NAME } from "./serve/local-server.ts";

const BRANCH = "sh-rehearsal";
const REASON = "rehearsal";
const WAIT_MAX_MS = 20_000;
const POLL_EVERY_MS = 100;
const MONDAY_10_AM = Date.UTC(2026, 10, 23, 2);
const DAY_MS = 86_400_000;

const folder = mkdtempSync(join(tmpdir(), "tingtang-restore-"));
const state = join(folder, "state");
/** The server that runs now; null while none does. */
const running: { server: LocalServer | null } = { server: null };
try {
	await rehearse();
	console.log("恢复演练通过 · the rehearsal holds");
} catch (error) {
	console.error(`恢复演练未通过 · the rehearsal FAILED: ${error instanceof Error ? error.message : error}`);
	process.exitCode = 1;
} finally {
	await stop();
	rmSync(folder, { recursive: true, force: true });
}

async function rehearse(): Promise<void> {
	let hall = await start();
	await hall.configure(MONDAY_10_AM);
	await hall.day(MONDAY_10_AM, 3);
	await hall.openDay(MONDAY_10_AM + DAY_MS, 2);
	const seenOnTuesday = await hall.screen(null);
	const tuesdayCopy = await copyOf("tuesday", hall);

	step("a branch goes back from Wednesday to Tuesday morning");
	hall = await start();
	await hall.openDay(MONDAY_10_AM + DAY_MS, 3);
	await hall.close();
	await hall.openDay(MONDAY_10_AM + 2 * DAY_MS, 4);
	const seenInLostTime = await hall.screen(null);
	await inStep(hall, ["2026-11-23", "2026-11-24"]);
	await stop();
	putBack(tuesdayCopy, `do/*BranchObject/${await objectId()}*`);
	hall = await start();
	// Its clock went back with it; Tuesday ends by itself.
	await hall.time(MONDAY_10_AM + 2 * DAY_MS);
	await restore("branch", BRANCH, "--went-back");
	await sameDays(hall, ["2026-11-23", "2026-11-24"]);
	const again = await hall.screen(seenInLostTime);
	check(again.first === "view" && again.epoch > seenOnTuesday.epoch, "a screen with the lost epoch gets a whole view");
	// Today's numbers go on at a later hundred [TKT-14].
	const number = await hall.issue();
	check(number === "A201", `a number of the lost Wednesday is not given again (${number})`);
	await hall.close();
	await inStep(hall, ["2026-11-23", "2026-11-24", "2026-11-25"]);

	step("the database goes back to before Thursday");
	const wednesdayCopy = await copyOf("wednesday", hall);
	hall = await start();
	const recordId = await hall.record();
	await hall.day(MONDAY_10_AM + 3 * DAY_MS, 5);
	const days = ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26"];
	await inStep(hall, days);
	await stop();
	putBack(wednesdayCopy, "d1/*/*.sqlite*");
	hall = await start();
	check(!(await hall.records()).includes(recordId), "the database has lost the record");
	await restore("database", "--went-back", "--to", new Date(Date.now() - DAY_MS).toISOString());
	await inStep(hall, days);
	check((await hall.records()).filter((id) => id === recordId).length === 1, "the record is there again, once");
}

async function start(): Promise<Hall> {
	const server = await startLocalServer({ persist: state, pages: false });
	running.server = server;
	return aHall(server.url, BRANCH);
}

async function stop(): Promise<void> {
	await running.server?.stop();
	running.server = null;
}

/** A restore point: the files as they are while the server stands still. */
async function copyOf(name: string, hall: Hall): Promise<string> {
	await hall.settled();
	await stop();
	const copy = join(folder, name);
	cpSync(state, copy, { recursive: true });
	return copy;
}

function putBack(copy: string, files: string): void {
	for (const file of globSync(files, { cwd: state })) rmSync(join(state, file));
	const kept = globSync(files, { cwd: copy });
	check(kept.length > 0, `the copy has ${basename(files)}`);
	for (const file of kept) cpSync(join(copy, file), join(state, file));
}

/** The id of the branch's object: the file of its storage is named by it. */
async function objectId(): Promise<string> {
	const asked = await startLocalServer({ pages: false });
	const branches = await asked.miniflare.getDurableObjectNamespace("BRANCH", WORKER_NAME);
	const id = branches.idFromName(BRANCH).toString();
	await asked.stop();
	return id;
}

async function restore(...args: readonly string[]): Promise<void> {
	const base = running.server?.url ?? "";
	console.log(
		await run(process.execPath, ["scripts/restore.ts", ...args, "--base", base, "--reason", REASON, "--yes"]),
	);
}

/** Waits until exactly these days have reports; then checks these against the commits, and the closed days against the ledger. */
async function inStep(hall: Hall, days: readonly string[]): Promise<void> {
	await sameDays(hall, days);
	const base = ["--base", running.server?.url ?? ""];
	console.log(await run(process.execPath, ["scripts/verify/verify-reports.ts", ...base, "--branch", BRANCH]));
	await hall.settled();
	console.log(await run(process.execPath, ["scripts/verify/verify-ledger.ts", ...base, "--node", BRANCH]));
}

async function sameDays(hall: Hall, days: readonly string[]): Promise<void> {
	for (const end = Date.now() + WAIT_MAX_MS; ; await sleep(POLL_EVERY_MS)) {
		const found = await hall.reports();
		if (found.join() === days.join()) return;
		check(Date.now() < end, `reports of ${found.join() || "no day"}, not of ${days.join()}`);
	}
}

function step(words: string): void {
	console.log(`\n== ${words}`);
}

function check(holds: boolean, words: string): void {
	if (!holds) throw new Error(words);
	console.log(`✓ ${words}`);
}
