import type { RecordedVisit } from "../recorded-day.ts";
import { NEUTRAL_COLUMNS } from "./read-neutral-csv.ts";

/** Visits as a neutral CSV, with these lines of comment on top; `readNeutralCsv` reads it back. */
export function writeNeutralCsv(visits: readonly RecordedVisit[], comments: readonly string[]): string {
	const header = [...NEUTRAL_COLUMNS, "leaves_after"].join(",");
	const lines = visits.map(({ arrivalMs, services, class: className, serviceMs, leavesAfterMs }) =>
		[
			clock(arrivalMs),
			services.join("+"),
			className,
			serviceMs.map((ms) => ms / 1_000).join("+"),
			leavesAfterMs === undefined ? "" : leavesAfterMs / 1_000,
		].join(","),
	);
	return `${[...comments.map((line) => `# ${line}`), header, ...lines].join("\n")}\n`;
}

function clock(ms: number): string {
	const seconds = Math.floor(ms / 1_000);
	const part = (value: number) => String(value).padStart(2, "0");
	return `${part(Math.floor(seconds / 3_600))}:${part(Math.floor(seconds / 60) % 60)}:${part(seconds % 60)}`;
}
