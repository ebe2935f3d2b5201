import { type FormEvent, useEffect, useState } from "react";
import { addressOf } from "../../client-kit/call/address-of.ts";
import { call } from "../../client-kit/call/call.ts";
import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import { HEALTH } from "../../rules/routes/branch.ts";
import { GO_TO_IDENTITY_PROVIDER } from "../../rules/routes/identity-provider.ts";
import { SIGN_IN } from "../../rules/routes/session.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { Field } from "../parts/field.tsx";
import { ProblemLine } from "../parts/problem-line.tsx";
import { useWords, type Words } from "../words/words.ts";
import { PasswordField } from "./password-field.tsx";
import { SignInFrame } from "./sign-in-frame.tsx";
import { useWait } from "./use-wait.ts";

const MINUTE_S = 60;

/** Staff number and password, or the bank's identity provider where there is one. */
export function SignInForm(props: { readonly next: string | null; readonly onSignedIn: (password: string) => void }) {
	const words = useWords();
	const { t } = words;
	const [staffId, setStaffId] = useState("");
	const [password, setPassword] = useState("");
	const [waiting, setWaiting] = useState(false);
	const [problem, setProblem] = useState<ClientProblem | null>(null);
	const [missing, setMissing] = useState(false);
	const secondsLeft = useWait(problem);
	const doors = useDoors();
	const signIn = async () => {
		const isEmpty = staffId.trim() === "" || password === "";
		setMissing(isEmpty);
		if (isEmpty || waiting || secondsLeft > 0) return;
		setWaiting(true);
		const body = { staffId: staffId.trim(), password, carry: "cookie" as const };
		const result = await call(SIGN_IN, { body }, null);
		setWaiting(false);
		setPassword("");
		if (result.ok) return props.onSignedIn(password);
		setProblem(result.problem);
	};
	const submit = (event: FormEvent) => {
		event.preventDefault();
		void signIn();
	};
	return (
		<SignInFrame icon="person" title={t("signInTitle")} text={t("signInText")}>
			<form className="stack" onSubmit={submit}>
				<Field
					label={t("staffNumber")}
					value={staffId}
					onChange={setStaffId}
					input={{
						name: "username",
						autoComplete: "username",
						autoCapitalize: "none",
						spellCheck: false,
						maxLength: 32,
					}}
				/>
				<PasswordField label={t("password")} value={password} onChange={setPassword} isCurrent />
				{missing && <ProblemLine problem={t("signInNeeded")} />}
				{!missing && <ProblemLine problem={problem ?? (cameBackRefused() ? t("signInProviderFailed") : null)} />}
				{secondsLeft > 0 && (
					<p className="notice over tabular" role="timer">
						{waitInWords(secondsLeft, words)}
					</p>
				)}
				<ActionButton
					tone="primary"
					className="wide tall"
					label={t(waiting ? "signingIn" : "signIn")}
					waiting={waiting}
					disabled={secondsLeft > 0}
					isSubmit
				/>
				{doors.identityProvider && (
					<a className="action wide tall" href={providerAddress(props.next)}>
						{t("signInProvider")}
					</a>
				)}
			</form>
			<p className="soft">{t("signInHelp")}</p>
			{doors.demo && (
				<p className="soft">
					{t("signInDemo")} <a href="/">{t("toStart")}</a>
				</p>
			)}
		</SignInFrame>
	);
}

/** Which other ways in there are; none until the service has said so. */
function useDoors(): { readonly demo: boolean; readonly identityProvider: boolean } {
	const [doors, setDoors] = useState({ demo: false, identityProvider: false });
	useEffect(() => {
		void call(HEALTH, {}, null).then((health) => {
			if (health.ok) setDoors(health.value);
		});
	}, []);
	return doors;
}

/** Back by way of this page, which knows a safe address from another and can say what went wrong. */
function providerAddress(next: string | null): string {
	const here = next === null ? "/sign-in/" : `/sign-in/?next=${encodeURIComponent(next.slice(location.origin.length))}`;
	return addressOf(GO_TO_IDENTITY_PROVIDER, { query: { next: here } });
}

/** The identity provider sends people back here with a `problem`, whatever its name. */
function cameBackRefused(): boolean {
	return new URLSearchParams(location.search).has("problem");
}

function waitInWords(seconds: number, { t }: Words): string {
	return seconds < 2 * MINUTE_S
		? t("signInWait", { seconds })
		: t("signInWaitLong", { minutes: Math.ceil(seconds / MINUTE_S) });
}
