import type * as z from "zod";
import { BranchLimits } from "../../hall/configuration.ts";
import { liveSection, type SectionFault } from "../definition/section.ts";
import { SHIPPED_LIMITS } from "./shipped.ts";
import { LIMITS_NAME } from "./words.ts";

const MAX_BYTES = 2_000;
/** As `closeAnywayAfterMs` when it says nothing. */
const CLOSE_ANYWAY_MS = 14_400_000;

const Limits = BranchLimits.omit({ devicePace: true });
type Limits = z.infer<typeof Limits>;

/** Targets and limits of a branch's day: how long a missed customer may come back, when a forgotten day closes. What one device gives is the branch's own. */
export const LIMITS = liveSection<Limits>({
	kind: "live",
	name: LIMITS_NAME,
	schema: Limits,
	shipped: SHIPPED_LIMITS,
	maxBytes: MAX_BYTES,
	check: ({ closeAfterMs, closeAnywayAfterMs = CLOSE_ANYWAY_MS }): SectionFault[] =>
		closeAfterMs <= closeAnywayAfterMs
			? []
			: [
					{
						field: "closeAnywayAfterMs",
						zh: "“营业结束后无论有无客户都日终”不得早于“营业结束后无客户时自动日终”：请改大前者或改小后者",
						en: "A day cannot close whoever is left before it closes by itself when nobody is left: make the first time longer, or the second one shorter",
					},
				],
	of: ({ limits: { devicePace: _, ...limits } }) => limits,
	into: (configuration, limits) => {
		const { devicePace } = configuration.limits;
		return { ...configuration, limits: { ...limits, ...(devicePace === undefined ? {} : { devicePace }) } };
	},
});
