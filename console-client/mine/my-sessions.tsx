import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { END_SESSION, SESSIONS } from "../../rules/routes/session.ts";
import { useChange } from "../data/use-change.ts";
import { useRead } from "../data/use-read.ts";
import { ConfirmDialog } from "../parts/form/confirm-dialog.tsx";
import { moment } from "../parts/moment.ts";
import { Reading } from "../parts/reading.tsx";
import { SessionTable } from "../session/session-table.tsx";
import { useWords } from "../words/words.ts";
import { endAllSessions } from "./end-sessions.ts";

/** Where one is signed in, and how to end it. */
export function MySessions() {
	const { t } = useWords();
	const client = useQueryClient();
	const sessions = useRead(SESSIONS, {});
	const end = useChange(END_SESSION, ["sessions"]);
	const [asked, setAsked] = useState<string | "others" | null>(null);
	if (sessions.data === undefined) return <Reading read={sessions} />;
	const { rows } = sessions.data;
	const others = rows.filter(({ current }) => !current).map(({ sessionId }) => sessionId);
	const named = rows.filter(({ sessionId, current }) => (asked === "others" ? !current : sessionId === asked));
	const endAsked = async () => {
		if (asked === "others") {
			await endAllSessions(others).finally(() => client.invalidateQueries({ queryKey: ["sessions"] }));
		} else if (asked !== null) {
			await end.mutateAsync({ input: { params: { sessionId: asked } } });
		}
	};
	return (
		<section className="panel" aria-label={t("mySessions")}>
			<SessionTable rows={rows} onEnd={setAsked} />
			{others.length > 0 && (
				<div className="list-end">
					<Button danger onClick={() => setAsked("others")}>
						{t("endOtherSessions")}
					</Button>
				</div>
			)}
			{asked !== null && (
				<ConfirmDialog
					title={t(asked === "others" ? "endOthersAsk" : "endSessionAsk")}
					submitText={t("endSession")}
					danger
					onSubmit={endAsked}
					onClose={() => setAsked(null)}
				>
					{named.map((row) => (
						<p key={row.sessionId} className="soft">
							{t("endSessionWhich", { label: row.label, started: moment(row.startedAt), used: moment(row.lastUsedAt) })}
						</p>
					))}
				</ConfirmDialog>
			)}
		</section>
	);
}
