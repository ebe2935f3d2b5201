import { Button, Form, Input } from "antd";
import { useChange } from "../data/use-change.ts";
import { ProblemNotice } from "../parts/problem-notice.tsx";
import { useWords } from "../words/words.ts";

const UNLOCK = { name: "unlock", method: "POST", path: "/session/unlock" } as const;
const PIN_CHARS = 6;

/** The session is locked: nothing but unlocking it is possible. */
export function LockedPage() {
	const { t } = useWords();
	const unlock = useChange(UNLOCK, ["session"]);
	return (
		<main className="alone">
			<h1>{t("lockedTitle")}</h1>
			{unlock.error !== null && <ProblemNotice refusal={unlock.error} />}
			<Form<{ pin: string }> layout="vertical" onFinish={(body) => unlock.mutate({ input: { body } })}>
				<Form.Item name="pin" label={t("lockedText")} rules={[{ required: true, message: t("requiredField") }]}>
					<Input.Password maxLength={PIN_CHARS} inputMode="numeric" autoComplete="off" autoFocus />
				</Form.Item>
				<Button type="primary" htmlType="submit" loading={unlock.isPending}>
					{t("unlock")}
				</Button>
			</Form>
		</main>
	);
}
