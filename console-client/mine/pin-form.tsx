import { Alert, Button, Form, Input } from "antd";
import { SET_PIN } from "../../rules/routes/session.ts";
import { PIN_CHARS } from "../../rules/secret.ts";
import { useChange } from "../data/use-change.ts";
import { ProblemNotice } from "../parts/problem-notice.tsx";
import { useWords } from "../words/words.ts";

type Values = { readonly password: string; readonly pin: string };

/** The six digits that unlock a phone; the password says that it is really the same person. */
export function PinForm() {
	const { t } = useWords();
	const [form] = Form.useForm<Values>();
	const setPin = useChange(SET_PIN, ["session"]);
	const submit = (body: Values) => setPin.mutate({ input: { body } }, { onSuccess: () => form.resetFields() });
	const needed = { required: true, message: t("requiredField") };
	return (
		<Form<Values> form={form} layout="vertical" requiredMark={false} onFinish={submit}>
			{setPin.error !== null && <ProblemNotice refusal={setPin.error} />}
			{setPin.isSuccess && <Alert type="success" title={t("pinDone")} className="problem" role="status" />}
			<Form.Item name="password" label={t("passwordCurrent")} rules={[needed]}>
				<Input.Password autoComplete="current-password" />
			</Form.Item>
			<Form.Item name="pin" label={t("pinNew")} rules={[needed, { pattern: /^\d{6}$/, message: t("pinRule") }]}>
				<Input.Password maxLength={PIN_CHARS} inputMode="numeric" autoComplete="off" />
			</Form.Item>
			<Button type="primary" htmlType="submit" loading={setPin.isPending}>
				{t("setPin")}
			</Button>
		</Form>
	);
}
