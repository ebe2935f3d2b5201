import { isPassing } from "../../client-kit/call/client-problem.ts";
import { SESSION } from "../../rules/routes/session.ts";
import type { SessionInfo } from "../../schema/people/session.ts";
import { useRead } from "../data/use-read.ts";
import { PasswordForm } from "../mine/password-form.tsx";
import { ProblemNotice } from "../parts/problem-notice.tsx";
import { Waiting } from "../parts/reading.tsx";
import { useWords } from "../words/words.ts";
import { LookButtons } from "./frame-head.tsx";
import { NoNetwork } from "./no-network.tsx";
import { NotSignedIn } from "./not-signed-in.tsx";
import { SignedIn } from "./signed-in.tsx";

/** Roles may be given or taken while the page is open. */
const ASK_EVERY_MS = 30_000;

/** Finds out who uses the page, then shows what they may see. */
export function ConsolePage() {
	const { t } = useWords();
	const session = useRead(SESSION, {}, { everyMs: ASK_EVERY_MS });
	const { data, error } = session;
	if (error !== null && (error.problem.status === 401 || error.problem.code === "demo-off")) return <NotSignedIn />;
	if (data === undefined) {
		return (
			<main className="alone">
				{error === null ? (
					<Waiting text={t("findingOutWho")} />
				) : isPassing(error.problem) ? (
					<NoNetwork onWake={() => void session.refetch()} />
				) : (
					<ProblemNotice refusal={error} onRetry={() => void session.refetch()} />
				)}
			</main>
		);
	}
	if (data.mustChangePassword && !data.locked) return <FirstPassword session={data} />;
	return <SignedIn session={data} />;
}

function FirstPassword({ session }: { readonly session: SessionInfo }) {
	const { t } = useWords();
	return (
		<main className="alone">
			<div className="alone-looks">
				<LookButtons />
			</div>
			<h1>{t("firstPasswordTitle")}</h1>
			<p>{t("firstPasswordText")}</p>
			<PasswordForm session={session} />
		</main>
	);
}
