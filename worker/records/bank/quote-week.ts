import { type SQL, sql } from "drizzle-orm";
import { areUntrue, type QuoteScore } from "../../../rules/measure/quote-accuracy.ts";
import { QuoteWeek } from "../../../schema/endpoint/branch-endpoints.ts";
import { branches, rollups } from "./tables.ts";

/** So many closed days are a week's worth of quotes. */
const WEEK_DAYS = 7;
const FIGURES = [
	"count",
	"held",
	"scored",
	"early",
	"late",
	"offMs",
	"waitedMs",
	"widthMs",
] as const satisfies readonly (keyof QuoteScore)[];

const sums = FIGURES.map((figure) => `'${figure}', sum(json_extract(body, '$.quotes.${figure}'))`).join();

/** How well quotes of a branch in the list held over its latest closed days, as JSON text; null where none were scored. */
export const quoteWeekText: SQL<string | null> = sql`(
	select case when count(*) = 0 then null else json_object('days', count(*), ${sql.raw(sums)}) end
	from (
		select week.body as body from ${rollups} as week
		where week.branch_id = ${branches.branchId}
			and json_extract(week.body, '$.dayStatus') = 'closed'
			and json_extract(week.body, '$.quotes.scored') > 0
		order by week.business_day desc limit ${sql.raw(String(WEEK_DAYS))}
	)
)`;

/** What `quoteWeekText` says, and whether these quotes were true. */
export function quoteWeekFrom(text: string | null): QuoteWeek | null {
	if (text === null) return null;
	const week = JSON.parse(text) as QuoteScore & { readonly days: number };
	return QuoteWeek.parse({ ...week, isUntrue: areUntrue(week) });
}
