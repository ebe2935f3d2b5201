import { type Finding, isReached } from "../evaluate/evaluation.ts";

/** The findings in columns for a terminal, baselines among the results they belong to. */
export function findingsTable(command: string, findings: readonly Finding[]): string {
	const rows = [
		["", "value", "", "goal", ""],
		...findings.map((each) => [
			each.kind === "baseline" ? `  ${each.name} (baseline)` : each.name,
			rounded(each.value),
			each.unit,
			goalOf(each),
			{ true: "reached", false: "MISSED", null: "" }[`${isReached(each)}`],
		]),
	];
	const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
	const lines = rows.map((row) =>
		row
			.map((cell, column) => (column === 1 ? cell.padStart(widths[1] ?? 0) : cell.padEnd(widths[column] ?? 0)))
			.join("  ")
			.trimEnd(),
	);
	return [command, ...lines].join("\n");
}

function goalOf({ goal }: Finding): string {
	if (goal === undefined) return "";
	if (goal.min === undefined) return `<= ${goal.max}`;
	return goal.max === undefined ? `>= ${goal.min}` : `${goal.min} to ${goal.max}`;
}

function rounded(value: number): string {
	return Number.isInteger(value) ? String(value) : value.toPrecision(4);
}
