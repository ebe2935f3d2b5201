import type { Durations } from "../../../schema/hall/report.ts";

/** Mean, nearest-rank percentiles and maximum of durations in milliseconds; nulls when there are none. */
export function durationsOf(values: readonly number[]): Durations {
	if (values.length === 0) return { count: 0, meanMs: null, p50Ms: null, p90Ms: null, maxMs: null };
	const sorted = [...values].sort((a, b) => a - b);
	const total = sorted.reduce((sum, value) => sum + value, 0);
	return {
		count: sorted.length,
		meanMs: Math.round(total / sorted.length),
		p50Ms: nearestRank(sorted, 0.5),
		p90Ms: nearestRank(sorted, 0.9),
		maxMs: sorted.at(-1) ?? null,
	};
}

/** The smallest value with at least the share `q` of all values at or below it. */
function nearestRank(sorted: readonly number[], q: number): number | null {
	return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? null;
}
