import { env } from "cloudflare:workers";

/**
 * How D1 can fail a branch: it answers with an error, cannot be reached, does not answer in time (or not while anybody
 * waits), has written and the answer was lost on the way, or answers what is read and takes nothing (full, read-only).
 */
export type Failure = "rejects" | "throws" | "hangs" | "never answers" | "loses the answer" | "cannot write";

const READS = /^\s*(select|with)\b/i;

/** D1 fails every object in this file until the returned function mends it. While it hangs, time-outs come at once. */
export function breakMemory(failure: Failure): () => void {
	const { DB } = env;
	const real = { batch: DB.batch.bind(DB), prepare: DB.prepare.bind(DB) };
	const fail = (): Promise<never> => {
		if (failure === "hangs" || failure === "never answers") return new Promise(() => {});
		return Promise.reject(new Error(`D1 ${failure}`));
	};
	const writing = new WeakSet<object>();
	const batch = (statements: D1PreparedStatement[]) => {
		if (failure === "cannot write" && !statements.some((each) => writing.has(each))) return real.batch(statements);
		if (failure === "throws") throw new Error("D1 throws");
		return failure === "loses the answer" ? real.batch(statements).then(fail) : fail();
	};
	const prepare = (query: string) => {
		const statement = real.prepare(query);
		// Statements of a batch are only prepared; what is run by itself fails.
		const bound = (made: D1PreparedStatement): D1PreparedStatement => {
			const broken = new Proxy(made, {
				get(target, key) {
					if (key === "bind") return (...values: unknown[]) => bound(target.bind(...values));
					if (key === "run" || key === "all" || key === "raw" || key === "first") return fail;
					const value: unknown = Reflect.get(target, key, target);
					return typeof value === "function" ? value.bind(target) : value;
				},
			});
			writing.add(broken);
			return broken;
		};
		const works = failure === "loses the answer" || (failure === "cannot write" && READS.test(query));
		return works ? statement : bound(statement);
	};
	Object.defineProperty(DB, "batch", { configurable: true, value: batch });
	Object.defineProperty(DB, "prepare", { configurable: true, value: prepare });
	const mendTimer = failure === "hangs" ? hurryTimeOuts() : () => {};
	return () => {
		Object.defineProperty(DB, "batch", { configurable: true, value: real.batch });
		Object.defineProperty(DB, "prepare", { configurable: true, value: real.prepare });
		mendTimer();
	};
}

/** A wait that can be called off is a time-out: it comes at once. */
function hurryTimeOuts(): () => void {
	const real = scheduler.wait.bind(scheduler);
	const wait = (ms: number, options?: SchedulerWaitOptions) => real(options?.signal === undefined ? ms : 1, options);
	Object.defineProperty(scheduler, "wait", { configurable: true, value: wait });
	return () => {
		Object.defineProperty(scheduler, "wait", { configurable: true, value: real });
	};
}
