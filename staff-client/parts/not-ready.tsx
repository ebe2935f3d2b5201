import type { RefusalReason } from "../../client-kit/connection.ts";
import type { LiveHall } from "../live/use-live-hall.ts";
import { useWords } from "../words/words.ts";
import { FullNotice } from "./full-notice.tsx";
import { refusalText } from "./refusal-text.ts";

/** The page before the first view has come: loading, or why there will be none. */
export function NotReady({ live }: { readonly live: LiveHall }) {
	const { t, locale } = useWords();
	const reason = reasonOf(live);
	if (reason === null) {
		const isLate = live.connection.status !== "connecting" && live.connection.status !== "live";
		return (
			<FullNotice icon={isLate ? "cut" : "clock"} title={isLate ? t("lost") : t("connecting")} text={t("loading")}>
				{isLate && <Again />}
			</FullNotice>
		);
	}
	if (reason === "demo-off") {
		return <FullNotice icon="lock" title={t("shutTitle")} text={t("shutText")} />;
	}
	return (
		<FullNotice icon="lock" title={t("refusedTitle")} text={refusalText(reason, live.doorProblem, locale)}>
			<Again />
			<a className="button-like" href="/">
				{t("toStart")}
			</a>
		</FullNotice>
	);
}

function Again() {
	const { t } = useWords();
	return (
		<button type="button" className="button-like" onClick={() => location.reload()}>
			{t("reload")}
		</button>
	);
}

function reasonOf(live: LiveHall): RefusalReason | null {
	if (live.connection.status === "refused") return live.connection.reason;
	const problem = live.doorProblem;
	return problem === null || problem.code === "offline" ? null : problem.code;
}
