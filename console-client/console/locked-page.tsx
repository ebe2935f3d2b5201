import { Button, Form, Input } from "antd";
import { useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { coverPage } from "../../client-kit/page/cover-page.ts";
import { SIGN_OUT, UNLOCK } from "../../rules/routes/session.ts";
import { PIN_CHARS } from "../../rules/secret.ts";
import type { SessionInfo } from "../../schema/people/session.ts";
import { useChange } from "../data/use-change.ts";
import { leave } from "../frame/leave.ts";
import { ProblemNotice } from "../parts/problem-notice.tsx";
import { useWords } from "../words/words.ts";
import { LookButtons } from "./frame-head.tsx";

/** Covers the page of a locked session: it can be unlocked, or left by whoever else needs the place. */
export function LockedPage({ session }: { readonly session: SessionInfo }) {
	const { t } = useWords();
	const ref = useRef<HTMLDialogElement>(null);
	useLayoutEffect(() => (ref.current === null ? undefined : coverPage(ref.current)), []);
	return createPortal(
		<dialog ref={ref} tabIndex={-1} className="cover" aria-label={t("locked")}>
			<Unlock session={session} />
		</dialog>,
		document.body,
	);
}

function Unlock({ session }: { readonly session: SessionInfo }) {
	const { t, name } = useWords();
	const [form] = Form.useForm<{ pin: string }>();
	const unlock = useChange(UNLOCK, ["session"]);
	const signOut = useChange(SIGN_OUT, []);
	const refusal = unlock.error ?? signOut.error;
	const { holder } = session;
	const who = holder.kind === "staff" ? name(holder.name) : holder.name;
	const submit = (body: { pin: string }) => unlock.mutate({ input: { body } }, { onError: () => form.resetFields() });
	return (
		<main className="alone">
			<div className="alone-looks">
				<LookButtons />
			</div>
			<h1>
				{t("locked")} · {who}
			</h1>
			{refusal !== null && <ProblemNotice refusal={refusal} />}
			<Form<{ pin: string }> form={form} layout="vertical" requiredMark={false} onFinish={submit}>
				<Form.Item name="pin" label={t("lockedText")} rules={[{ required: true, message: t("requiredField") }]}>
					<Input.Password size="large" maxLength={PIN_CHARS} inputMode="numeric" autoComplete="off" autoFocus />
				</Form.Item>
				<Button type="primary" size="large" htmlType="submit" loading={unlock.isPending}>
					{t("unlock")}
				</Button>
			</Form>
			<Button
				type="link"
				loading={signOut.isPending}
				onClick={() => signOut.mutate({ input: {} }, { onSuccess: leave })}
			>
				{t("notYou", { name: who })}
			</Button>
		</main>
	);
}
