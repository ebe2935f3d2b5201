import { useState } from "react";
import type { CaseDraft, CaseField } from "../../client-kit/case/case-form.ts";
import { nearTime } from "../../client-kit/case/case-standing.ts";
import { type DueChoice, dueChoices } from "../../client-kit/case/due-choices.ts";
import { clockTime } from "../../client-kit/language/format.ts";
import { localMinute, momentOf } from "../../client-kit/time/local-time.ts";
import { textWords } from "../../client-kit/words/case/kind-words.ts";
import type { CaseKind } from "../../rules/case/kinds.ts";
import type { Role } from "../../schema/actor.ts";
import { CASE_TEXT_MAX_CHARS } from "../../schema/limits.ts";
import { ROLE_NAMES } from "../../schema/role-name.ts";
import type { Hall } from "../hall/hall.ts";
import { Chips } from "../parts/chips.tsx";
import { Field } from "../parts/field.tsx";
import { TextArea } from "../parts/text-area.tsx";
import { staffName } from "../words/staff-name.ts";
import { useWords, type Words } from "../words/words.ts";

type FieldsProps = {
	readonly hall: Hall;
	readonly now: number;
	readonly staffId: string;
	readonly kind: CaseKind;
	readonly fields: readonly CaseField[];
	readonly draft: CaseDraft;
	/** Whose it is now, to whom it cannot be given once more; null: nobody's yet. */
	readonly ownerNow: string | null;
	readonly onChange: (change: Partial<CaseDraft>) => void;
};

/** What a step needs; texts that it may bring besides stand folded below. */
export function CaseFields(props: FieldsProps) {
	const { fields } = props;
	const { t } = useWords();
	const isExtra = ({ name, isNeeded }: CaseField) => !isNeeded && name !== "owner" && name !== "due";
	const extra = fields.filter(isExtra);
	const isAnyFilled = extra.some(({ name }) => props.draft.texts[name]);
	const main = fields.filter((field) => !isExtra(field));
	return (
		<>
			{main.map((field, at) => (
				<OneField key={field.name} {...props} field={field} isFirst={at === 0} />
			))}
			{extra.length > 0 && (
				<details className="more-fields" open={isAnyFilled || undefined}>
					<summary>{t("caseMore")}</summary>
					<div className="form">
						{extra.map((field) => (
							<OneField key={field.name} {...props} field={field} />
						))}
					</div>
				</details>
			)}
		</>
	);
}

function OneField(props: FieldsProps & { readonly field: CaseField; readonly isFirst?: boolean }) {
	const { kind, field, draft, onChange } = props;
	const words = useWords();
	const label = nameOfField(kind, field.name, words);
	if (field.name === "owner") return <OwnerField {...props} label={label} />;
	if (field.name === "due") return <DueField {...props} label={label} />;
	const { hint } = textWords(kind, field.name);
	return (
		<TextArea
			label={label}
			hint={hint && words.name(hint)}
			value={draft.texts[field.name] ?? ""}
			maxLength={CASE_TEXT_MAX_CHARS}
			isFirst={props.isFirst ?? false}
			onChange={(text) => onChange({ texts: { ...draft.texts, [field.name]: text } })}
		/>
	);
}

export function nameOfField(kind: CaseKind, field: string, { t, name }: Words): string {
	if (field === "owner") return t("caseOwner");
	return field === "due" ? t("caseDue") : name(textWords(kind, field).label);
}

function OwnerField({ hall, staffId, draft, ownerNow, label, onChange }: FieldsProps & { readonly label: string }) {
	const words = useWords();
	const { t, name } = words;
	const others = [...hall.staff.values()].filter(({ id }) => id !== staffId && id !== ownerNow);
	return (
		<label className="field">
			<span className="field-label">{label}</span>
			<select value={draft.ownerId ?? ""} onChange={(event) => onChange({ ownerId: event.target.value || null })}>
				{draft.ownerId === null && <option value="">{t("caseChoose")}</option>}
				{ownerNow !== staffId && hall.staff.has(staffId) && <option value={staffId}>{t("caseMyself")}</option>}
				{others.map(({ id, role }) => (
					<option key={id} value={id}>
						{staffName(hall, id, words)} · {name(ROLE_NAMES[role as Role])}
					</option>
				))}
			</select>
		</label>
	);
}

const CHOICE_WORD = { closing: "dueBeforeClosing", hour: "dueWithinHour" } as const;

function DueField({ hall, now, draft, label, onChange }: FieldsProps & { readonly label: string }) {
	const words = useWords();
	const { t } = words;
	const { timeZone, closesAt } = hall.branch;
	const [choices] = useState(() => dueChoices(now, closesAt, timeZone));
	const [isOther, setIsOther] = useState(() => draft.dueAt !== null && !choices.some(({ at }) => at === draft.dueAt));
	const inWords = ({ id, at }: DueChoice) =>
		id === "tomorrow" ? nearTime(at, now, timeZone, words) : `${t(CHOICE_WORD[id])} ${clockTime(at, timeZone)}`;
	const chosen = isOther ? "other" : (choices.find(({ at }) => at === draft.dueAt)?.id ?? null);
	return (
		<>
			<Chips
				legend={label}
				choices={[
					...choices.map((choice) => ({ id: choice.id, label: inWords(choice) })),
					{ id: "other", label: t("dueOther") },
				]}
				value={chosen}
				onChange={(id) => {
					setIsOther(id === "other");
					// Another time is chosen from where the last of these stands.
					const choice =
						choices.find((each) => each.id === id) ?? (draft.dueAt === null ? choices[choices.length - 1] : undefined);
					if (choice !== undefined) onChange({ dueAt: choice.at });
				}}
			/>
			{isOther && (
				<Field
					label={t("dueTime")}
					value={draft.dueAt === null ? "" : localMinute(draft.dueAt, timeZone)}
					onChange={(minute) => onChange({ dueAt: momentOf(minute, timeZone) })}
					input={{ type: "datetime-local", min: localMinute(now, timeZone) }}
				/>
			)}
		</>
	);
}
