import { useState } from "react";
import { OPEN_CASES } from "../../rules/routes/case.ts";
import { useReading } from "../live/use-reading.ts";
import { Chips } from "../parts/chips.tsx";
import { ProblemLine } from "../parts/problem-line.tsx";
import { Sheet } from "../parts/sheet.tsx";
import { usePhone } from "../sheet/phone-context.ts";
import { useWords } from "../words/words.ts";
import { CaseRows } from "./case-rows.tsx";
import { NewCaseButton } from "./cases-block.tsx";
import { useOpenCases } from "./cases-context.ts";
import { QuietCases } from "./quiet-cases.tsx";
import { CASES_SHOWN_MAX } from "./use-cases.ts";

const READ_EVERY_MS = 30_000;

/** The person's open cases, due first, and below them those of quiet kinds; all of the branch for whoever may see them. */
export function CasesSheet() {
	const { onOpen, onClose } = usePhone();
	const cases = useOpenCases();
	const { t } = useWords();
	const [scope, setScope] = useState<"mine" | "all">("mine");
	const all = useReading(
		OPEN_CASES,
		{ params: { branchId: cases.branchId }, query: { limit: CASES_SHOWN_MAX } },
		cases.credential,
		{
			enabled: cases.seesAll && scope === "all",
			everyMs: READ_EVERY_MS,
		},
	);
	const { data, error } = scope === "mine" ? cases.mine : all;
	return (
		<Sheet
			title={t(cases.seesAll ? "cases" : "myCases")}
			onClose={onClose}
			foot={<NewCaseButton cases={cases} onNew={() => onOpen({ kind: "open-case" })} primary />}
		>
			{cases.seesAll && (
				<Chips
					legend={t("filterBy")}
					choices={[
						{ id: "mine" as const, label: t("myCases") },
						{ id: "all" as const, label: t("casesOfBranch") },
					]}
					value={scope}
					onChange={(next) => setScope(next ?? "mine")}
				/>
			)}
			{error !== null && <ProblemLine problem={error.problem} />}
			{data === undefined && error === null && <p className="soft">{t("loading")}</p>}
			{data?.rows.length === 0 && <p className="soft">{t(scope === "mine" ? "casesNoneMine" : "casesNoneHere")}</p>}
			{data !== undefined && <CaseRows rows={data.rows} showsOwnerOf="others" />}
			{data != null && data.next !== null && <p className="soft">{t("casesCut", { count: data.rows.length })}</p>}
			{scope === "mine" && <QuietCases />}
		</Sheet>
	);
}
