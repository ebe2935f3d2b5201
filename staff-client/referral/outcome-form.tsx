import { useState } from "react";
import { WRITTEN_NUMBER_MAX_CHARS } from "../../schema/limits.ts";
import type { ReferralOutcome } from "../../schema/referral.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { Field } from "../parts/field.tsx";
import { ProblemLine } from "../parts/problem-line.tsx";
import { Sheet } from "../parts/sheet.tsx";
import { useWords } from "../words/words.ts";
import {
	draftOfOutcome,
	EMPTY_LINE,
	EMPTY_OUTCOME,
	type OutcomeDraft,
	outcomeOf,
	type SoldLine,
} from "./outcome-draft.ts";
import { ReferralProblem } from "./referral-problem.tsx";
import type { OneReferral } from "./use-referral.ts";

/** Products with their amounts, and an account opened. */
export function OutcomeForm(props: {
	readonly one: OneReferral;
	/** What is on record, when it is shown; null otherwise. */
	readonly known: ReferralOutcome | null;
	readonly onClose: () => void;
}) {
	const { one, known, onClose } = props;
	const { t } = useWords();
	const [draft, setDraft] = useState<OutcomeDraft>(() => (known === null ? EMPTY_OUTCOME : draftOfOutcome(known)));
	const [gap, setGap] = useState<"outcomeAmountWrong" | "outcomeEmpty" | null>(null);
	const save = async () => {
		const made = outcomeOf(draft);
		setGap("gap" in made ? made.gap : null);
		if ("outcome" in made && (await one.recordOutcome(made.outcome))) onClose();
	};
	const changeLine = (place: number, change: Partial<SoldLine>) =>
		setDraft({ ...draft, sold: draft.sold.map((line, at) => (at === place ? { ...line, ...change } : line)) });
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
			{one.row?.has.outcome && known === null && <p className="level level-near">{t("outcomeReplaces")}</p>}
			{draft.sold.map((line, place) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added at the end.
				<SoldFields key={place} line={line} onChange={(change) => changeLine(place, change)} />
			))}
			<ActionButton
				label={t("outcomeMoreProduct")}
				onPress={() => setDraft({ ...draft, sold: [...draft.sold, EMPTY_LINE] })}
			/>
			<Field
				label={t("outcomeAccount")}
				value={draft.account}
				onChange={(account) => setDraft({ ...draft, account })}
				input={{ maxLength: 40 }}
			/>
			<Field
				label={t("outcomeAccountNumber")}
				value={draft.accountNumber}
				onChange={(accountNumber) => setDraft({ ...draft, accountNumber })}
				input={{ maxLength: WRITTEN_NUMBER_MAX_CHARS, inputMode: "numeric" }}
			/>
			{gap !== null && <ProblemLine problem={t(gap)} />}
			<ReferralProblem one={one} />
		</Sheet>
	);
}

function SoldFields(props: { readonly line: SoldLine; readonly onChange: (change: Partial<SoldLine>) => void }) {
	const { t } = useWords();
	return (
		<div className="field-pair field-pair-even">
			<Field
				label={t("outcomeProduct")}
				value={props.line.product}
				onChange={(product) => props.onChange({ product })}
				input={{ maxLength: 60 }}
			/>
			<Field
				label={t("outcomeAmount")}
				value={props.line.yuan}
				onChange={(yuan) => props.onChange({ yuan })}
				input={{ inputMode: "decimal", maxLength: 16 }}
			/>
		</div>
	);
}
