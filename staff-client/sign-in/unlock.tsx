import { useCallback, useState } from "react";
import { call } from "../../client-kit/call/call.ts";
import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import { nameAndNumber } from "../../client-kit/language/name-and-number.ts";
import { SIGN_OUT, UNLOCK } from "../../rules/routes/session.ts";
import type { SessionInfo } from "../../schema/people/session.ts";
import { ProblemLine } from "../parts/problem-line.tsx";
import { useWords } from "../words/words.ts";
import { PinPad } from "./pin-pad.tsx";
import { SignInFrame } from "./sign-in-frame.tsx";

/** The session is there, only locked: six digits open it. */
export function Unlock(props: {
	readonly info: SessionInfo;
	/** It was unlocked, or it is not there any more. */
	readonly onSettled: (unlocked: boolean) => Promise<void>;
}) {
	const { info, onSettled } = props;
	const { t, name, locale } = useWords();
	const [waiting, setWaiting] = useState(false);
	const [problem, setProblem] = useState<ClientProblem | null>(null);
	const unlock = useCallback(
		async (pin: string) => {
			setWaiting(true);
			setProblem(null);
			const result = await call(UNLOCK, { body: { pin } }, null);
			// Too many wrong ones end the session; then the form comes up by itself.
			if (result.ok || result.problem.code !== "wrong-pin") await onSettled(result.ok);
			if (!result.ok) setProblem(result.problem);
			setWaiting(false);
		},
		[onSettled],
	);
	const { holder } = info;
	const who = holder.kind === "staff" ? nameAndNumber(name(holder.name), holder.staffId, locale) : holder.name;
	const signOut = async () => {
		const ended = await call(SIGN_OUT, {}, null);
		if (!ended.ok) setProblem(ended.problem);
		await onSettled(false);
	};
	return (
		<SignInFrame icon="lock" title={`${t("locked")} · ${who}`}>
			<div className="pin-told">
				{problem === null ? (
					<p className="soft">{t(info.hasPin ? "lockedText" : "lockedNoPin")}</p>
				) : (
					<ProblemLine problem={problem} />
				)}
			</div>
			{info.hasPin && <PinPad waiting={waiting} onPin={unlock} />}
			<button type="button" className="quiet" onClick={() => void signOut()}>
				{t("notYou", { name: who })}
			</button>
		</SignInFrame>
	);
}
