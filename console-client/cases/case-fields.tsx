import { DatePicker, Form, Input, Select } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import type { CaseDraft, CaseField } from "../../client-kit/case/case-form.ts";
import { dueChoices } from "../../client-kit/case/due-choices.ts";
import { localMinute, momentOf } from "../../client-kit/time/local-time.ts";
import { textWords } from "../../client-kit/words/case/kind-words.ts";
import type { CaseKind } from "../../rules/case/kinds.ts";
import { CASE_TEXT_MAX_CHARS } from "../../schema/limits.ts";
import { ROLE_NAMES } from "../../schema/role-name.ts";
import { momentToMinute, ZONE } from "../parts/moment.ts";
import { useWords } from "../words/words.ts";
import { useOwners } from "./use-owners.ts";

const MINUTE = "YYYY-MM-DDTHH:mm";

/** What the form of a step holds, each thing under its own name. */
export type CaseValues = {
	readonly owner?: string;
	readonly due?: Dayjs | null;
	readonly texts?: Readonly<Record<string, string | undefined>>;
};

/** The page tells one time, that of head office, wherever the browser stands. */
export function draftOf({ owner, due, texts = {} }: CaseValues): CaseDraft {
	const given = Object.entries(texts).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]]));
	return {
		ownerId: owner ?? null,
		dueAt: due == null ? null : momentOf(due.format(MINUTE), ZONE),
		texts: Object.fromEntries(given),
	};
}

/** What a step needs, and what it may bring besides. */
export function CaseFields(props: {
	readonly kind: CaseKind;
	readonly branchId: string;
	readonly fields: readonly CaseField[];
	/** Whose it is now, to whom it cannot be given once more; null: nobody's yet. */
	readonly ownerNow: string | null;
}) {
	const { kind, branchId, fields, ownerNow } = props;
	const { t, name } = useWords();
	return fields.map((field) => {
		const rules = [{ required: field.isNeeded, message: t("requiredField") }];
		const optional = (label: string) => (field.isNeeded ? label : t("caseOptional", { label }));
		switch (field.name) {
			case "owner":
				return (
					<Form.Item key={field.name} name="owner" label={optional(t("caseOwner"))} rules={rules}>
						<OwnerSelect branchId={branchId} ownerNow={ownerNow} />
					</Form.Item>
				);
			case "due":
				return (
					<Form.Item key={field.name} name="due" label={optional(t("caseDue"))} rules={rules}>
						<DuePicker />
					</Form.Item>
				);
			default: {
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
		}
	});
}

type Control<Value> = { readonly id?: string; readonly value?: Value; readonly onChange?: (value: Value) => void };

function OwnerSelect(props: Control<string> & { readonly branchId: string; readonly ownerNow: string | null }) {
	const { branchId, ownerNow, id, value, onChange } = props;
	const { name } = useWords();
	const { people, nameOf } = useOwners(branchId);
	const options = people
		.filter((person) => person.id !== ownerNow)
		.map((person) => ({ value: person.id, label: `${nameOf(person.id)} · ${name(ROLE_NAMES[person.role])}` }));
	return (
		<Select
			{...(id !== undefined && { id })}
			{...(value !== undefined && { value })}
			{...(onChange && { onChange })}
			options={options}
			showSearch={{ optionFilterProp: "label" }}
		/>
	);
}

function DuePicker({ id, value, onChange }: Control<Dayjs | null>) {
	const { t } = useWords();
	const presets = dueChoices(Date.now(), null, ZONE).map(({ id: choice, at }) => ({
		label: choice === "hour" ? t("dueWithinHour") : momentToMinute(at),
		value: dayjs(localMinute(at, ZONE)),
	}));
	return (
		<DatePicker
			{...(id !== undefined && { id })}
			{...(value !== undefined && { value })}
			onChange={(due: Dayjs | null) => onChange?.(due)}
			showTime={{ format: "HH:mm", minuteStep: 5 }}
			format="YYYY-MM-DD HH:mm"
			presets={presets}
		/>
	);
}
