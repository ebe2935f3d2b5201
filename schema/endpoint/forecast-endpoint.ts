import * as z from "zod";
import { ROUTE_PERMISSIONS } from "../../rules/route-permissions.ts";
import { FORECAST, ONE_MORE_COUNTER } from "../../rules/routes/branch.ts";
import { Expected } from "../hall/told-forecast.ts";
import { Bilingual, BranchId, BusinessDay, CounterId, EpochMs, ServiceId, Slug } from "../ids.ts";
import { AtBranch, COMMON, type Endpoint } from "./endpoint.ts";

/** The five kinds that a Chinese bank's own calendar tells apart. */
export const DayKind = z.enum(["workday", "weekend", "statutory-holiday", "bridged-day-off", "make-up-workday"]);
export type DayKind = z.infer<typeof DayKind>;

/** One day to come; on a closed one nobody is expected. */
export const ForecastDay = z.object({
	businessDay: BusinessDay,
	kind: DayKind,
	isOpen: z.boolean(),
	/** The day as a whole, what has come already counted as such; null on a closed day, and while nothing can be said. */
	whole: Expected.nullable(),
	halfHours: z.array(
		/** `id` is `HH:MM` local; `came` is what came, null while the half hour is not over. */
		Expected.extend({ id: z.string(), came: z.number().int().nullable() }),
	),
});
export type ForecastDay = z.infer<typeof ForecastDay>;

/** A day that is over, as it was forecast before it opened, and what came. */
export const PastForecast = Expected.extend({
	businessDay: BusinessDay,
	came: z.number().int(),
	/** How far the forecast was off, divided by how many came, 0..; null: nobody came. */
	error: z.number().nullable(),
	/** When it was told, and kept; null: it was not kept, and is made again from the days before it alone. */
	toldAt: EpochMs.nullable(),
});
export type PastForecast = z.infer<typeof PastForecast>;

export const Forecast = z.object({
	branchId: BranchId,
	/** Of one service, the first that is asked for; null: of all together. */
	serviceId: ServiceId.nullable(),
	/** Closed days of the branch it is learned from. */
	learnedFrom: z.number().int(),
	/** Days on which other branches of its kind were open, while the branch has few of its own; else 0. */
	pooledFrom: z.number().int(),
	/** Years within the days to come of which the calendar knows no holidays: they count as plain weeks. */
	yearsMissing: z.array(z.number().int()),
	/** Today and the days after it. */
	days: z.array(ForecastDay),
	past: z.array(PastForecast),
	/** How the latest forecasts held, by half hours, made before the day opened; null while there are none to judge. */
	held: z
		.object({
			days: z.number().int(),
			/** Of them, those judged by what was told and kept; the others are made again. */
			told: z.number().int(),
			/** How far all of them were off, divided by how many came, 0.. */
			error: z.number(),
			/** Share of half hours within their range, 0..1; it should be 0.9. */
			within: z.number(),
		})
		.nullable(),
});
export type Forecast = z.infer<typeof Forecast>;

/** What one more counter in a mode would do to those who wait now for what that mode does. */
export const CounterEffect = z.object({
	/** A closed counter that has the mode. */
	counterId: CounterId,
	counter: Bilingual,
	modeId: Slug,
	mode: Bilingual,
	/** How many wait for it whom a counter can serve already, and how many whom none can. */
	waiting: z.number().int(),
	unserved: z.number().int(),
	/** How long those of `waiting` will yet wait on average, without it and with it, ms; null: there are none. */
	beforeMs: z.number().int().nullable(),
	afterMs: z.number().int().nullable(),
});
export type CounterEffect = z.infer<typeof CounterEffect>;

export const FORECAST_ENDPOINTS = {
	forecast: {
		...FORECAST,
		permission: ROUTE_PERMISSIONS.forecast,
		params: AtBranch,
		query: z.object({ service: ServiceId.optional() }),
		output: Forecast,
		problems: [...COMMON, "unknown-service", "branch-not-configured"],
	},
	oneMoreCounter: {
		...ONE_MORE_COUNTER,
		permission: ROUTE_PERMISSIONS.oneMoreCounter,
		params: AtBranch,
		/** What saves most comes first. */
		output: z.object({ effects: z.array(CounterEffect) }),
		problems: [...COMMON, "branch-not-configured"],
	},
} as const satisfies Record<string, Endpoint>;
