import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { readRecordedDay } from "../read/read-recorded-day.ts";
import type { RecordedDay } from "../recorded-day.ts";

/** What went wrong in words for the person at the command line; no stack is shown. */
export class UsageError extends Error {}

/** Text of a file, unpacked when its name ends in `.gz`. Throws `UsageError` when it cannot be read. */
export async function readText(path: string): Promise<string> {
	try {
		const bytes = await readFile(path);
		return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
	} catch (error) {
		throw new UsageError(`${path}: ${error instanceof Error ? error.message : String(error)}`);
	}
}

/** A recorded day from a file in any known format. Throws `UsageError` with every mistake found. */
export async function readDayFile(path: string, date?: string): Promise<RecordedDay> {
	const result = readRecordedDay(await readText(path), date);
	if (result.status === "read") return result.day;
	throw new UsageError([`${path}:`, ...result.errors].join("\n  "));
}
