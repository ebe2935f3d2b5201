import { Alert, Button } from "antd";
import { useState } from "react";
import type { Locale } from "../../client-kit/language/i18n.ts";
import { IMPORT_PEOPLE } from "../../rules/routes/people.ts";
import type { ImportResult } from "../../schema/people/people-import.ts";
import { saveFile } from "../data/download.ts";
import { useChange } from "../data/use-change.ts";
import { addressTo } from "../frame/address.ts";
import { ConfirmDialog } from "../parts/form/confirm-dialog.tsx";
import { ProblemNotice } from "../parts/problem-notice.tsx";
import { ViewHead } from "../parts/view-head.tsx";
import { useWords } from "../words/words.ts";
import { ImportFile } from "./import-file.tsx";
import { ImportLines } from "./import-lines.tsx";
import { importSample } from "./import-sample.ts";

const LEAVING_SHOWN_MAX = 30;

/** Many people at once: choose a file, see line by line what would happen, then let it happen as a whole. */
export function ImportView() {
	const { t, locale } = useWords();
	const [csv, setCsv] = useState<string | null>(null);
	const [asked, setAsked] = useState(false);
	const run = useChange(IMPORT_PEOPLE, ["people", "person"]);
	const choose = (text: string | null) => {
		setCsv(text);
		run.reset();
		if (text !== null) run.mutate({ input: { body: { csv: text, dryRun: true } } });
	};
	const apply = () => run.mutateAsync({ input: { body: { csv: csv ?? "", dryRun: false } } });
	const result = run.data;
	return (
		<>
			<ViewHead title={t("importTitle")} text={t("importText")} back={<a href={addressTo(["people"])}>{t("back")}</a>}>
				<Button onClick={() => saveFile(importSample(), "people-sample.csv")}>{t("importSample")}</Button>
			</ViewHead>
			<ImportFile busy={run.isPending} onChoose={choose} />
			{run.error !== null && <ProblemNotice refusal={run.error} />}
			{result !== undefined && (
				<>
					<ImportSummary result={result} onApply={() => setAsked(true)} />
					<ImportLines result={result} />
				</>
			)}
			{asked && result !== undefined && (
				<ConfirmDialog
					title={t("importApplyAsk")}
					submitText={t("importApply")}
					onSubmit={apply}
					onClose={() => setAsked(false)}
				>
					<p>{t("importCounts", result.counts)}</p>
					{result.counts.leave > 0 && <p>{t("importLeaving", { staff: leavingText(result, locale) })}</p>}
				</ConfirmDialog>
			)}
		</>
	);
}

/** Who would leave, by staff number: it cannot be taken back by the same file. */
function leavingText({ lines }: ImportResult, locale: Locale): string {
	const leaving = [...new Set(lines.filter(({ outcome }) => outcome === "leave").map(({ staffId }) => staffId))];
	const shown = leaving.slice(0, LEAVING_SHOWN_MAX).join(locale === "zh" ? "、" : ", ");
	return leaving.length > LEAVING_SHOWN_MAX ? `${shown} …` : shown;
}

function ImportSummary({ result, onApply }: { readonly result: ImportResult; readonly onApply: () => void }) {
	const { t } = useWords();
	const { counts, applied } = result;
	const changes = counts.join + counts.change + counts.leave;
	const ready = !applied && counts.error === 0 && changes > 0;
	const hint = counts.error > 0 ? t("importHasErrors") : changes === 0 ? t("importNothing") : null;
	return (
		<Alert
			className="problem"
			role="status"
			type={applied ? "success" : counts.error > 0 ? "error" : "info"}
			title={t(applied ? "importDone" : "importDry")}
			description={
				<>
					<p>{t("importCounts", counts)}</p>
					{!applied && hint !== null && <p>{hint}</p>}
				</>
			}
			action={
				ready && (
					<Button type="primary" onClick={onApply}>
						{t("importApply")}
					</Button>
				)
			}
		/>
	);
}
