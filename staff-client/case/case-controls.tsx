import { type ComponentProps, type ReactNode, useState } from "react";
import { nearTime } from "../../client-kit/case/case-standing.ts";
import { type DueChoice, dueChoices } from "../../client-kit/case/due-choices.ts";
import { clockTime } from "../../client-kit/language/format.ts";
import { type CaseControls, CaseFormContext } from "../../react-kit/case/case-form.ts";
import { MomentField } from "../../react-kit/form/moment-field.tsx";
import type { Role } from "../../schema/actor.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { Chips } from "../parts/chips.tsx";
import { Field } from "../parts/field.tsx";
import { Notice } from "../parts/notice.tsx";
import { ProblemLine } from "../parts/problem-line.tsx";
import { TextArea } from "../parts/text-area.tsx";
import { usePhone } from "../sheet/phone-context.ts";
import { useWords } from "../words/words.ts";

const CONTROLS: CaseControls = {
	Chips: ChipsOf,
	Pick: ChipsOf,
	Select,
	Line: Field,
	Text: TextArea,
	Check,
	Due,
	Beside: ({ children }) => <div className="pair">{children}</div>,
	Group: ({ label, children }) => (
		<fieldset className="chips">
			<legend>{label}</legend>
			{children}
		</fieldset>
	),
	Button: ActionButton,
	Notice: ({ text }) => <Notice level="near" text={text} />,
	Problem: ProblemLine,
	More,
};

/** Sheets on which cases are moved: the phone's controls, and whom of this hall a case may be given to. */
export function CasesMoved({ children }: { readonly children: ReactNode }) {
	const { hall, live, staffId, may } = usePhone();
	const people = [...hall.staff.values()].map(({ id, role }) => ({ id, role: role as Role }));
	const { referenceOnly } = live.rules;
	return (
		<CaseFormContext value={{ controls: CONTROLS, people, by: { staffId, may }, referenceOnly, inHall: true }}>
			{children}
		</CaseFormContext>
	);
}

type Props<Name extends "Pick" | "Select" | "Check" | "Due"> = ComponentProps<CaseControls[Name]>;

function ChipsOf({ label, choices, value, onChange }: Props<"Pick">) {
	return <Chips legend={label} choices={choices} value={value} onChange={(id) => id !== null && onChange(id)} />;
}

function Select(props: Props<"Select">) {
	return (
		<label className="field">
			<span>{props.label}</span>
			<select value={props.value} onChange={(event) => props.onChange(event.target.value)}>
				{props.none !== undefined && <option value="">{props.none}</option>}
				{props.choices.map((choice) => (
					<option key={choice.id} value={choice.id}>
						{choice.label}
					</option>
				))}
			</select>
		</label>
	);
}

function Check(props: Props<"Check">) {
	return (
		<label className="choice">
			<input type="checkbox" checked={props.value} onChange={(event) => props.onChange(event.target.checked)} />
			{props.label}
		</label>
	);
}

function More({ isOpen, children }: { readonly isOpen: boolean; readonly children: ReactNode }) {
	const { t } = useWords();
	return (
		<details open={isOpen || undefined}>
			<summary>{t("caseMore")}</summary>
			<div className="stack">{children}</div>
		</details>
	);
}

const CHOICE_WORD = { closing: "dueBeforeClosing", hour: "dueWithinHour" } as const;

/** One of the times that people mean, by a touch; any other by day and time. */
function Due(props: Props<"Due">) {
	const { label, value, onChange } = props;
	const { hall, live } = usePhone();
	const { now } = live;
	const words = useWords();
	const { t } = words;
	const { timeZone, closesAt } = hall.branch;
	const [choices] = useState(() => dueChoices(now, closesAt, timeZone));
	const [isOther, setIsOther] = useState(() => value !== null && !choices.some(({ at }) => at === value));
	const inWords = ({ id, at }: DueChoice) =>
		id === "tomorrow" ? nearTime(at, now, timeZone, words) : `${t(CHOICE_WORD[id])} ${clockTime(at, timeZone)}`;
	const chosen = isOther ? "other" : (choices.find(({ at }) => at === value)?.id ?? null);
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
						choices.find((each) => each.id === id) ?? (value === null ? choices[choices.length - 1] : undefined);
					if (choice !== undefined) onChange(choice.at);
				}}
			/>
			{isOther && (
				<MomentField
					dayLabel={t("dueDay")}
					timeLabel={t("dueTime")}
					value={value ?? now}
					{...{ now, timeZone, locale: words.locale }}
					onChange={onChange}
				/>
			)}
		</>
	);
}
