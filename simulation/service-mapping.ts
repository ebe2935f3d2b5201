import type { BranchConfiguration } from "../schema/hall/configuration.ts";
import type { RecordedDay } from "./recorded-day.ts";

/** A name as an id of a configuration: lower case, hyphens, at most 32 characters. */
export function slugOf(name: string): string {
	const slug = name
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, "-")
		.replace(/^-+|-+$/g, "")
		.slice(0, 32);
	return slug === "" ? "service" : slug;
}

/**
 * Which of the branch's services stands for each of the source's: the one of that id or name where there is one; the
 * others are dealt out, the most frequent first, over the services that most counters can do.
 */
export function serviceMapping(recorded: RecordedDay, configuration: BranchConfiguration): ReadonlyMap<string, string> {
	const frequency = new Map<string, number>();
	for (const name of recorded.visits.flatMap((visit) => visit.services)) {
		frequency.set(name, (frequency.get(name) ?? 0) + 1);
	}
	const counters = (id: string) =>
		configuration.counters.filter((counter) => counter.modes.some((mode) => mode.services.includes(id))).length;
	const byReach = configuration.services.slice().sort((a, b) => counters(b.id) - counters(a.id));
	const mapping = new Map<string, string>();
	let dealt = 0;
	for (const [name] of [...frequency].sort(([, a], [, b]) => b - a)) {
		const same = configuration.services.find((each) => [each.id, each.name.zh, each.name.en].includes(name));
		const alike = same ?? configuration.services.find((each) => each.id === slugOf(name));
		mapping.set(name, (alike ?? byReach[dealt++ % byReach.length])?.id ?? name);
	}
	return mapping;
}
