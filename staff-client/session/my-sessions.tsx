import { useCallback, useEffect, useState } from "react";
import { call } from "../../client-kit/call.ts";
import type { ClientProblem } from "../../client-kit/client-problem.ts";
import { clockTime, dayInWords } from "../../client-kit/format.ts";
import { END_SESSION, SESSIONS } from "../../rules/routes/session.ts";
import type { SessionRow } from "../../schema/session.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { ProblemLine } from "../parts/problem-line.tsx";
import { useWords } from "../words/words.ts";

/** Where else I am signed in, and how to end that. */
export function MySessions({ timeZone, onBack }: { readonly timeZone: string; readonly onBack: () => void }) {
	const { t } = useWords();
	const [rows, setRows] = useState<readonly SessionRow[] | null>(null);
	const [problem, setProblem] = useState<ClientProblem | null>(null);
	const [waiting, setWaiting] = useState(false);
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
	};
	const others = (rows ?? []).filter(({ current }) => !current);
	return (
		<div className="form">
			{rows === null && problem === null && <p className="soft">{t("loading")}</p>}
			<ul className="form">
				{(rows ?? []).map((row) => (
					<Row key={row.sessionId} row={row} timeZone={timeZone} waiting={waiting} onEnd={() => void end([row])} />
				))}
			</ul>
			{rows !== null && others.length === 0 && <p className="soft">{t("sessionsNone")}</p>}
			<ProblemLine problem={problem} />
			<div className="sheet-actions">
				<ActionButton label={t("back")} onPress={onBack} />
				{others.length > 1 && (
					<ActionButton
						tone="danger"
						label={t("endOtherSessions")}
						waiting={waiting}
						onPress={() => void end(others)}
					/>
				)}
			</div>
		</div>
	);
}

function Row(props: {
	readonly row: SessionRow;
	readonly timeZone: string;
	readonly waiting: boolean;
	readonly onEnd: () => void;
}) {
	const { row, timeZone } = props;
	const { t, locale } = useWords();
	const time = `${dayInWords(row.lastUsedAt, timeZone, locale)} ${clockTime(row.lastUsedAt, timeZone)}`;
	return (
		<li className="session-row">
			<div>
				<strong>{row.label}</strong>
				<span className="soft tabular">{t("sessionUsed", { time })}</span>
			</div>
			{row.locked && <span className="tag">{t("locked")}</span>}
			{row.current ? (
				<span className="tag">{t("thisSession")}</span>
			) : (
				<ActionButton label={t("endSession")} disabled={props.waiting} onPress={props.onEnd} />
			)}
		</li>
	);
}
