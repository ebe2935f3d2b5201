import type { BranchPort } from "./branch-port.ts";

type Item = { readonly at: number; readonly order: number; readonly act: () => Promise<void> };

/** Things to do at branch times, and the loop that does them. */
export type Agenda = {
	add(at: number, act: () => Promise<void>): void;
	/**
	 * Returns when nothing is left or after `stop`, and when nothing is under way any more. Throws what an act threw.
	 */
	run(): Promise<void>;
	/** Forgets what has not begun. */
	stop(): void;
	/** The most milliseconds of branch time by which something was begun late. */
	mostLateMs(): number;
};

/**
 * Where time runs by itself, acts overlap like people do; where it stands still, each is finished before the next, so
 * that the same plan always gives the same order. Equal times keep the order in which they were added.
 */
export function createAgenda(port: Pick<BranchPort, "now" | "sleepUntil" | "timeRuns">): Agenda {
	const items: Item[] = [];
	const underWay = new Set<Promise<void>>();
	let order = 0;
	let lateMs = 0;
	let stopped = false;
	let failure: { readonly error: unknown } | null = null;
	let wake = () => {};

	function add(at: number, act: () => Promise<void>): void {
		if (stopped) return;
		const item = { at, order: order++, act };
		let place = items.length;
		while (place > 0 && (items[place - 1]?.at ?? 0) > at) place--;
		items.splice(place, 0, item);
		if (place === 0) wake();
	}

	async function begin(item: Item): Promise<void> {
		lateMs = Math.max(lateMs, port.now() - item.at);
		const doing = item.act();
		if (!port.timeRuns) return doing;
		const tracked = doing
			.catch((error: unknown) => {
				failure ??= { error };
				stop();
			})
			.finally(() => {
				underWay.delete(tracked);
				wake();
			});
		underWay.add(tracked);
	}

	async function run(): Promise<void> {
		while (items.length > 0 || underWay.size > 0) {
			const [next] = items;
			if (next !== undefined && next.at <= port.now()) {
				items.shift();
				await begin(next);
				continue;
			}
			const changed = new Promise<void>((resolve) => {
				wake = resolve;
			});
			await (next === undefined ? changed : Promise.race([changed, port.sleepUntil(next.at)]));
		}
		if (failure !== null) throw failure.error;
	}

	function stop(): void {
		stopped = true;
		items.length = 0;
		wake();
	}
	return { add, run, stop, mostLateMs: () => lateMs };
}
