import { useCallback, useEffect, useState } from "react";
import { call } from "../../client-kit/call/call.ts";
import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import { clockTime, dayInWords } from "../../client-kit/language/format.ts";
import type { Locale } from "../../client-kit/language/i18n.ts";
import { END_SESSION, SESSIONS } from "../../rules/routes/session.ts";
import type { SessionRow } from "../../schema/people/session.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { ProblemLine } from "../parts/problem-line.tsx";
import { useWords } from "../words/words.ts";

/** Where else I am signed in, and how to end that. */
export function MySessions({ timeZone, onBack }: { readonly timeZone: string; readonly onBack: () => void }) {
	const { t } = useWords();
	const [rows, setRows] = useState<readonly SessionRow[] | null>(null);
	const [problem, setProblem] = useState<ClientProblem | null>(null);
	const [waiting, setWaiting] = useState(false);
	const [asked, setAsked] = useState<readonly SessionRow[] | null>(null);
	const read = useCallback(async () => {
		const found = await call(SESSIONS, {}, null);
		if (found.ok) setRows(found.value.rows);
		else setProblem(found.problem);
	}, []);
	useEffect(() => void read(), [read]);
	const end = async (ended: readonly SessionRow[]) => {
		setWaiting(true);
		for (const { sessionId } of ended) {
			const result = await call(END_SESSION, { params: { sessionId } }, null);
			// One that has ended by itself is what was wanted.
			if (!result.ok && result.problem.code !== "unknown-session") setProblem(result.problem);
		}
		await read();
		setWaiting(false);
		setAsked(null);
	};
	const others = (rows ?? []).filter(({ current }) => !current);
	if (asked !== null) {
		return (
			<EndQuestion
				rows={asked}
				timeZone={timeZone}
				waiting={waiting}
				onEnd={() => void end(asked)}
				onBack={() => setAsked(null)}
			/>
		);
	}
	return (
		<div className="stack">
			{rows === null && problem === null && <p className="soft">{t("loading")}</p>}
			<ul className="stack">
				{(rows ?? []).map((row) => (
					<Row key={row.sessionId} row={row} timeZone={timeZone} onEnd={() => setAsked([row])} />
				))}
			</ul>
			{rows !== null && others.length === 0 && <p className="soft">{t("sessionsNone")}</p>}
			<ProblemLine problem={problem} />
			<div className="pair tall">
				<ActionButton label={t("back")} onPress={onBack} />
				{others.length > 1 && (
					<ActionButton tone="danger" label={t("endOtherSessions")} onPress={() => setAsked(others)} />
				)}
			</div>
		</div>
	);
}

/** Asks once, and says which sign-ins it is about: two phones of one make look alike but for when they were used. */
function EndQuestion(props: {
	readonly rows: readonly SessionRow[];
	readonly timeZone: string;
	readonly waiting: boolean;
	readonly onEnd: () => void;
	readonly onBack: () => void;
}) {
	const { rows, timeZone } = props;
	const { t, locale } = useWords();
	const time = (at: number) => timeInWords(at, timeZone, locale);
	return (
		<div className="stack">
			<p>{t(rows.length > 1 ? "endOthersAsk" : "endSessionAsk")}</p>
			{rows.map(({ sessionId, label, startedAt, lastUsedAt }) => (
				<p key={sessionId} className="tabular">
					{t("endSessionWhich", { label, started: time(startedAt), used: time(lastUsedAt) })}
				</p>
			))}
			<div className="pair tall">
				<ActionButton label={t("back")} onPress={props.onBack} />
				<ActionButton tone="danger" label={t("endSession")} waiting={props.waiting} onPress={props.onEnd} />
			</div>
		</div>
	);
}

function timeInWords(at: number, timeZone: string, locale: Locale): string {
	return `${dayInWords(at, timeZone, locale)} ${clockTime(at, timeZone)}`;
}

function Row(props: { readonly row: SessionRow; readonly timeZone: string; readonly onEnd: () => void }) {
	const { row, timeZone } = props;
	const { t, locale } = useWords();
	const time = timeInWords(row.lastUsedAt, timeZone, locale);
	return (
		<li className="row session-row">
			<div className="lines grow">
				<strong>{row.label}</strong>
				<span className="soft tabular">{t("sessionUsed", { time })}</span>
			</div>
			{row.locked && <span className="tag">{t("locked")}</span>}
			{row.current ? (
				<span className="tag">{t("thisSession")}</span>
			) : (
				<ActionButton label={t("endSession")} onPress={props.onEnd} />
			)}
		</li>
	);
}
