import { useState } from "react";
import { REFERRAL_STATUS_WORD, statusesToChoose } from "../../client-kit/words/referral-labels.ts";
import type { ReferralRow } from "../../schema/customer/referral.ts";
import { PERSON_NAME_MAX_CHARS } from "../../schema/limits.ts";
import type { Hall } from "../hall/hall.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { Chips } from "../parts/chips.tsx";
import { Field } from "../parts/field.tsx";
import { Sheet } from "../parts/sheet.tsx";
import { useWords } from "../words/words.ts";
import { changeOf } from "./change-of.ts";
import { DraftFields } from "./draft-fields.tsx";
import { RecordLine } from "./record-line.tsx";
import { EMPTY_DRAFT, type ReferralDraft } from "./referral-draft.ts";
import { ReferralProblem } from "./referral-problem.tsx";
import type { OneReferral } from "./use-referral.ts";

/** What is typed replaces what is on record; what is left empty stays. */
export function ChangeForm(props: {
	readonly hall: Hall;
	readonly one: OneReferral;
	readonly row: ReferralRow;
	readonly referenceOnly: boolean;
	readonly onClose: () => void;
}) {
	const { hall, one, row, referenceOnly, onClose } = props;
	const { t } = useWords();
	const [status, setStatus] = useState(row.status);
	const [objects, setObjects] = useState(row.objectedAt !== null);
	const [draft, setDraft] = useState<ReferralDraft>({
		...EMPTY_DRAFT,
		managerId: row.managerId,
		consent: row.consent.status,
	});
	const change = (part: Partial<ReferralDraft>) => setDraft((before) => ({ ...before, ...part }));
	const save = async () => {
		if (await one.change(changeOf(row, { draft, status, objects, referenceOnly }))) onClose();
	};
	return (
		<Sheet
			title={t("changeTitle")}
			onClose={onClose}
			foot={
				<div className="sheet-actions">
					<ActionButton label={t("back")} onPress={onClose} />
					<ActionButton tone="primary" label={t("save")} waiting={one.waiting} onPress={() => void save()} />
				</div>
			}
		>
			<RecordLine hall={hall} row={row} />
			<p className="soft">{t("changeHint")}</p>
			<Chips
				legend={t("status")}
				choices={statusesToChoose(row.status).map((id) => ({ id, label: t(REFERRAL_STATUS_WORD[id]) }))}
				value={status}
				onChange={(next) => next !== null && setStatus(next)}
			/>
			{referenceOnly ? (
				<Field label={t("customerReference")} value={draft.reference} onChange={(reference) => change({ reference })} />
			) : (
				<Field
					label={t("customerName")}
					value={draft.name}
					onChange={(name) => change({ name })}
					input={{ maxLength: PERSON_NAME_MAX_CHARS }}
				/>
			)}
			<DraftFields hall={hall} draft={draft} referenceOnly={referenceOnly} onChange={change} />
			<label className="check">
				<input type="checkbox" checked={objects} onChange={() => setObjects(!objects)} />
				{t("customerObjects")}
			</label>
			<ReferralProblem one={one} />
		</Sheet>
	);
}
