/** What a measure should reach: at least or at most this, of its `ratio` or its `value`. */
export type Target = { readonly of: "ratio" | "value"; readonly atLeast?: number; readonly atMost?: number };

/** One line of the bench. `ratio` is `value / baseline`, both taken in the same run. */
export type Measure = {
	readonly value: number;
	readonly baseline: number;
	readonly ratio: number;
	readonly unit: string;
	/** Lowest and highest ratio of a single pair of slices; absent where nothing is timed. */
	readonly spread?: readonly [lowest: number, highest: number];
	readonly target: Target;
	readonly met: boolean;
	/** Figures that belong beside the ratio, by name with the unit last. */
	readonly beside: Readonly<Record<string, number | string | boolean | null>>;
	readonly notes: string;
};

/** A measure that could not be taken honestly: frames went missing, a command was refused, a page is not built. */
export class BenchFailure extends Error {}

export type FailedMeasure = { readonly failed: string };

type Parts = Omit<Measure, "ratio" | "met" | "beside"> & { readonly beside?: Measure["beside"] };

/** Completes and rounds a measure. */
export function measure({ value, baseline, beside = {}, ...parts }: Parts): Measure {
	const ratio = value / baseline;
	const { of, atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY } = parts.target;
	const judged = { ratio, value }[of];
	const { unit, spread, target, notes } = parts;
	return {
		value: rounded(value),
		baseline: rounded(baseline),
		ratio: rounded(ratio),
		unit,
		...(spread && { spread: [rounded(spread[0]), rounded(spread[1])] as const }),
		target,
		met: judged >= atLeast && judged <= atMost,
		beside: Object.fromEntries(
			Object.entries(beside).map(([name, each]) => [name, typeof each === "number" ? rounded(each) : each]),
		),
		notes,
	};
}

const DIGITS = 4;

function rounded(value: number): number {
	return Number(value.toPrecision(DIGITS));
}
