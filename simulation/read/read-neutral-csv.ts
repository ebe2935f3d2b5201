import { parse } from "csv-parse/browser/esm/sync";
import { byArrivalTime, DAY_SECONDS, READ_ERRORS_MAX, type ReadResult, type RecordedVisit } from "../recorded-day.ts";

/** The columns a neutral file must have, in any order; `leaves_after` may be missing. */
export const NEUTRAL_COLUMNS = ["arrival", "service", "class", "service_seconds"] as const;
const LEAVES_COLUMN = "leaves_after";
/** Between the services of one visit, and between their durations. */
const LIST_SEPARATOR = "+";

type Line = { readonly record: Readonly<Record<string, string>>; readonly info: { readonly lines: number } };

/**
 * One day in the neutral format of docs/replay.md: one visit a line, `#` starts a comment, a header names the columns.
 * Nothing is guessed: a line with a mistake makes the whole file unreadable, and the errors name line and column.
 */
export function readNeutralCsv(text: string): ReadResult {
	let lines: Line[];
	try {
		lines = parse(text, {
			columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()),
			comment: "#",
			comment_no_infix: true,
			bom: true,
			info: true,
			skip_empty_lines: true,
			trim: true,
		}) as unknown as Line[]; // The parser's types do not know what `info` adds to each record.
	} catch (error) {
		return { status: "unreadable", errors: [error instanceof Error ? error.message : String(error)] };
	}
	const [first] = lines;
	if (first === undefined) return { status: "unreadable", errors: ["the file has no visits"] };
	const missing = NEUTRAL_COLUMNS.filter((name) => !(name in first.record));
	if (missing.length > 0) return { status: "unreadable", errors: [`the header lacks: ${missing.join(", ")}`] };

	const errors: string[] = [];
	const visits = lines.flatMap((line) => visitOf(line, errors));
	if (errors.length > 0) return { status: "unreadable", errors: errors.slice(0, READ_ERRORS_MAX) };
	const day = { source: "neutral" as const, date: null, visits: byArrivalTime(visits), pools: null, setAside: {} };
	return { status: "read", day };
}

function visitOf({ record, info }: Line, errors: string[]): RecordedVisit[] {
	const before = errors.length;
	const refuse = (column: string, rule: string) => {
		errors.push(`line ${info.lines}: ${column} "${record[column] ?? ""}" ${rule}`);
	};
	const arrivalS = secondsOfDay(record.arrival ?? "");
	if (arrivalS === null) refuse("arrival", "is neither HH:MM:SS nor whole seconds below 86400");
	const services = (record.service ?? "").split(LIST_SEPARATOR).map((name) => name.trim());
	if (services.some((name) => name === "")) refuse("service", "names no service");
	const durations = (record.service_seconds ?? "").split(LIST_SEPARATOR).map(seconds);
	if (durations.some((each) => each === null)) refuse("service_seconds", "is not a number of seconds below 86400");
	else if (durations.length !== services.length) refuse("service_seconds", `needs ${services.length} durations`);
	const leaves = record[LEAVES_COLUMN] ?? "";
	const leavesS = seconds(leaves);
	if (leaves !== "" && leavesS === null) refuse(LEAVES_COLUMN, "is not a number of seconds below 86400");
	if (errors.length > before || arrivalS === null) return [];
	return [
		{
			arrivalMs: arrivalS * 1_000,
			services,
			class: record.class ?? "",
			serviceMs: durations.map((each) => (each ?? 0) * 1_000),
			...(leavesS === null ? {} : { leavesAfterMs: leavesS * 1_000 }),
		},
	];
}

/** Seconds from midnight of `HH:MM:SS`, `HH:MM` or a whole number; null when it is none of them. */
function secondsOfDay(text: string): number | null {
	const clock = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
	const total =
		clock === null ? seconds(text) : Number(clock[1]) * 3_600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0);
	return total !== null && Number.isInteger(total) && total < DAY_SECONDS ? total : null;
}

function seconds(text: string): number | null {
	const trimmed = text.trim();
	return /^\d+(\.\d+)?$/.test(trimmed) && Number(trimmed) < DAY_SECONDS ? Number(trimmed) : null;
}
