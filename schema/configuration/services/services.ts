import type * as z from "zod";
import { StoredConfiguration } from "../../hall/configuration.ts";
import { liveSection } from "../definition/section.ts";
import { thingFaults } from "../definition/things.ts";
import { SHIPPED_SERVICES } from "./shipped.ts";
import { SERVICES_NAME } from "./words.ts";

const MAX_BYTES = 20_000;

const Services = StoredConfiguration.pick({ services: true });
export type Services = z.infer<typeof Services>;

/** What customers come for: names, number series, the waits that are promised, and where it can be done. */
export const SERVICES = liveSection<Services>({
	kind: "live",
	name: SERVICES_NAME,
	schema: Services,
	shipped: { services: SHIPPED_SERVICES },
	maxBytes: MAX_BYTES,
	check: ({ services }) => thingFaults("services", services),
	publicTexts: ({ services }) => services.map(({ id, name }) => ({ field: `services.${id}`, text: name })),
	of: ({ services }) => ({ services }),
	into: (configuration, { services }) => ({ ...configuration, services }),
});
