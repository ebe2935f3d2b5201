import { Form, Input } from "antd";
import type { ReactNode } from "react";
import type * as z from "zod";
import { contractField } from "../../../react-kit/form/contract-field.ts";
import { useWords } from "../../words/words.ts";

/** A line of text in a form. What it accepts, and how long it may be, is read from the schema of the contract. */
export function ContractText(props: {
	readonly schema: z.ZodType;
	/** Where it stands in the form's values. */
	readonly name: string | string[];
	readonly label: ReactNode;
	readonly extra?: ReactNode;
	/** What to say about a text that the schema does not accept. */
	readonly wrong?: string;
}) {
	const { t } = useWords();
	const { isNeeded, maxChars, holds } = contractField(props.schema);
	const { extra, wrong = t("requiredField") } = props;
	const isEmpty = (value: unknown) => typeof value !== "string" || value.trim() === "";
	const check = (value: unknown) => (isEmpty(value) ? !isNeeded : holds(value));
	return (
		<Form.Item
			name={props.name}
			label={props.label}
			{...(extra !== undefined && { extra })}
			rules={[
				{
					validator: async (_, value: unknown) => {
						if (!check(value)) throw new Error(isEmpty(value) ? t("requiredField") : wrong);
					},
				},
			]}
		>
			<Input {...(maxChars !== undefined && { maxLength: maxChars })} autoComplete="off" />
		</Form.Item>
	);
}
