import type * as z from "zod";
import { StoredConfiguration } from "../../hall/configuration.ts";
import { liveSection, type SectionFault } from "../definition/section.ts";
import { thingFaults } from "../definition/things.ts";
import { SHIPPED_COUNTERS, SHIPPED_ZONES } from "./shipped.ts";
import { COUNTERS_NAME } from "./words.ts";

const MAX_BYTES = 60_000;

const Counters = StoredConfiguration.pick({ zones: true, counters: true });
export type Counters = z.infer<typeof Counters>;

/** Counters with their modes, and the zones they stand in. */
export const COUNTERS = liveSection<Counters>({
	kind: "live",
	name: COUNTERS_NAME,
	schema: Counters,
	shipped: { zones: SHIPPED_ZONES, counters: SHIPPED_COUNTERS },
	maxBytes: MAX_BYTES,
	check: ({ zones, counters }): SectionFault[] => [
		...thingFaults("zones", zones),
		...thingFaults(
			"counters",
			counters.map(({ id, label }) => ({ id, name: label })),
		),
		...counters.flatMap(({ id, modes }) =>
			thingFaults("modes", modes).map((fault) => ({ ...fault, field: `counters.${id}` })),
		),
		...counters
			.filter(({ zone }) => !zones.some(({ id }) => id === zone))
			.map(({ id, label, zone }) => ({
				field: `counters.${id}`,
				zh: `“${label.zh}”所在的分区“${zone}”不在分区表中：请另选分区，或先加入该分区`,
				en: `“${label.en}” stands in the zone ${zone}, which is not in the list: choose another one, or add it`,
			})),
	],
	publicTexts: ({ zones, counters }) => [
		...zones.map(({ id, name }) => ({ field: `zones.${id}`, text: name })),
		...counters.flatMap(({ id, label, modes }) =>
			[label, ...modes.map(({ name }) => name)].map((text) => ({ field: `counters.${id}`, text })),
		),
	],
	of: ({ zones, counters }) => ({ zones, counters }),
	into: (configuration, { zones, counters }) => ({ ...configuration, zones, counters }),
});
