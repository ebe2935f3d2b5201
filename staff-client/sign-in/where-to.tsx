import { useState } from "react";
import { call } from "../../client-kit/call/call.ts";
import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import { anyHolds } from "../../rules/holding.ts";
import { SIGN_OUT } from "../../rules/routes/session.ts";
import type { SessionInfo } from "../../schema/people/session.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { ProblemLine } from "../parts/problem-line.tsx";
import { useWords } from "../words/words.ts";
import { SignInFrame } from "./sign-in-frame.tsx";

/** Signed in and bound for nowhere yet: the pages somebody in these roles uses. */
export function WhereTo({ info }: { readonly info: SessionInfo }) {
	const { t, name } = useWords();
	const [problem, setProblem] = useState<ClientProblem | null>(null);
	const who = info.holder.kind === "staff" ? name(info.holder.name) : info.holder.name;
	const signOut = async () => {
		const ended = await call(SIGN_OUT, {}, null);
		if (ended.ok) location.reload();
		else setProblem(ended.problem);
	};
	return (
		<SignInFrame icon="person" title={t("whereTitle", { name: who })} text={t("whereText")}>
			<nav className="stack">
				{anyHolds(info.actors, "live.staff") && (
					<Way address="/staff/" title={t("wherePhone")} text={t("wherePhoneText")} />
				)}
				{anyHolds(info.actors, "counter.run") && (
					<Way address="/counter/" title={t("whereCounter")} text={t("whereCounterText")} />
				)}
				<Way address="/console/" title={t("consoleTitle")} text={t("whereConsoleText")} />
			</nav>
			<ProblemLine problem={problem} />
			<ActionButton label={t("signOut")} onPress={() => void signOut()} />
		</SignInFrame>
	);
}

function Way(props: { readonly address: string; readonly title: string; readonly text: string }) {
	return (
		<a className="card lines" href={props.address}>
			<strong>{props.title}</strong>
			<span className="soft">{props.text}</span>
		</a>
	);
}
