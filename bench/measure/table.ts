import { availableParallelism } from "node:os";
import type { FailedMeasure, Measure, Target } from "./measure.ts";

/** The results for a person to read. */
export function table(results: Readonly<Record<string, Measure | FailedMeasure>>): string {
	const lines = [["", "value", "baseline", "ratio", "spread", "target", ""]];
	for (const [name, result] of Object.entries(results)) {
		if ("failed" in result) lines.push([name, "failed", "", "", "", "", "✗"]);
		else lines.push(lineOf(name, result));
	}
	const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
	const rows = lines.map((line) =>
		line
			.map((cell, column) => cell.padEnd(widths[column] ?? 0))
			.join("  ")
			.trimEnd(),
	);
	const remarks = Object.entries(results).map(([name, result]) => `\n${name}\n${remarkOf(result)}`);
	return `${availableParallelism()} processors\n${rows.join("\n")}\n${remarks.join("\n")}\n`;
}

function lineOf(name: string, { value, baseline, ratio, unit, spread, target, met }: Measure): string[] {
	const between = spread === undefined ? "" : `${spread[0]} .. ${spread[1]}`;
	return [name, `${value} ${unit}`, String(baseline), String(ratio), between, targetText(target), met ? "✓" : "✗"];
}

function targetText({ of, atLeast, atMost }: Target): string {
	return `${of} ${atLeast === undefined ? `<= ${atMost}` : `>= ${atLeast}`}`;
}

function remarkOf(result: Measure | FailedMeasure): string {
	if ("failed" in result) return `  ${result.failed}`;
	const beside = Object.entries(result.beside).map(([name, figure]) => `${name} ${figure}`);
	return `  ${result.notes}\n  ${beside.join(", ")}`;
}
