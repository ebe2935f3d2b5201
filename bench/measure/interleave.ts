import { median, sum } from "./statistics.ts";

/** The two that are compared. */
export type Sides<Each> = { readonly branch: Each; readonly bare: Each };
export type Side = keyof Sides<unknown>;
export const SIDES = ["branch", "bare"] as const satisfies readonly Side[];

/** One short stretch of work. `amount` is what the measure counts: commands or frames. */
export type Slice = {
	readonly amount: number;
	readonly commands: number;
	readonly ms: number;
	readonly cpuMs: number | null;
};

/**
 * Runs short slices of all arms in turn, each of them first and last equally often, so that whatever else the machine does
 * meets all of them alike. `warmUp` slices of each are run before any is counted.
 */
export async function interleave<Name extends string, Taken>(
	names: readonly Name[],
	rounds: number,
	run: (name: Name) => Promise<Taken>,
	warmUp = 1,
): Promise<Record<Name, Taken[]>> {
	const taken = Object.fromEntries(names.map((name) => [name, [] as Taken[]])) as Record<Name, Taken[]>;
	for (let round = -warmUp; round < rounds; round++) {
		const order = round % 2 === 0 ? names : names.toReversed();
		for (const name of order) {
			const slice = await run(name);
			if (round >= 0) taken[name].push(slice);
		}
	}
	return taken;
}

/** The median of the slices, amount per second. */
export function perSecond(slices: readonly Slice[]): number {
	return median(slices.map(rateOf));
}

/** Amount per second over all slices together. */
export function totalPerSecond(slices: readonly Slice[]): number {
	return (sum(slices.map(({ amount }) => amount)) / sum(slices.map(({ ms }) => ms))) * 1_000;
}

/** Lowest and highest ratio of the rates of two slices that ran one after the other. */
export function rateSpread(slices: readonly Slice[], others: readonly Slice[]): readonly [number, number] {
	return spread(slices.map(rateOf), others.map(rateOf));
}

export function spread(list: readonly number[], others: readonly number[]): readonly [number, number] {
	const ratios = list.map((each, index) => each / (others[index] ?? Number.NaN));
	return [Math.min(...ratios), Math.max(...ratios)];
}

/** Processor time of workerd for one command, milliseconds; null where it cannot be read. */
export function cpuMsPerCommand(slices: readonly Slice[]): number | null {
	const cpuMs = cpuOf(slices);
	return cpuMs === null ? null : cpuMs / sum(slices.map(({ commands }) => commands));
}

/** Amount for one second of workerd's processor time; null where that cannot be read. */
export function amountPerCpuSecond(slices: readonly Slice[]): number | null {
	const cpuMs = cpuOf(slices);
	return cpuMs === null || cpuMs === 0 ? null : (sum(slices.map(({ amount }) => amount)) / cpuMs) * 1_000;
}

function rateOf({ amount, ms }: Slice): number {
	return (amount / ms) * 1_000;
}

function cpuOf(slices: readonly Slice[]): number | null {
	return slices.some(({ cpuMs }) => cpuMs === null) ? null : sum(slices.map(({ cpuMs }) => cpuMs ?? 0));
}
