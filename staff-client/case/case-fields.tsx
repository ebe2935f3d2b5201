import { useState } from "react";
import type { CaseField, Gap } from "../../client-kit/case/case-form.ts";
import { nearTime } from "../../client-kit/case/case-standing.ts";
import { type DueChoice, dueChoices } from "../../client-kit/case/due-choices.ts";
import { clockTime } from "../../client-kit/language/format.ts";
import { textWords, valueWord } from "../../client-kit/words/case/kind-words.ts";
import { MomentField } from "../../react-kit/form/moment-field.tsx";
import { type CaseKind, definitionOf } from "../../rules/case/kinds.ts";
import { isAssigned } from "../../rules/case/step.ts";
import { rolesWithRight } from "../../rules/holding.ts";
import type { Role } from "../../schema/actor.ts";
import { CASE_TEXT_MAX_CHARS } from "../../schema/limits.ts";
import { ROLE_NAMES } from "../../schema/role-name.ts";
import type { Hall } from "../hall/hall.ts";
import { Chips } from "../parts/chips.tsx";
import { TextArea } from "../parts/text-area.tsx";
import { staffName } from "../words/staff-name.ts";
import { useWords, type Words } from "../words/words.ts";
import { AskField, StageField, ValueField, type ValueProps } from "./value-field.tsx";

type FieldsProps = ValueProps & {
	readonly hall: Hall;
	readonly now: number;
	readonly staffId: string;
	readonly fields: readonly CaseField[];
};

/** What a step needs; texts that it may bring besides stand folded below. */
export function CaseFields(props: FieldsProps) {
	const { fields } = props;
	const { t } = useWords();
	const { draft } = props;
	const isChosen = definitionOf(props.kind).assigned !== undefined;
	const isFirstOf = ({ isNeeded, is }: CaseField) => isNeeded || is === "due" || (is === "owner" && !isChosen);
	// Of a step that may bring everything and needs nothing, all stands open.
	const isExtra = (field: CaseField) => fields.some(isFirstOf) && !isFirstOf(field) && field.is !== "stage";
	const extra = fields.filter(isExtra);
	const isAnyFilled = extra.some(({ name }) => draft.texts[name] ?? draft.fields[name] ?? draft.facts[name]);
	const main = fields.filter((field) => !isExtra(field));
	return (
		<>
			{main.map((field, at) => (
				<OneField key={field.name} {...props} field={field} isFirst={at === 0} />
			))}
			{extra.length > 0 && (
				<details className="more-fields" open={isAnyFilled || undefined}>
					<summary>{t("caseMore")}</summary>
					<div className="stack">
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
	switch (field.is) {
		case "owner":
			return <OwnerField {...props} label={label} />;
		case "due":
			return <DueField {...props} label={label} />;
		case "stage":
			return <StageField {...props} />;
		case "ask":
			return <AskField {...props} />;
		case "field":
		case "tie":
			return <ValueField {...props} />;
		case "text":
			break;
		default:
			return field.is satisfies never;
	}
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
	if (field === "owner") return definitionOf(kind).assigned ? name(valueWord(kind, field)) : t("caseOwner");
	if (field === "stage") return t("caseStage");
	if (field === "due") return t("caseDue");
	return name(definitionOf(kind).texts.includes(field) ? textWords(kind, field).label : valueWord(kind, field));
}

/** What is still to be filled in, or to be looked at again. */
export function gapInWords(kind: CaseKind, { gap, isWrong }: Gap, words: Words): string {
	return words.t(isWrong ? "caseWrong" : "caseMissing", { label: nameOfField(kind, gap, words) });
}

function OwnerField(props: FieldsProps & { readonly label: string }) {
	const { hall, kind, shown, staffId, draft, label, onChange } = props;
	const words = useWords();
	const { t, name } = words;
	const { assigned } = definitionOf(kind);
	if (assigned !== undefined) {
		const roles: readonly string[] = rolesWithRight(assigned.to);
		const people = [...hall.staff.values()].filter(({ role }) => roles.includes(role));
		const now = shown !== null && isAssigned(definitionOf(kind), shown) ? shown.ownerId : "";
		return (
			<Chips
				legend={label}
				choices={[
					{ id: "", label: t("caseNobody") },
					...people.map(({ id }) => ({ id, label: staffName(hall, id, words) })),
				]}
				value={draft.ownerId ?? now}
				onChange={(ownerId) => onChange({ ownerId })}
			/>
		);
	}
	const ownerNow = shown?.ownerId ?? null;
	const others = [...hall.staff.values()].filter(({ id }) => id !== staffId && id !== ownerNow);
	return (
		<label className="field">
			<span>{label}</span>
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
				<MomentField
					dayLabel={t("dueDay")}
					timeLabel={t("dueTime")}
					value={draft.dueAt ?? now}
					{...{ now, timeZone, locale: words.locale }}
					onChange={(dueAt) => onChange({ dueAt })}
				/>
			)}
		</>
	);
}
