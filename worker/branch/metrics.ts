import type { Actor } from "../../schema/actor.ts";
import type { Answer } from "../../schema/hall/event.ts";
import type { BranchState } from "../domain/hall/branch-state.ts";
import { capacityOf } from "../domain/people/identity.ts";

/** Where figures for operators go; the platform takes them without being waited for. Absent on one machine. */
export type MetricsSink = Pick<AnalyticsEngineDataset, "writeDataPoint">;

/**
 * One data point for each command, wait and change of what is parked, for dashboards and alerts. Nothing depends on it: without
 * a sink it does nothing, and what the sink refuses is lost. No point says anything of a customer or names a person.
 */
export class BranchMetrics {
	readonly #sink: MetricsSink | undefined;
	readonly #indexes: string[];

	constructor(sink: MetricsSink | undefined, branchId: string) {
		this.#sink = sink;
		this.#indexes = [branchId];
	}

	/** `blobs`: what it is, the command, what came of it, by whom. */
	command(type: string, actor: Actor, answer: Answer): void {
		if (this.#sink === undefined) return;
		this.#write(["command", type, answer.status === "done" ? "done" : answer.code, capacityOf(actor)], [1]);
	}

	/** Service began for somebody: how long the wait was. */
	wait(before: BranchState, after: BranchState): void {
		if (this.#sink === undefined || after.tally.called <= before.tally.called) return;
		this.#write(["wait"], [after.tally.waitedMs - before.tally.waitedMs]);
	}

	/** How many days or records the bank's memory would not take; 0 once it has taken all. */
	parked(count: number, why: string): void {
		if (this.#sink !== undefined) this.#write(["parked", why], [count]);
	}

	#write(blobs: string[], doubles: number[]): void {
		try {
			this.#sink?.writeDataPoint({ indexes: this.#indexes, blobs, doubles });
		} catch (error) {
			console.warn(JSON.stringify({ message: "metrics not taken", error: String(error) }));
		}
	}
}
