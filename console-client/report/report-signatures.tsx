import { Table } from "antd";
import { DAY_SIGNING } from "../../rules/routes/branch.ts";
import type { DaySigning, DaySigningStep } from "../../schema/hall/day-signing.ts";
import type { DayReport } from "../../schema/hall/report.ts";
import { useRead } from "../data/use-read.ts";
import { moment } from "../parts/moment.ts";
import type { Columns } from "../parts/paged-list.tsx";
import { Reading } from "../parts/reading.tsx";
import { useWords, type Words } from "../words/words.ts";
import { useLineNames } from "./use-line-names.ts";

const NEXT_WORD = { manager: "signedNextManager", head: "signedNextHead" } as const;
const AS_WORD = { manager: "signedManager", head: "signedHead" } as const;

/** Who has signed the day's report and who is still to, and what was corrected before, with why. */
export function ReportSignatures({ report: { branchId, businessDay } }: { readonly report: DayReport }) {
	const words = useWords();
	const { t } = words;
	const read = useRead(DAY_SIGNING, { params: { branchId, businessDay } });
	const nameOf = useLineNames(branchId, read.data?.steps.map(({ by }) => by) ?? []);
	const columns: Columns<DaySigningStep> = [
		{ title: t("overrideAt"), key: "at", render: (_, { at }) => moment(at) },
		{ title: t("signedWhat"), key: "what", render: (_, step) => whatOf(step, words) },
		{ title: t("overrideBy"), key: "by", render: (_, { by }) => nameOf("byPerson", by) },
		{ title: t("signedNote"), key: "note", render: (_, step) => noteOf(step, words) },
	];
	return (
		<section className="panel" aria-label={t("signatures")}>
			<h2>{t("signatures")}</h2>
			{read.data === undefined ? (
				<Reading read={read} />
			) : (
				<>
					<p className="soft">{standing(read.data, words)}</p>
					{read.data.steps.length > 0 && (
						<Table<DaySigningStep>
							size="small"
							rowKey={({ at, by, act }) => `${at} ${by} ${act}`}
							columns={columns}
							dataSource={[...read.data.steps]}
							pagination={false}
						/>
					)}
				</>
			)}
		</section>
	);
}

function standing({ next, unsigned }: DaySigning, { t }: Words): string {
	if (next === null) return t("signedAll");
	const waits = t(NEXT_WORD[next]);
	return unsigned === 0 ? waits : `${waits} · ${t("signedRecordsLeft", { count: unsigned })}`;
}

function whatOf(step: DaySigningStep, { t }: Words): string {
	return step.act === "sign" ? t(AS_WORD[step.as]) : t("signedCorrection", { figure: step.figure });
}

function noteOf(step: DaySigningStep, { t }: Words): string {
	if (step.act === "correct") return t("signedCorrected", { value: step.correction, reason: step.reason });
	return step.explanation ?? "";
}
