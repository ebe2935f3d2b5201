import { Checkbox, Input, InputNumber, Select } from "antd";
import type { Bilingual } from "../../../schema/ids.ts";
import { useWords } from "../../words/words.ts";
import { keptUnits, shownUnits } from "./units.ts";

type Cell<Value> = { readonly label: string; readonly value: Value; readonly onChange: (value: Value) => void };
export type Choice = { readonly value: string; readonly label: string };

const NAME_MAX_CHARS = 40;
const CODE_MAX_CHARS = 32;

/** A code, or another short text. */
export function TextCell({ label, value, onChange }: Cell<string>) {
	return (
		<Input
			aria-label={label}
			value={value}
			maxLength={CODE_MAX_CHARS}
			autoComplete="off"
			onChange={({ target }) => onChange(target.value)}
		/>
	);
}

/** A name in both languages, one below the other. */
export function NameCell({ label, value, onChange }: Cell<Bilingual>) {
	const { t } = useWords();
	const text = (language: "zh" | "en", of: string) => (
		<Input
			aria-label={`${label} ${of}`}
			value={value[language]}
			maxLength={NAME_MAX_CHARS}
			autoComplete="off"
			onChange={({ target }) => onChange({ ...value, [language]: target.value })}
		/>
	);
	return (
		<div className="table-name">
			{text("zh", t("calendarNameZh"))}
			{text("en", t("calendarNameEn"))}
		</div>
	);
}

/** A time that is kept in milliseconds, in minutes. */
export function MinutesCell({ label, value, onChange }: Cell<number>) {
	return (
		<InputNumber
			aria-label={label}
			min={0}
			value={shownUnits("minutesMs", value)}
			onChange={(next) => next !== null && onChange(keptUnits("minutesMs", next))}
		/>
	);
}

export function FlagCell({ label, value, onChange }: Cell<boolean>) {
	return <Checkbox aria-label={label} checked={value} onChange={({ target }) => onChange(target.checked)} />;
}

export function ChoiceCell({ label, value, onChange, of }: Cell<string> & { readonly of: readonly Choice[] }) {
	return <Select aria-label={label} value={value} options={[...of]} onChange={onChange} className="table-choice" />;
}

export function ChoicesCell({
	label,
	value,
	onChange,
	of,
}: Cell<readonly string[]> & { readonly of: readonly Choice[] }) {
	return (
		<Select
			mode="multiple"
			aria-label={label}
			value={[...value]}
			options={[...of]}
			onChange={onChange}
			className="table-choices"
		/>
	);
}
