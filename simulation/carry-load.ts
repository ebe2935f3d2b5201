/** One counter as the planner sees it: what it can do. */
export type Skills = { readonly services: readonly string[] };

/** Flows smaller than this are rounding. */
const ROUNDING = 1e-9;

/**
 * How much of the offered load (by service, in counters kept busy) these counters can carry when each is busy at most
 * the share `fullness` of its time. A maximum flow from services to counters by shortest augmenting paths (Edmonds,
 * Karp 1972).
 */
export function carriedLoad(loads: ReadonlyMap<string, number>, counters: readonly Skills[], fullness: number): number {
	const left = new Map(loads);
	const spare = counters.map(() => fullness);
	/** What each counter now carries of each service. */
	const carried = counters.map(() => new Map<string, number>());
	let total = 0;
	for (;;) {
		const path = pathToSpare(left, counters, spare, carried);
		if (path === null) return total;
		const start = path[0]?.service ?? "";
		const end = path.at(-1)?.counter ?? 0;
		let amount = Math.min(left.get(start) ?? 0, spare[end] ?? 0);
		for (const [index, step] of path.entries()) {
			const moved = path[index + 1];
			if (moved !== undefined) amount = Math.min(amount, carried[step.counter]?.get(moved.service) ?? 0);
		}
		for (const [index, { service, counter }] of path.entries()) {
			change(carried[counter], service, amount);
			const moved = path[index + 1];
			if (moved !== undefined) change(carried[counter], moved.service, -amount);
		}
		left.set(start, (left.get(start) ?? 0) - amount);
		spare[end] = (spare[end] ?? 0) - amount;
		total += amount;
	}
}

/** Each step gives a service to a counter, which passes another of its services on to the next step's counter. */
type Step = { readonly service: string; readonly counter: number };

function pathToSpare(
	left: ReadonlyMap<string, number>,
	counters: readonly Skills[],
	spare: readonly number[],
	carried: readonly ReadonlyMap<string, number>[],
): Step[] | null {
	const seen = new Set<number>();
	const paths: { readonly service: string; readonly steps: readonly Step[] }[] = [];
	for (const [service, load] of left) if (load > ROUNDING) paths.push({ service, steps: [] });
	for (const { service, steps } of paths) {
		for (const [counter, { services }] of counters.entries()) {
			if (seen.has(counter) || !services.includes(service)) continue;
			seen.add(counter);
			const longer = [...steps, { service, counter }];
			if ((spare[counter] ?? 0) > ROUNDING) return longer;
			for (const [moved, amount] of carried[counter] ?? []) {
				if (amount > ROUNDING && moved !== service) paths.push({ service: moved, steps: longer });
			}
		}
	}
	return null;
}

function change(flows: Map<string, number> | undefined, service: string, by: number): void {
	flows?.set(service, (flows.get(service) ?? 0) + by);
}
