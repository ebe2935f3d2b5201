import { Form, Input } from "antd";
import type { ReactNode } from "react";
import type { EraseBody } from "../../../schema/customer/disclosure.ts";
import { useWords } from "../../words/words.ts";
import { FormDialog } from "./form-dialog.tsx";
import { ReasonField } from "./reason-field.tsx";

/**
 * Erasing destroys the record's encryption key and cannot be undone. So a reason is asked for, and the word "erase" / 删除 must be
 * typed; only the reason is sent.
 */
export function EraseForm(props: {
	readonly title: string;
	readonly submitText: string;
	/** Says what will be lost. */
	readonly text: string;
	readonly onSubmit: (body: EraseBody) => Promise<unknown>;
	readonly onClose: () => void;
	/** Shows which record is erased; no input fields, their values would not be sent. */
	readonly children: ReactNode;
}) {
	const { t } = useWords();
	const word = t("eraseWord");
	return (
		<FormDialog<EraseBody & { word: string }>
			title={props.title}
			submitText={props.submitText}
			danger
			onSubmit={({ reason }) => props.onSubmit({ reason })}
			onClose={props.onClose}
		>
			{props.children}
			<p>{props.text}</p>
			<ReasonField />
			<Form.Item
				name="word"
				label={t("typeEraseWord")}
				rules={[
					{
						validator: (_, value: string | undefined) =>
							value?.trim() === word ? Promise.resolve() : Promise.reject(new Error(t("typeEraseWord"))),
					},
				]}
			>
				<Input autoComplete="off" />
			</Form.Item>
		</FormDialog>
	);
}
