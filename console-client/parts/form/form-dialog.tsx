import { Form, type FormInstance, Modal } from "antd";
import { type ReactNode, useRef, useState } from "react";
import { Refusal } from "../../../react-kit/data/refusal.ts";
import { useWords } from "../../words/words.ts";
import { ProblemNotice } from "../problem-notice.tsx";
import { useFocusReturn } from "./use-focus-return.ts";

type Props<Values extends object> = {
	readonly title: string;
	readonly submitText: string;
	readonly danger?: boolean;
	readonly initial?: Partial<Values>;
	/** Must reject with a `Refusal` when the server did not do it. */
	readonly onSubmit: (values: Values) => Promise<unknown>;
	readonly onClose: () => void;
	/** False: this form is one step of several; the dialog stays open when it is done, and its parent shows the next step. */
	readonly closesWhenDone?: boolean;
	/** Offered when somebody else has changed the record: the parent must read the record again and draw a new form from it. */
	readonly onLoadNewest?: () => void;
	readonly children?: ReactNode | ((form: FormInstance<Values>) => ReactNode);
	readonly width?: number;
};

/**
 * What gets the focus when the dialog opens. Without such a field the dialog itself keeps it, so that Enter pressed by mistake
 * confirms nothing.
 */
const FIRST_FIELD = "input:not(:disabled, [type=hidden]), textarea:not(:disabled)";

/**
 * A form in a dialog. Its button shows that it waits for the server's answer; a refusal is shown above the fields, which keep
 * what was typed.
 */
export function FormDialog<Values extends object>(props: Props<Values>) {
	const { t } = useWords();
	const [form] = Form.useForm<Values>();
	useFocusReturn();
	const inside = useRef<HTMLDivElement>(null);
	const [busy, setBusy] = useState(false);
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const submit = async (values: Values) => {
		setBusy(true);
		setRefusal(null);
		try {
			await props.onSubmit(values);
			if (props.closesWhenDone ?? true) props.onClose();
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			setRefusal(error);
		} finally {
			setBusy(false);
		}
	};
	const { onLoadNewest, children } = props;
	const loadNewest =
		onLoadNewest &&
		(() => {
			setRefusal(null);
			onLoadNewest();
		});
	return (
		<Modal
			open
			title={props.title}
			okText={props.submitText}
			okButtonProps={{ danger: props.danger ?? false, htmlType: "submit", form: "dialog-form" }}
			cancelText={t("cancel")}
			confirmLoading={busy}
			onCancel={props.onClose}
			mask={{ closable: false }}
			width={props.width ?? 560}
			afterOpenChange={(isOpen) => {
				const fields = inside.current;
				// Whoever types already while the dialog still opens keeps the field they are in.
				if (isOpen && fields !== null && !fields.contains(document.activeElement))
					fields.querySelector<HTMLElement>(FIRST_FIELD)?.focus();
			}}
		>
			<div ref={inside}>
				{refusal !== null && <ProblemNotice refusal={refusal} onLoadNewest={loadNewest} />}
				<Form<Values>
					id="dialog-form"
					form={form}
					layout="vertical"
					requiredMark={false}
					{...(props.initial && { initialValues: props.initial })}
					onFinish={(values) => void submit(values)}
				>
					{typeof children === "function" ? children(form) : children}
				</Form>
			</div>
		</Modal>
	);
}
