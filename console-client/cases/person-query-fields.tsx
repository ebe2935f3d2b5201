import { Form, Input, Select } from "antd";
import { ID_DOUBT_WORD, SEARCHED_WORD } from "../../client-kit/words/customer-labels.ts";
import type { PersonQuery } from "../../schema/customer/customer-values.ts";
import { WRITTEN_NUMBER_MAX_CHARS } from "../../schema/limits.ts";
import { doubtOfIdNumber } from "../../schema/text/written-number.ts";
import { ReasonField } from "../parts/form/reason-field.tsx";
import { useWords } from "../words/words.ts";

const VALUE_MIN_CHARS = 4;

/** By what a person is looked for, and why. */
export function PersonQueryFields() {
	const { t } = useWords();
	const by: PersonQuery["by"] | undefined = Form.useWatch("by");
	const value: string | undefined = Form.useWatch("value");
	const doubt = by === "id-number" ? doubtOfIdNumber(value ?? "") : null;
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
					extra={doubt === null ? undefined : <span role="status">{t(ID_DOUBT_WORD[doubt])}</span>}
					rules={[{ required: true, min: VALUE_MIN_CHARS, message: t("requiredField") }]}
				>
					<Input maxLength={WRITTEN_NUMBER_MAX_CHARS} autoComplete="off" />
				</Form.Item>
			</div>
			<ReasonField />
		</>
	);
}
