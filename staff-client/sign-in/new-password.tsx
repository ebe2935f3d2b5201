import { type FormEvent, useState } from "react";
import { call } from "../../client-kit/call/call.ts";
import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import { PasswordStrength } from "../../react-kit/password-strength.tsx";
import { CHANGE_PASSWORD } from "../../rules/routes/session.ts";
import { PASSWORD_MIN_CHARS } from "../../rules/secret.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { ProblemLine } from "../parts/problem-line.tsx";
import { useWords } from "../words/words.ts";
import { PasswordField } from "./password-field.tsx";
import { SignInFrame } from "./sign-in-frame.tsx";

/** A first password, known to whoever gave it, is replaced before anything else. */
export function NewPassword(props: {
	readonly current: string | null;
	/** What a new password must not hold. */
	readonly ownWords: readonly string[];
	readonly onChanged: () => Promise<void>;
}) {
	const { t } = useWords();
	const [typed, setTyped] = useState("");
	const [next, setNext] = useState("");
	const [again, setAgain] = useState("");
	const [waiting, setWaiting] = useState(false);
	const [problem, setProblem] = useState<ClientProblem | string | null>(null);
	const change = async () => {
		if (next.length < PASSWORD_MIN_CHARS) return setProblem(t("passwordTooShort"));
		if (next !== again) return setProblem(t("passwordsDiffer"));
		setWaiting(true);
		setProblem(null);
		const result = await call(CHANGE_PASSWORD, { body: { current: props.current ?? typed, next } }, null);
		if (result.ok) await props.onChanged();
		else setProblem(result.problem);
		setWaiting(false);
	};
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (!waiting) void change();
	};
	return (
		<SignInFrame icon="lock" title={t("newPasswordTitle")} text={t("newPasswordText")}>
			<ul className="bullets soft">
				<li>{t("passwordRuleLength")}</li>
				<li>{t("passwordRuleSimple")}</li>
				<li>{t("passwordRuleNew")}</li>
			</ul>
			<form className="stack" onSubmit={submit}>
				{props.current === null && (
					<PasswordField label={t("temporaryPassword")} value={typed} onChange={setTyped} isCurrent />
				)}
				<PasswordField label={t("newPassword")} value={next} onChange={setNext} />
				<PasswordStrength password={next} ownWords={props.ownWords} t={t} />
				<PasswordField label={t("newPasswordAgain")} value={again} onChange={setAgain} />
				<ProblemLine problem={problem} />
				<ActionButton tone="primary" className="wide tall" label={t("savePassword")} waiting={waiting} isSubmit />
			</form>
		</SignInFrame>
	);
}
