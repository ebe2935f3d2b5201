import { stageWord, wordsOfKind } from "../../client-kit/words/case/kind-words.ts";
import type { DayReport } from "../../schema/hall/report.ts";
import { useWords } from "../words/words.ts";
import { FigureList } from "./figure-list.tsx";

type OfKind = NonNullable<DayReport["cases"]>[number];

/** What became of the tasks of a day, kind by kind: opened, ended, and carried over. */
export function ReportCases({ cases = [] }: { readonly cases: DayReport["cases"] }) {
	return cases.map((ofKind) => <CasesOfKind key={ofKind.kind} ofKind={ofKind} />);
}

function CasesOfKind({ ofKind }: { readonly ofKind: OfKind }) {
	const { t, name } = useWords();
	const { kind, opened, closed, openBefore, openAfter } = ofKind;
	const title = name(wordsOfKind(kind).plural);
	return (
		<section className="panel" aria-label={title}>
			<h2>{title}</h2>
			<FigureList
				figures={[
					[t("reportCasesBefore"), openBefore],
					[t("reportCasesOpened"), opened],
					...closed.map(({ stage, count }) => [name(stageWord(kind, stage)), count] as const),
					[t("reportCasesAfter"), openAfter.reduce((sum, { count }) => sum + count, 0)],
					// Of a single stage the sum says it already.
					...(openAfter.length > 1
						? openAfter.map(({ stage, count }) => [name(stageWord(kind, stage)), count] as const)
						: []),
				]}
			/>
		</section>
	);
}
