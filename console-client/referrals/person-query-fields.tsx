import { Form, Input, Select } from "antd";
import { useWords } from "../words/words.ts";
import { ReasonField } from "./reason-field.tsx";
import { SEARCHED_WORD } from "./referral-labels.ts";

const VALUE_MIN_CHARS = 4;
const VALUE_MAX_CHARS = 32;

/** By what a person is looked for, and why. */
export function PersonQueryFields() {
	const { t } = useWords();
	const options = Object.entries(SEARCHED_WORD).map(([value, word]) => ({ value, label: t(word) }));
	return (
		<>
			<div className="pair">
				<Form.Item name="by" label={t("personSearchBy")}>
					<Select options={options} />
				</Form.Item>
				<Form.Item
					name="value"
					label={t("personSearchValue")}
					rules={[{ required: true, min: VALUE_MIN_CHARS, message: t("requiredField") }]}
				>
					<Input maxLength={VALUE_MAX_CHARS} autoComplete="off" />
				</Form.Item>
			</div>
			<ReasonField />
		</>
	);
}
