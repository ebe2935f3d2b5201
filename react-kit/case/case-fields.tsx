import type { CaseDraft, CaseField, Gap } from "../../client-kit/case/case-form.ts";
import { stageNow } from "../../client-kit/case/case-form.ts";
import { stageWord, textWords } from "../../client-kit/words/case/kind-words.ts";
import type { StepRule } from "../../rules/case/definition.ts";
import { type CaseKind, definitionOf } from "../../rules/case/kinds.ts";
import { isAssigned } from "../../rules/case/step.ts";
import { rolesWithRight } from "../../rules/holding.ts";
import type { CaseShown } from "../../schema/customer/case.ts";
import { CASE_TEXT_MAX_CHARS } from "../../schema/limits.ts";
import { ROLE_NAMES } from "../../schema/role-name.ts";
import { nameOfField } from "./case-facts.ts";
import { useCaseForm } from "./case-form.ts";
import { type Telling, useTelling } from "./telling.ts";
import { AskField, ValueField } from "./value-field.tsx";

export type FieldsProps = {
	readonly kind: CaseKind;
	readonly step: string;
	readonly rule: Pick<StepRule, "stages" | "lines">;
	/** As the case stands; null: it is being opened. */
	readonly shown: CaseShown | null;
	readonly fields: readonly CaseField[];
	readonly draft: CaseDraft;
	readonly onChange: (change: Partial<CaseDraft>) => void;
};
export type FieldProps = FieldsProps & {
	readonly field: CaseField;
	readonly label: string;
	readonly isFirst: boolean;
};

/** What a step needs; where a page folds what may be left out, that stands below. */
export function CaseFields(props: FieldsProps) {
	const { kind, fields, draft } = props;
	const telling = useTelling();
	const { More } = useCaseForm().controls;
	const stage = draft.stage ?? stageNow(props.step, props.rule, props.shown);
	// Lists of which this stage wants none are not asked for.
	const asked = props.rule.lines?.[stage ?? ""] === "none" ? fields.filter(({ is }) => is !== "field") : fields;
	const isChosen = definitionOf(kind).assigned !== undefined;
	const isMain = ({ isNeeded, is }: CaseField) => isNeeded || is === "due" || (is === "owner" && !isChosen);
	// Of a step that may bring everything and needs nothing, all stands open.
	const isExtra = (field: CaseField) => More !== null && asked.some(isMain) && !isMain(field) && field.is !== "stage";
	const extra = asked.filter(isExtra);
	const one = (field: CaseField, at: number) => {
		const name = nameOfField(kind, field.name, telling);
		const label = More === null && !field.isNeeded ? telling.t("caseOptional", { label: name }) : name;
		return <OneField key={field.name} {...props} {...{ field, label, isFirst: at === 0 }} />;
	};
	const isAnyFilled = extra.some(({ name }) => draft.texts[name] ?? draft.fields[name] ?? draft.facts[name]);
	return (
		<>
			{asked.filter((field) => !isExtra(field)).map(one)}
			{More !== null && extra.length > 0 && (
				<More isOpen={isAnyFilled}>{extra.map((field, at) => one(field, at + 1))}</More>
			)}
		</>
	);
}

/** What is still to be filled in, or to be looked at again. */
export function gapInWords(kind: CaseKind, { gap, isWrong }: Gap, telling: Telling): string {
	return telling.t(isWrong ? "caseWrong" : "caseMissing", { label: nameOfField(kind, gap, telling) });
}

function OneField(props: FieldProps) {
	const { kind, step, rule, shown, field, label, draft, isFirst, onChange } = props;
	const { name } = useTelling();
	const { Due, Chips, Text } = useCaseForm().controls;
	switch (field.is) {
		case "owner":
			return <OwnerField {...props} />;
		case "due":
			return <Due label={label} value={draft.dueAt} onChange={(dueAt) => onChange({ dueAt })} />;
		case "stage":
			return (
				<Chips
					label={label}
					choices={(rule.stages ?? []).map((id) => ({ id, label: name(stageWord(kind, id)) }))}
					value={draft.stage ?? stageNow(step, rule, shown)}
					onChange={(stage) => onChange({ stage })}
				/>
			);
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
		<Text
			{...{ label, isFirst }}
			hint={hint && name(hint)}
			value={draft.texts[field.name] ?? ""}
			maxLength={CASE_TEXT_MAX_CHARS}
			onChange={(text) => onChange({ texts: { ...draft.texts, [field.name]: text } })}
		/>
	);
}

/** Whom it may be given to: whoever can be chosen to own one, or everybody but whose it is. */
function OwnerField({ kind, shown, draft, label, onChange }: FieldProps) {
	const { t, name, person } = useTelling();
	const { controls, people, by } = useCaseForm();
	const { assigned } = definitionOf(kind);
	if (assigned !== undefined) {
		const roles: readonly string[] = rolesWithRight(assigned.to);
		const able = people.filter(({ role }) => roles.includes(role));
		const now = shown !== null && isAssigned(definitionOf(kind), shown) ? shown.ownerId : "";
		return (
			<controls.Pick
				label={label}
				choices={[{ id: "", label: t("caseNobody") }, ...able.map(({ id }) => ({ id, label: person(id, null) }))]}
				value={draft.ownerId ?? now}
				onChange={(ownerId) => onChange({ ownerId })}
			/>
		);
	}
	const ownerNow = shown?.ownerId ?? null;
	const isMine = ({ id }: { readonly id: string }) => id === by.staffId;
	// Oneself is the first of those who may have it.
	const others = people.filter((each) => each.id !== ownerNow && !isMine(each));
	const self = people.filter((each) => each.id !== ownerNow && isMine(each));
	return (
		<controls.Select
			label={label}
			choices={[
				...self.map(({ id }) => ({ id, label: t("caseMyself") })),
				...others.map(({ id, role }) => ({ id, label: `${person(id, null)} · ${name(ROLE_NAMES[role])}` })),
			]}
			{...(draft.ownerId === null && { none: t("caseChoose") })}
			value={draft.ownerId ?? ""}
			onChange={(ownerId) => onChange({ ownerId: ownerId || null })}
		/>
	);
}
