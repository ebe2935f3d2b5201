import { DispatchPolicy } from "../../hall/configuration.ts";
import { liveSection, type SectionFault } from "../definition/section.ts";
import { SHIPPED_DISPATCH } from "./shipped.ts";
import { DISPATCH_NAME } from "./words.ts";

const MAX_BYTES = 8_000;

/** Classes of tickets with their ranks, head starts and overtake budgets, and what an appointment counts for. */
export const DISPATCH = liveSection<DispatchPolicy>({
	kind: "live",
	name: DISPATCH_NAME,
	schema: DispatchPolicy,
	shipped: SHIPPED_DISPATCH,
	maxBytes: MAX_BYTES,
	check: ({ classes, defaultClass, appointmentClass }): SectionFault[] => {
		const ids = classes.map(({ id }) => id);
		return (["defaultClass", "appointmentClass"] as const).flatMap((field) =>
			ids.includes({ defaultClass, appointmentClass }[field])
				? []
				: [
						{
							field,
							zh: "此类别不在类别表中：请从表中另选一个，或先加入该类别",
							en: "This class is not in the list of classes: choose one that is, or add it first",
						},
					],
		);
	},
	of: ({ dispatch }) => dispatch,
	into: (configuration, dispatch) => ({ ...configuration, dispatch }),
});
