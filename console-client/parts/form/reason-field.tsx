import { Form, Input } from "antd";
import { useWords } from "../../words/words.ts";

const REASON_MIN_CHARS = 2;
const REASON_MAX_CHARS = 200;

/** Why somebody needs to see or erase personal data; below `reason` in the form's values. */
export function ReasonField() {
	const { t } = useWords();
	return (
		<Form.Item
			name="reason"
			label={t("reason")}
			extra={t("disclosureHint")}
			rules={[{ required: true, whitespace: true, min: REASON_MIN_CHARS, message: t("requiredField") }]}
		>
			<Input maxLength={REASON_MAX_CHARS} autoComplete="off" />
		</Form.Item>
	);
}
