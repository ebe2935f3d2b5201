import { Alert, Button, Form, Input } from "antd";
import { ownWords } from "../../client-kit/session/own-words.ts";
import { PasswordStrength } from "../../react-kit/password-strength.tsx";
import { CHANGE_PASSWORD } from "../../rules/routes/session.ts";
import { PASSWORD_MIN_CHARS } from "../../rules/secret.ts";
import type { SessionInfo } from "../../schema/people/session.ts";
import { useChange } from "../data/use-change.ts";
import { ProblemNotice } from "../parts/problem-notice.tsx";
import { useWords } from "../words/words.ts";

type Values = { readonly current: string; readonly next: string; readonly again: string };

/** A new password of one's own; also the way in for somebody whose first password was given by another. */
export function PasswordForm({ session }: { readonly session: SessionInfo }) {
	const { t } = useWords();
	const [form] = Form.useForm<Values>();
	const change = useChange(CHANGE_PASSWORD, ["session", "sessions"]);
	const typed = Form.useWatch("next", form) ?? "";
	const submit = ({ current, next }: Values) =>
		change.mutate({ input: { body: { current, next } } }, { onSuccess: () => form.resetFields() });
	const needed = { required: true, message: t("requiredField") };
	return (
		<Form<Values> form={form} layout="vertical" requiredMark={false} onFinish={submit}>
			{change.error !== null && <ProblemNotice refusal={change.error} />}
			{change.isSuccess && <Alert type="success" title={t("passwordDone")} className="problem" role="status" />}
			<Form.Item name="current" label={t("passwordCurrent")} rules={[needed]}>
				<Input.Password autoComplete="current-password" />
			</Form.Item>
			<Form.Item
				name="next"
				label={t("newPassword")}
				extra={<PasswordStrength password={typed} ownWords={ownWords(session)} t={t} />}
				rules={[needed, { min: PASSWORD_MIN_CHARS, message: t("passwordRuleLength") }]}
			>
				<Input.Password autoComplete="new-password" />
			</Form.Item>
			<Form.Item
				name="again"
				label={t("newPasswordAgain")}
				dependencies={["next"]}
				rules={[
					needed,
					({ getFieldValue }) => ({
						validator: (_, value) =>
							value === getFieldValue("next") ? Promise.resolve() : Promise.reject(new Error(t("passwordsDiffer"))),
					}),
				]}
			>
				<Input.Password autoComplete="new-password" />
			</Form.Item>
			<Button type="primary" htmlType="submit" loading={change.isPending}>
				{t("passwordSubmit")}
			</Button>
		</Form>
	);
}
