import { parseArgs } from "node:util";
import { BranchId, BusinessDay } from "../../schema/ids.ts";
import { UsageError } from "./read-day-file.ts";

export const REPLAY_USAGE = `npm run replay -- [--file FILE] [--date YYYY-MM-DD] [--speed 120|max] [--base URL] [--branch ID]

  --file      a recorded day: call log, clinic log (also .gz) or neutral CSV (docs/replay.md); default: the sample day
  --date      which day of a log of many days; default: the one with most rows
  --speed     branch seconds per real second, or max: as fast as the server answers; default 120
  --base      a running server in demo mode; default: start one of this replay's own
  --branch    the branch to drive; default sh-replay
  --seed      choices the recording does not tell; default 1
  --fullness  how busy a counter is planned to be; above 1 queues grow; default 0.9
  --named     share of the calls that name a ticket out of order; default 0
  --keep      play a log from elsewhere at the branch as it is, instead of configuring the branch to fit`;

export type ReplayCommand = {
	readonly file: string;
	readonly date: string | undefined;
	/** Infinity: step by step, without a running clock. */
	readonly speed: number;
	readonly base: string | undefined;
	readonly branchId: string;
	readonly seed: number;
	readonly fullness: number;
	readonly named: number;
	readonly keep: boolean;
};

const SPEED_MAX = 100_000;
const SAMPLE = new URL("../sample-day.csv", import.meta.url).pathname;

/** Throws `UsageError` naming the option that is wrong. */
export function readReplayOptions(args: readonly string[]): ReplayCommand {
	const text = { type: "string" } as const;
	const options = {
		file: text,
		date: text,
		speed: text,
		base: text,
		branch: text,
		seed: text,
		fullness: text,
		named: text,
	};
	const { values } = parseOrExplain(() =>
		parseArgs({ args: [...args], options: { ...options, keep: { type: "boolean" }, help: { type: "boolean" } } }),
	);
	if (values.help) throw new UsageError(REPLAY_USAGE);
	const branchId = values.branch ?? "sh-replay";
	if (!BranchId.safeParse(branchId).success)
		throw new UsageError(`--branch ${branchId}: a region, a hyphen, a code, in lower case`);
	if (values.date !== undefined && !BusinessDay.safeParse(values.date).success) {
		throw new UsageError(`--date ${values.date}: YYYY-MM-DD`);
	}
	if (values.base !== undefined && !URL.canParse(values.base)) throw new UsageError(`--base ${values.base}: a URL`);
	return {
		file: values.file ?? SAMPLE,
		date: values.date,
		speed: values.speed === "max" ? Number.POSITIVE_INFINITY : number("speed", values.speed ?? "120", 0.001, SPEED_MAX),
		base: values.base?.replace(/\/+$/, ""),
		branchId,
		seed: number("seed", values.seed ?? "1", 0, 2 ** 32),
		fullness: number("fullness", values.fullness ?? "0.9", 0.1, 10),
		named: number("named", values.named ?? "0", 0, 1),
		keep: values.keep ?? false,
	};
}

function number(name: string, text: string, min: number, max: number): number {
	const value = Number(text);
	if (text.trim() === "" || !(value >= min && value <= max))
		throw new UsageError(`--${name} ${text}: from ${min} to ${max}`);
	return value;
}

function parseOrExplain<Value>(parse: () => Value): Value {
	try {
		return parse();
	} catch (error) {
		throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${REPLAY_USAGE}`);
	}
}
