import { Button, Checkbox, DatePicker, Form, Input, Radio, Select } from "antd";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { type ComponentProps, type ReactNode, useId } from "react";
import { dueChoices } from "../../client-kit/case/due-choices.ts";
import { localMinute, momentOf } from "../../client-kit/time/local-time.ts";
import type { CaseControls } from "../../react-kit/case/case-form.ts";
import { Refusal } from "../../react-kit/data/refusal.ts";
import { momentToMinute, ZONE } from "../parts/moment.ts";
import { ProblemNotice, RefusedText } from "../parts/problem-notice.tsx";
import { Sign } from "../parts/sign.tsx";
import { useWords } from "../words/words.ts";

const MINUTE = "YYYY-MM-DDTHH:mm";
type Props<Name extends Exclude<keyof CaseControls, "More">> = ComponentProps<CaseControls[Name]>;

/** The console's own controls, of which the form of a step is put together. */
export const CASE_CONTROLS: CaseControls = {
	Chips: ({ choices, value, onChange, label }) => (
		<Form.Item label={label}>
			<Radio.Group
				aria-label={label}
				options={choices.map(({ id, label: text }) => ({ value: id, label: text }))}
				value={value}
				onChange={(event) => onChange(event.target.value)}
			/>
		</Form.Item>
	),
	Pick: Choose,
	Select: Choose,
	Line,
	Text,
	Check: ({ label, value, onChange }) => (
		<Form.Item>
			<Checkbox checked={value} onChange={(event) => onChange(event.target.checked)}>
				{label}
			</Checkbox>
		</Form.Item>
	),
	Due,
	Beside: ({ children }) => <div className="pair">{children}</div>,
	Group: ({ label, children }) => (
		<fieldset className="roles">
			<legend>{label}</legend>
			{children}
		</fieldset>
	),
	Button: ({ label, onPress }) => <Button onClick={onPress}>{label}</Button>,
	Notice: ({ text }) => (
		<p>
			<Sign tone="near">{text}</Sign>
		</p>
	),
	Problem,
	More: null,
};

/** A label above its control. */
function Item(props: {
	readonly label: string;
	readonly note?: string | undefined;
	readonly children: (id: string) => ReactNode;
}) {
	const id = useId();
	const extra = props.note === undefined ? {} : { extra: <span role="status">{props.note}</span> };
	return (
		<Form.Item label={props.label} htmlFor={id} {...extra}>
			{props.children(id)}
		</Form.Item>
	);
}

function Choose({ label, choices, value, onChange, none }: Props<"Pick"> & { readonly none?: string }) {
	return (
		<Item label={label}>
			{(id) => (
				<Select
					id={id}
					placeholder={none}
					options={choices.map(({ id: each, label: text }) => ({ value: each, label: text }))}
					value={value === null || (value === "" && none !== undefined) ? null : value}
					onChange={(next: string | null) => onChange(next ?? "")}
					showSearch={{ optionFilterProp: "label" }}
				/>
			)}
		</Item>
	);
}

function Line({ label, note, value, onChange, input }: Props<"Line">) {
	return (
		<Item label={label} note={note}>
			{(id) => (
				<Input
					id={id}
					autoComplete="off"
					value={value}
					onChange={(event) => onChange(event.target.value)}
					{...(input?.maxLength !== undefined && { maxLength: input.maxLength })}
					{...(input?.inputMode !== undefined && { inputMode: input.inputMode })}
				/>
			)}
		</Item>
	);
}

function Text({ label, hint, value, maxLength, onChange }: Props<"Text">) {
	return (
		<Item label={label}>
			{(id) => (
				<Input.TextArea
					id={id}
					rows={3}
					maxLength={maxLength}
					placeholder={hint}
					value={value}
					onChange={(event) => onChange(event.target.value)}
				/>
			)}
		</Item>
	);
}

function Due({ label, value, onChange }: Props<"Due">) {
	const { t, locale } = useWords();
	const language = locale === "zh" ? "zh-cn" : "en";
	const timeOf = (at: number) => dayjs(localMinute(at, ZONE)).locale(language);
	const presets = dueChoices(Date.now(), null, ZONE).map(({ id, at }) => ({
		label: id === "hour" ? t("dueWithinHour") : momentToMinute(at),
		value: timeOf(at),
	}));
	return (
		<Item label={label}>
			{(id) => (
				<DatePicker
					id={id}
					value={value === null ? null : timeOf(value)}
					onChange={(due) => {
						// The page tells one time, that of head office, wherever the browser stands.
						const at = due === null ? null : momentOf(due.format(MINUTE), ZONE);
						if (at !== null) onChange(at);
					}}
					allowClear={false}
					showTime={{ format: "HH:mm", minuteStep: 5 }}
					format="YYYY-MM-DD HH:mm"
					presets={presets}
				/>
			)}
		</Item>
	);
}

function Problem({ problem }: Props<"Problem">) {
	if (problem === null) return null;
	if (typeof problem !== "string") return <ProblemNotice refusal={new Refusal("moveCase", problem)} />;
	return <RefusedText text={problem} />;
}
