import { Form, Input } from "antd";
import { useWords } from "../../words/words.ts";

const ZH_MAX_CHARS = 120;
const EN_MAX_CHARS = 200;

/** The two halves of a bilingual name, of a person or of a thing, below `name` in the form's values. */
export function NameFields({ of }: { readonly of: "person" | "thing" }) {
	const { t } = useWords();
	const rules = [{ required: true, whitespace: true, message: t("requiredField") }];
	return (
		<>
			<Form.Item name={["name", "zh"]} label={t(of === "person" ? "personNameZh" : "nameZh")} rules={rules}>
				<Input maxLength={ZH_MAX_CHARS} autoComplete="off" />
			</Form.Item>
			<Form.Item name={["name", "en"]} label={t(of === "person" ? "personNameEn" : "nameEn")} rules={rules}>
				<Input maxLength={EN_MAX_CHARS} autoComplete="off" />
			</Form.Item>
		</>
	);
}
