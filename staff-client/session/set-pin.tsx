import { type FormEvent, useState } from "react";
import { call } from "../../client-kit/call/call.ts";
import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import { SET_PIN } from "../../rules/routes/session.ts";
import { isPin, PIN_CHARS } from "../../rules/secret.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { Field } from "../parts/field.tsx";
import { ProblemLine } from "../parts/problem-line.tsx";
import { useWords } from "../words/words.ts";
import type { OwnSession } from "./own-session.ts";

/** Six digits of one's own; the password says that it is really the same person. */
export function SetPin({ own, onBack }: { readonly own: OwnSession; readonly onBack: () => void }) {
	const { t } = useWords();
	const [password, setPassword] = useState("");
	const [pin, setPin] = useState("");
	const [again, setAgain] = useState("");
	const [waiting, setWaiting] = useState(false);
	const [problem, setProblem] = useState<ClientProblem | string | null>(null);
	const save = async () => {
		if (!isPin(pin)) return setProblem(t("pinRule"));
		if (pin !== again) return setProblem(t("pinsDiffer"));
		setWaiting(true);
		const set = await call(SET_PIN, { body: { password, pin } }, null);
		if (set.ok) {
			await own.refresh();
			return onBack();
		}
		setWaiting(false);
		setProblem(set.problem);
	};
	const submit = (event: FormEvent) => {
		event.preventDefault();
		void save();
	};
	const secret = { type: "password", inputMode: "numeric", maxLength: PIN_CHARS, autoComplete: "off" } as const;
	return (
		<form className="stack" onSubmit={submit}>
			<Field
				label={t("password")}
				value={password}
				onChange={setPassword}
				input={{ type: "password", autoComplete: "current-password" }}
			/>
			<Field label={t("pinNew")} value={pin} onChange={setPin} input={secret} />
			<Field label={t("pinAgain")} value={again} onChange={setAgain} input={secret} />
			<ProblemLine problem={problem} />
			<div className="pair tall">
				<ActionButton label={t("back")} disabled={waiting} onPress={onBack} />
				<ActionButton tone="primary" label={t("save")} waiting={waiting} isSubmit />
			</div>
		</form>
	);
}
