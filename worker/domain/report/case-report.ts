import { definitionOf } from "../../../rules/case/kinds.ts";
import type { CaseCount, CaseStageCount } from "../../../schema/customer/case.ts";
import type { DayReport } from "../../../schema/hall/report.ts";
import type { DayFacts } from "./day-facts.ts";

/** What became of cases on a day, by kind; empty when there was none. */
export function caseFigures({ caseMoves, openedWith, closedWith }: DayFacts): Pick<DayReport, "cases"> {
	const kinds = new Set([...caseMoves, ...openedWith, ...closedWith].map(({ kind }) => kind));
	if (kinds.size === 0) return {};
	const cases = [...kinds].sort().map((kind) => {
		const moves = caseMoves.filter((each) => each.kind === kind);
		const closed = definitionOf(kind).over.map((stage) => ({ stage, count: countOf(moves, stage) }));
		return {
			kind,
			opened: moves.filter(({ version }) => version === 1).length,
			closed: closed.filter(({ count }) => count > 0),
			openBefore: stagesOf(openedWith, kind).reduce((sum, { count }) => sum + count, 0),
			openAfter: stagesOf(closedWith, kind),
		};
	});
	return { cases };
}

function countOf(moves: DayFacts["caseMoves"], stage: string): number {
	return moves.filter((each) => each.stage === stage && each.wasOver !== true).length;
}

function stagesOf(counts: readonly CaseCount[], kind: string): CaseStageCount[] {
	return counts.flatMap((each) => (each.kind === kind ? [{ stage: each.stage, count: each.count }] : []));
}
