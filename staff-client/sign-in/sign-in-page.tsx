import { useCallback, useEffect, useState } from "react";
import { call } from "../../client-kit/call/call.ts";
import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import { whenPageWakes } from "../../client-kit/live/page-wakes.ts";
import { ownWords } from "../../client-kit/session/own-words.ts";
import { SESSION } from "../../rules/routes/session.ts";
import type { SessionInfo } from "../../schema/people/session.ts";
import { FullNotice } from "../parts/full-notice.tsx";
import { useWords } from "../words/words.ts";
import { NewPassword } from "./new-password.tsx";
import { safeNext } from "./safe-next.ts";
import { SignInForm } from "./sign-in-form.tsx";
import { Unlock } from "./unlock.tsx";
import { WhereTo } from "./where-to.tsx";

/** Whoever has no answer yet asks again by itself. */
const ASK_AGAIN_MS = 10_000;

type Found =
	| { readonly at: "asking" }
	| { readonly at: "out" }
	| { readonly at: "unanswered"; readonly problem: ClientProblem }
	| { readonly at: "session"; readonly info: SessionInfo };

/** Who is this? By password, by PIN where the phone is only locked; then on to where they were going. */
export function SignInPage() {
	const { t, locale } = useWords();
	const [next] = useState(() => safeNext(new URLSearchParams(location.search).get("next"), location.origin));
	const [found, setFound] = useState<Found>({ at: "asking" });
	// A first password just typed is not asked for again; it lives in this page alone.
	const [firstPassword, setFirstPassword] = useState<string | null>(null);
	const ask = useCallback(async () => {
		const session = await call(SESSION, {}, null);
		if (session.ok) setFound({ at: "session", info: session.value });
		else if (session.problem.status === 401) setFound({ at: "out" });
		else setFound({ at: "unanswered", problem: session.problem });
	}, []);
	useEffect(() => void ask(), [ask]);
	const isUnanswered = found.at === "unanswered";
	useEffect(() => {
		if (!isUnanswered) return;
		const over = new AbortController();
		whenPageWakes(() => void ask(), over.signal);
		const timer = setInterval(() => void ask(), ASK_AGAIN_MS);
		return () => {
			over.abort();
			clearInterval(timer);
		};
	}, [isUnanswered, ask]);
	const info = found.at === "session" ? found.info : null;
	const isFree = info !== null && !info.locked && !info.mustChangePassword;
	useEffect(() => {
		if (isFree && next !== null) location.replace(next);
	}, [isFree, next]);
	switch (found.at) {
		case "asking":
			return <FullNotice icon="clock" title={t("askingSession")} />;
		case "unanswered":
			return (
				<FullNotice icon="cut" title={t("lost")} text={locale === "zh" ? found.problem.title : found.problem.titleEn}>
					<button type="button" className="action" onClick={() => void ask()}>
						{t("tryAgain")}
					</button>
				</FullNotice>
			);
		case "out":
			return (
				<SignInForm
					next={next}
					onSignedIn={(password) => {
						setFirstPassword(password);
						void ask();
					}}
				/>
			);
		case "session":
			if (found.info.locked) return <Unlock info={found.info} onSettled={ask} />;
			if (found.info.mustChangePassword)
				return <NewPassword current={firstPassword} ownWords={ownWords(found.info)} onChanged={ask} />;
			return next === null ? <WhereTo info={found.info} /> : <FullNotice icon="clock" title={t("askingSession")} />;
		default:
			return found satisfies never;
	}
}
