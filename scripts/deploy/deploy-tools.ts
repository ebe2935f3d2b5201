import { readFileSync, writeFileSync } from "node:fs";
import { run } from "../process/run.ts";
import { QUIET, WRANGLER } from "../process/wrangler.ts";

export const DATABASE = "tingtang";
const SETTINGS = "wrangler.toml";
const ID_LINE = /^database_id = "([0-9a-f-]{36})"$/m;
const NO_ID = "00000000-0000-0000-0000-000000000000";

/** Runs wrangler and returns what it said. Never interactive: it asks nothing and takes what the settings say. */
export function wrangler(args: readonly string[]): Promise<string> {
	return run(process.execPath, [WRANGLER, ...args], { ...process.env, ...QUIET, WRANGLER_LOG: "log", CI: "true" });
}

/** The database that wrangler.toml names; null while it names none. */
export function databaseId(settings = readFileSync(SETTINGS, "utf8")): string | null {
	const id = ID_LINE.exec(settings)?.[1] ?? NO_ID;
	return id === NO_ID ? null : id;
}

/** Writes the id that wrangler told of a new database into wrangler.toml. */
export function putDatabaseId(told: string): void {
	const settings = readFileSync(SETTINGS, "utf8");
	writeFileSync(SETTINGS, withDatabaseId(settings, told));
}

/** The settings with the id that is said in `told`. */
export function withDatabaseId(settings: string, told: string): string {
	const id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(told)?.[0];
	if (id === undefined) throw new Error(`no id of a database in:\n${told}`);
	return settings.replace(ID_LINE, `database_id = "${id}"`);
}

/** Where wrangler says the worker answers now; null when it is reached at addresses of the bank's own. */
export function addressIn(told: string): string | null {
	return /https:\/\/[\w.-]+\.workers\.dev/.exec(told)?.[0] ?? null;
}
