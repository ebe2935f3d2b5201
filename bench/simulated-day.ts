import { Worker } from "node:worker_threads";
import type { Share, Simulated } from "./hall/simulate-branches.ts";
import { BenchFailure, type Measure, measure } from "./measure/measure.ts";
import { sum } from "./measure/statistics.ts";

const BRANCHES = 1_000;
const CUSTOMERS = 1_250;
const THREADS = 2;
const SEED = 20_261_123;
const TARGET = { of: "value", atMost: 120 } as const;

/** A full day of a bank: every branch commit by commit as its object would, in pure code, on two threads. */
export async function simulatedDay(): Promise<Measure> {
	const rule = await simulate("rule");
	const branch = await simulate("branch");
	if (branch.boundsBroken > 0)
		throw new BenchFailure(`${branch.boundsBroken} tickets were overtaken beyond their bound`);
	return measure({
		value: branch.seconds,
		baseline: rule.seconds,
		unit: "s",
		target: TARGET,
		beside: {
			branches: BRANCHES,
			tickets: branch.tickets,
			commits: branch.commits,
			ticketsPerSecond: branch.tickets / branch.seconds,
			mostOvertaken: branch.mostOvertaken,
			seed: SEED,
		},
		notes: `${BRANCHES} branches with ${CUSTOMERS} customers each on average: number, call, start and end of service are commits of the branch, folded into its state. The baseline is the choice of the next alone, on the same customers at equal counters.`,
	});
}

async function simulate(way: Share["way"]): Promise<Simulated & { readonly seconds: number }> {
	const startedAt = performance.now();
	const size = BRANCHES / THREADS;
	const parts = await Promise.all(
		Array.from({ length: THREADS }, (_, thread) =>
			run({ way, from: thread * size, until: (thread + 1) * size, customers: CUSTOMERS, seed: SEED }),
		),
	);
	return {
		seconds: (performance.now() - startedAt) / 1_000,
		tickets: sum(parts.map(({ tickets }) => tickets)),
		commits: sum(parts.map(({ commits }) => commits)),
		mostOvertaken: Math.max(...parts.map(({ mostOvertaken }) => mostOvertaken)),
		boundsBroken: sum(parts.map(({ boundsBroken }) => boundsBroken)),
	};
}

function run(share: Share): Promise<Simulated> {
	const { promise, resolve, reject } = Promise.withResolvers<Simulated>();
	const thread = new Worker(new URL("./hall/simulate-branches.ts", import.meta.url), { workerData: share });
	thread.once("message", resolve);
	thread.once("error", reject);
	return promise;
}
