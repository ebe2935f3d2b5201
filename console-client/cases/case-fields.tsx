import { DatePicker, Form, Input, Select } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import "dayjs/locale/zh-cn";
import { broughtBy, type CaseField } from "../../client-kit/case/case-form.ts";
import { dueChoices } from "../../client-kit/case/due-choices.ts";
import { localMinute } from "../../client-kit/time/local-time.ts";
import { textWords, valueWord } from "../../client-kit/words/case/kind-words.ts";
import type { StepRule } from "../../rules/case/definition.ts";
import { type CaseKind, definitionOf } from "../../rules/case/kinds.ts";
import { rolesWithRight } from "../../rules/holding.ts";
import type { CaseShown } from "../../schema/customer/case.ts";
import { CASE_TEXT_MAX_CHARS } from "../../schema/limits.ts";
import { ROLE_NAMES } from "../../schema/role-name.ts";
import { momentToMinute, ZONE } from "../parts/moment.ts";
import { useWords, type Words } from "../words/words.ts";
import { type CaseValues, draftOf } from "./case-values.ts";
import { useOwners } from "./use-owners.ts";
import { AskItem, StageItem, ValueItem } from "./value-fields.tsx";

/** What a step needs, and what it may bring besides. */
export function CaseFields(props: {
	readonly kind: CaseKind;
	readonly branchId: string;
	readonly fields: readonly CaseField[];
	readonly rule: Pick<StepRule, "stages" | "lines">;
	/** As the case stands; null: it is being opened. */
	readonly shown: CaseShown | null;
}) {
	const { kind, branchId, fields, rule, shown } = props;
	const { t, name } = useWords();
	const form = Form.useFormInstance<CaseValues>();
	const stage: string | undefined = Form.useWatch("stage", form);
	const isWhole = () => {
		const draft = draftOf(form.getFieldsValue(true), shown);
		return !("isWrong" in broughtBy(draft, fields, { definition: definitionOf(kind), rule, shown }));
	};
	return fields.map((field) => {
		const rules = [{ required: field.isNeeded, message: t("requiredField") }];
		const optional = (label: string) => (field.isNeeded ? label : t("caseOptional", { label }));
		switch (field.is) {
			case "owner":
				return (
					<Form.Item key={field.name} name="owner" label={optional(ownerWord(kind, { t, name }))} rules={rules}>
						<OwnerSelect kind={kind} branchId={branchId} ownerNow={shown?.ownerId ?? null} />
					</Form.Item>
				);
			case "due":
				return (
					<Form.Item key={field.name} name="due" label={optional(t("caseDue"))} rules={rules}>
						<DuePicker />
					</Form.Item>
				);
			case "stage":
				return (
					<StageItem
						key={field.name}
						kind={kind}
						stages={rule.stages ?? []}
						isNeeded={field.isNeeded}
						isWhole={isWhole}
					/>
				);
			case "ask":
				return <AskItem key={field.name} kind={kind} field={field} />;
			case "field":
				return rule.lines?.[stage ?? ""] === "none" ? null : <ValueItem key={field.name} kind={kind} field={field} />;
			case "tie":
				return null;
			case "text": {
				const { label, hint } = textWords(kind, field.name);
				return (
					<Form.Item
						key={field.name}
						name={["texts", field.name]}
						label={optional(name(label))}
						rules={[{ ...rules[0], whitespace: true }]}
					>
						<Input.TextArea rows={3} maxLength={CASE_TEXT_MAX_CHARS} {...(hint && { placeholder: name(hint) })} />
					</Form.Item>
				);
			}
			default:
				return field.is satisfies never;
		}
	});
}

/** What the owner of a case of this kind is called. */
export function ownerWord(kind: CaseKind, { t, name }: Pick<Words, "t" | "name">): string {
	return definitionOf(kind).assigned === undefined ? t("caseOwner") : name(valueWord(kind, "owner"));
}

type Control<Value> = { readonly id?: string; readonly value?: Value; readonly onChange?: (value: Value) => void };

/** Whom it may be given to: whoever can be chosen to own one, or everybody but whose it is. */
function OwnerSelect(
	props: Control<string> & { readonly kind: CaseKind; readonly branchId: string; readonly ownerNow: string | null },
) {
	const { kind, branchId, ownerNow, id, value, onChange } = props;
	const { assigned } = definitionOf(kind);
	const roles: readonly string[] | null = assigned === undefined ? null : rolesWithRight(assigned.to);
	const { name } = useWords();
	const { people, nameOf } = useOwners(branchId);
	const options = people
		.filter((person) => (roles === null ? person.id !== ownerNow : roles.includes(person.role)))
		.map((person) => ({ value: person.id, label: `${nameOf(person.id)} · ${name(ROLE_NAMES[person.role])}` }));
	return (
		<Select
			{...(id !== undefined && { id })}
			{...(value !== undefined && { value })}
			{...(onChange && { onChange })}
			options={options}
			allowClear={roles !== null}
			showSearch={{ optionFilterProp: "label" }}
		/>
	);
}

function DuePicker({ id, value, onChange }: Control<Dayjs | null>) {
	const { t, locale } = useWords();
	const language = locale === "zh" ? "zh-cn" : "en";
	const presets = dueChoices(Date.now(), null, ZONE).map(({ id: choice, at }) => ({
		label: choice === "hour" ? t("dueWithinHour") : momentToMinute(at),
		value: dayjs(localMinute(at, ZONE)).locale(language),
	}));
	return (
		<DatePicker
			{...(id !== undefined && { id })}
			{...(value != null && { value: value.locale(language) })}
			onChange={(due: Dayjs | null) => onChange?.(due)}
			showTime={{ format: "HH:mm", minuteStep: 5 }}
			format="YYYY-MM-DD HH:mm"
			presets={presets}
		/>
	);
}
