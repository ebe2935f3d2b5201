import type { RefusalReason } from "../../client-kit/live/connection.ts";
import { goToSignIn } from "../../client-kit/session/session.ts";
import type { LiveHall } from "../live/use-live-hall.ts";
import { useWords } from "../words/words.ts";
import { DeniedNotice } from "./denied-notice.tsx";
import { FullNotice } from "./full-notice.tsx";
import { NoNetwork } from "./no-network.tsx";
import { refusalText } from "./refusal-text.ts";

/** Reasons that signing in again answers. */
const OVER: ReadonlySet<RefusalReason> = new Set<RefusalReason>(["demo-off", "not-signed-in", "session-expired"]);

/** The page before the first view has come: loading, or why there will be none. */
export function NotReady({ live, branchId }: { readonly live: LiveHall; readonly branchId: string }) {
	const { t, locale } = useWords();
	const reason = reasonOf(live);
	// A credential kept from before asks nobody at the door: then the browser knows it, or the connection that was not had.
	const isCut = live.doorProblem !== null || !navigator.onLine || live.connection.status === "lost";
	if (reason === null && isCut) return <NoNetwork branchId={branchId} />;
	if (reason === null) {
		const isLate = live.connection.status !== "connecting" && live.connection.status !== "live";
		return (
			<FullNotice icon={isLate ? "cut" : "clock"} title={isLate ? t("lost") : t("connecting")} text={t("loading")}>
				{isLate && <Again />}
			</FullNotice>
		);
	}
	if (reason === "not-permitted" || reason === "wrong-place") {
		return <DeniedNotice right="live.staff" elsewhere={reason === "wrong-place"} />;
	}
	if (OVER.has(reason)) {
		return (
			<FullNotice icon="lock" title={t("endedTitle")} text={t("endedText")}>
				<button type="button" className="action" onClick={goToSignIn}>
					{t("toSignIn")}
				</button>
			</FullNotice>
		);
	}
	return (
		<FullNotice icon="lock" title={t("refusedTitle")} text={refusalText(reason, live.doorProblem, locale)}>
			<Again />
			<a className="action" href="/">
				{t("toStart")}
			</a>
		</FullNotice>
	);
}

function Again() {
	const { t } = useWords();
	return (
		<button type="button" className="action" onClick={() => location.reload()}>
			{t("reload")}
		</button>
	);
}

function reasonOf(live: LiveHall): RefusalReason | null {
	if (live.connection.status === "refused") return live.connection.reason;
	const problem = live.doorProblem;
	return problem === null || problem.code === "offline" ? null : problem.code;
}
