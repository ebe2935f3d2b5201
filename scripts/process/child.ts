import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";

const STOP_GRACE_MS = 8_000;

/** A program that runs beside this one until `stop()`, in a process group of its own so that nothing below it can be left behind. */
export interface Child {
	process: ChildProcess;
	/** Settles with the exit code, or null after a signal. */
	ended: Promise<number | null>;
	stop(): Promise<void>;
}

/** Starts node with the given arguments. Its group gets SIGTERM on `stop()`, and SIGKILL when that has not ended it in 8 s. */
export function startChild(args: readonly string[], options: SpawnOptions): Child {
	const child = spawn(process.execPath, args, { ...options, detached: true });
	const ended = new Promise<number | null>((resolve, reject) => {
		child.once("error", reject);
		child.once("exit", resolve);
	});
	const signal = (name: NodeJS.Signals) => {
		if (child.pid === undefined) return;
		try {
			process.kill(-child.pid, name);
		} catch {
			// The group has ended by itself: that is what was wanted.
		}
	};
	async function stop(): Promise<void> {
		const lastResort = setTimeout(() => signal("SIGKILL"), STOP_GRACE_MS);
		signal("SIGTERM");
		await ended.catch(() => null);
		clearTimeout(lastResort);
		// The leader may have gone first; whoever is still in its group goes now.
		signal("SIGKILL");
	}
	return { process: child, ended, stop };
}
