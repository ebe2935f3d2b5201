import type { OvertakeAudit } from "../overtake-audit.ts";
import { type ReplayCounts, waitLines } from "../replay-counts.ts";

const LISTED_MAX = 20;

/** What a replay leaves on the terminal: the day in figures, then everything that was wrong. */
export function replayTable(counts: ReplayCounts, audit: OvertakeAudit, faults: readonly string[]): string {
	const head = ["class", "calls", "mean wait", "P90 wait", "most overtakes", "least room"];
	const rows = waitLines(counts).map((line) => {
		const overtakes = audit.byClass.get(line.class);
		const room = overtakes === undefined ? "-" : String(overtakes.leastRoom);
		return [line.class, String(line.count), clock(line.meanMs), clock(line.p90Ms), String(overtakes?.most ?? 0), room];
	});
	const bound = `${audit.most} of at most ${audit.mostBound} (${audit.overrides} named calls), out of turn within a class ${audit.inversions}`;
	const figures: [string, string][] = [
		["visits", String(counts.visits)],
		["tickets", `${counts.issued} (turned away ${counts.turnedAway})`],
		["served", String(counts.served)],
		[
			"not served",
			`no-shows ${counts.noShows}, cancelled ${counts.cancelled}, still there at closing ${counts.unserved}`,
		],
		[
			"on the way",
			`recalls ${counts.recalls}, returns ${counts.returns}, transfers ${counts.transfers}, requests sent again ${counts.retries}`,
		],
		["most overtakes", bound],
		["behind time", clock(counts.mostLateMs)],
		["errors", String(counts.errors.length + faults.length)],
	];
	const width = Math.max(...figures.map(([name]) => name.length));
	const wrong = [...counts.errors.map(({ at, what }) => `${new Date(at).toISOString()} ${what}`), ...faults];
	return [
		table([head, ...rows]),
		"",
		...figures.map(([name, value]) => `${name.padEnd(width)}  ${value}`),
		...wrong.slice(0, LISTED_MAX).map((line) => `  ! ${line}`),
		...(wrong.length > LISTED_MAX ? [`  ! and ${wrong.length - LISTED_MAX} more`] : []),
	].join("\n");
}

/** The first column to the left, figures to the right. */
function table(rows: readonly string[][]): string {
	const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
	const line = (row: readonly string[]) =>
		row
			.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
			.join("  ");
	const [head = [], ...rest] = rows;
	return [line(head), widths.map((width) => "─".repeat(width)).join("──"), ...rest.map(line)].join("\n");
}

/** Minutes and seconds. */
function clock(ms: number): string {
	const seconds = Math.round(ms / 1_000);
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
