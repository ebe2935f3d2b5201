import { scoreOf, sumOfScores } from "../../../rules/measure/quote-accuracy.ts";
import type { DayReport, QuoteLine } from "../../../schema/hall/report.ts";
import { halfHourOf } from "../day/business-day.ts";
import { grouped } from "./grouped.ts";
import type { VisitFact } from "./visit-facts.ts";

/** How well the waits held that customers were told with their numbers: in all and by group. Only who was called in their turn counts. */
export function quoteFigures(visits: readonly VisitFact[], timeZone: string): NonNullable<DayReport["quotes"]> {
	const called = visits.flatMap(({ told, ...visit }) =>
		told === null ? [] : [{ ...visit, score: scoreOf(told.quote, told.waitMs) }],
	);
	const by = (key: (visit: (typeof called)[number]) => string): QuoteLine[] =>
		grouped(called, key).map(([id, of]) => ({ id, ...sumOfScores(of.map(({ score }) => score)) }));
	return {
		whole: sumOfScores(called.map(({ score }) => score)),
		byService: by(({ firstService }) => firstService),
		byClass: by((visit) => visit.class),
		byHalfHour: by(({ issuedAt }) => halfHourOf(timeZone, issuedAt)),
	};
}

/** The sum alone, for a list of branches. */
export function quoteScore(visits: readonly VisitFact[]): NonNullable<DayReport["quotes"]>["whole"] {
	return sumOfScores(visits.flatMap(({ told }) => (told === null ? [] : [scoreOf(told.quote, told.waitMs)])));
}
