import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { DAY_REPORTS } from "../../rules/routes/branch.ts";
import type { DayReport } from "../../schema/hall/report.ts";
import { ask } from "../data/ask.ts";
import { daysBefore } from "../parts/day-in-words.ts";

const WEEKS = 4;
const DAYS_A_WEEK = 7;

/** The reports of the same weekday in the four weeks before, newest first; days without one are left out. Null until all were asked for. */
export function useUsualDays(branchId: string, businessDay: string): readonly DayReport[] | null {
	const reads = useQueries({
		queries: Array.from({ length: WEEKS }, (_, week) => {
			const day = daysBefore(businessDay, (week + 1) * DAYS_A_WEEK);
			// Asked for as a list: a day without a report is no fault.
			const input = { params: { branchId }, query: { from: day, to: day, limit: 1 } };
			return { queryKey: [DAY_REPORTS.name, input], queryFn: () => ask(DAY_REPORTS, input) };
		}),
		combine: (results) => ({
			answers: results.map(({ data }) => data),
			isPending: results.some((each) => each.isPending),
		}),
	});
	const { answers, isPending } = reads;
	return useMemo(
		() => (isPending ? null : answers.flatMap((answer) => answer?.rows.map(({ report }) => report) ?? [])),
		[answers, isPending],
	);
}
