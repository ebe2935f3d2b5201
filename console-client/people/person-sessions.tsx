import { Button } from "antd";
import { useState } from "react";
import { nameAndNumber } from "../../client-kit/language/name-and-number.ts";
import { END_SESSIONS_OF_PERSON, SESSIONS_OF_PERSON } from "../../rules/routes/session.ts";
import type { Person } from "../../schema/people/person.ts";
import { useChange } from "../data/use-change.ts";
import { useRead } from "../data/use-read.ts";
import { ConfirmDialog } from "../parts/form/confirm-dialog.tsx";
import { Reading } from "../parts/reading.tsx";
import { SessionTable } from "../session/session-table.tsx";
import { useWords } from "../words/words.ts";

/** Where a person is signed in, for those who may end it. */
export function PersonSessions({ person }: { readonly person: Person }) {
	const { t, name, locale } = useWords();
	const { staffId } = person;
	const sessions = useRead(SESSIONS_OF_PERSON, { params: { staffId } });
	const end = useChange(END_SESSIONS_OF_PERSON, ["sessionsOfPerson"]);
	const [asked, setAsked] = useState(false);
	return (
		<section className="panel">
			<h2>{t("personSessions")}</h2>
			{sessions.data === undefined ? <Reading read={sessions} part /> : <SessionTable rows={sessions.data.rows} />}
			{(sessions.data?.rows.length ?? 0) > 0 && (
				<div className="list-end">
					<Button danger onClick={() => setAsked(true)}>
						{t("sessionsEnd")}
					</Button>
				</div>
			)}
			{asked && (
				<ConfirmDialog
					title={t("sessionsEndAsk", { name: nameAndNumber(name(person.name), staffId, locale) })}
					submitText={t("sessionsEnd")}
					danger
					onSubmit={() => end.mutateAsync({ input: { params: { staffId } } })}
					onClose={() => setAsked(false)}
				>
					<p>{t("sessionsEndText")}</p>
				</ConfirmDialog>
			)}
		</section>
	);
}
