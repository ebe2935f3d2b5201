import { CONSENT_WORD, CONTACT_WORD, ID_DOUBT_WORD, NUMBER_WORD } from "../../client-kit/words/referral-labels.ts";
import { WRITTEN_NUMBER_MAX_CHARS } from "../../schema/limits.ts";
import { doubtOfIdNumber } from "../../schema/text/written-number.ts";
import type { Hall } from "../hall/hall.ts";
import { Chips } from "../parts/chips.tsx";
import { Field } from "../parts/field.tsx";
import { staffName } from "../words/staff-name.ts";
import { useWords } from "../words/words.ts";
import type { ReferralDraft } from "./referral-draft.ts";
import { choicesOf, managersOf } from "./referral-labels.ts";

type Change = (change: Partial<ReferralDraft>) => void;

/** Everything about a customer that may follow later. */
export function DraftFields(props: {
	readonly hall: Hall;
	readonly draft: ReferralDraft;
	/** No names and no numbers, only the bank's own reference. */
	readonly referenceOnly: boolean;
	readonly onChange: Change;
}) {
	const { hall, draft, onChange } = props;
	const words = useWords();
	const { t } = words;
	return (
		<>
			{!props.referenceOnly && <NamingFields draft={draft} onChange={onChange} />}
			<Chips
				legend={t("referralConsent")}
				choices={choicesOf(CONSENT_WORD, t)}
				value={draft.consent}
				onChange={(consent) => consent !== null && onChange({ consent })}
			/>
			<Chips
				legend={t("referralManager")}
				none={t("referManagerNone")}
				choices={managersOf(hall).map((person) => ({ id: person.id, label: staffName(hall, person.id, words) }))}
				value={draft.managerId}
				onChange={(managerId) => onChange({ managerId })}
			/>
			<Field
				label={t("referralBestTime")}
				value={draft.bestContactTime}
				onChange={(bestContactTime) => onChange({ bestContactTime })}
				input={{ maxLength: 60 }}
			/>
			<Field
				label={t("referralRemarks")}
				value={draft.remarks}
				onChange={(remarks) => onChange({ remarks })}
				input={{ maxLength: 200 }}
			/>
		</>
	);
}

function NamingFields({ draft, onChange }: { readonly draft: ReferralDraft; readonly onChange: Change }) {
	const { t } = useWords();
	const doubt = draft.numberKind === "id-number" ? doubtOfIdNumber(draft.number) : null;
	return (
		<>
			<div className="field-pair">
				<Select
					label={t("referContactKind")}
					choices={choicesOf(CONTACT_WORD, t)}
					value={draft.contactKind}
					onChange={(contactKind) => onChange({ contactKind })}
				/>
				<Field
					label={t("referContact")}
					value={draft.contact}
					onChange={(contact) => onChange({ contact })}
					input={{ inputMode: draft.contactKind === "phone" ? "tel" : "text", maxLength: WRITTEN_NUMBER_MAX_CHARS }}
				/>
			</div>
			<div className="field-pair">
				<Select
					label={t("numberKind")}
					choices={choicesOf(NUMBER_WORD, t)}
					value={draft.numberKind}
					onChange={(numberKind) => onChange({ numberKind })}
				/>
				<Field
					label={t("itsNumber")}
					value={draft.number}
					onChange={(number) => onChange({ number })}
					note={doubt === null ? undefined : t(ID_DOUBT_WORD[doubt])}
					input={{ maxLength: WRITTEN_NUMBER_MAX_CHARS, autoCapitalize: "characters" }}
				/>
			</div>
		</>
	);
}

function Select<Id extends string>(props: {
	readonly label: string;
	readonly choices: readonly { readonly id: Id; readonly label: string }[];
	readonly value: Id;
	readonly onChange: (id: Id) => void;
}) {
	return (
		<label className="field">
			<span className="field-label">{props.label}</span>
			<select value={props.value} onChange={(event) => props.onChange(event.target.value as Id)}>
				{props.choices.map((choice) => (
					<option key={choice.id} value={choice.id}>
						{choice.label}
					</option>
				))}
			</select>
		</label>
	);
}
