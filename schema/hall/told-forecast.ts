import * as z from "zod";
import { BusinessDay, EpochMs } from "../ids.ts";

/** Customers expected, and between which whole numbers nine of ten such half hours or days lie. */
export const Expected = z.object({ expected: z.number(), low: z.number().int(), high: z.number().int() });
export type Expected = z.infer<typeof Expected>;

/** What was told of a day before it opened, of all services together; `id` of a half hour is `HH:MM` local. */
export const ToldForecast = z.object({
	businessDay: BusinessDay,
	/** When the day before it closed, by the wall clock. */
	toldAt: EpochMs,
	whole: Expected,
	halfHours: z.array(Expected.extend({ id: z.string() })),
});
export type ToldForecast = z.infer<typeof ToldForecast>;
