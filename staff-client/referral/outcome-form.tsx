import { useEffect, useState } from "react";
import { OUTCOME_STATUS_WORD, outcomeStatusOf } from "../../client-kit/words/referral-labels.ts";
import type { ReferralOutcome, ReferralRow } from "../../schema/customer/referral.ts";
import type { Hall } from "../hall/hall.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { Chips } from "../parts/chips.tsx";
import { ProblemLine } from "../parts/problem-line.tsx";
import { Sheet } from "../parts/sheet.tsx";
import { useWords } from "../words/words.ts";
import { draftOfOutcome, outcomeOf } from "./outcome-draft.ts";
import { OutcomeLines } from "./outcome-lines.tsx";
import { RecordLine } from "./record-line.tsx";
import { choicesOf } from "./referral-labels.ts";
import { ReferralProblem } from "./referral-problem.tsx";
import type { OneReferral } from "./use-referral.ts";

/** How it ended, products with their amounts, and accounts opened. */
export function OutcomeForm(props: {
	readonly hall: Hall;
	readonly one: OneReferral;
	readonly row: ReferralRow;
	/** What is on record, while it is shown; null otherwise. */
	readonly known: ReferralOutcome | null;
	readonly onClose: () => void;
}) {
	const { one, row, known, onClose } = props;
	const { t } = useWords();
	const [start] = useState(() => ({ known, draft: draftOfOutcome(outcomeStatusOf(row), known) }));
	const [draft, setDraft] = useState(start.draft);
	const [gap, setGap] = useState<"outcomeAmountWrong" | "outcomeEmpty" | null>(null);
	const isHidden = start.known !== null && known === null;
	// What was shown for a minute does not stay in a form that nobody has touched.
	useEffect(() => {
		if (isHidden && draft === start.draft) onClose();
	}, [isHidden, draft, start, onClose]);
	const save = async () => {
		const made = outcomeOf(draft);
		setGap("gap" in made ? made.gap : null);
		if ("outcome" in made && (await one.recordOutcome(made.outcome))) onClose();
	};
	return (
		<Sheet
			title={t("referralRecordOutcome")}
			onClose={onClose}
			foot={
				<div className="sheet-actions">
					<ActionButton label={t("back")} onPress={onClose} />
					<ActionButton tone="primary" label={t("save")} waiting={one.waiting} onPress={() => void save()} />
				</div>
			}
		>
			<RecordLine hall={props.hall} row={row} />
			{row.has.outcome && start.known === null && <p className="level level-near">{t("outcomeReplaces")}</p>}
			<Chips
				legend={t("outcomeResult")}
				choices={choicesOf(OUTCOME_STATUS_WORD, t)}
				value={draft.status}
				onChange={(status) => status !== null && setDraft({ ...draft, status })}
			/>
			{draft.status !== "not_interested" && <OutcomeLines draft={draft} onChange={setDraft} />}
			{gap !== null && <ProblemLine problem={t(gap)} />}
			<ReferralProblem one={one} />
		</Sheet>
	);
}
