import type { LedgerRow } from "../../schema/ledger/ledger.ts";
import { LEDGER_STATES } from "../../schema/ledger/ledger-state.ts";
import { moment } from "../parts/moment.ts";
import type { Columns } from "../parts/paged-list.tsx";
import { Sign } from "../parts/sign.tsx";
import type { Tone } from "../parts/tone.ts";
import { useWords, type Words } from "../words/words.ts";

/** Columns of the ledger. */
export function ledgerColumns({ t, name }: Words, nodeName: (nodeId: string) => string): Columns<LedgerRow> {
	return [
		{ title: t("ledgerAt"), dataIndex: "at", className: "figure", render: moment },
		{
			title: `${t("ledgerWho")} · ${t("ledgerDevice")}`,
			key: "who",
			className: "who-cell",
			render: (_, { who, device }) => (
				<span className="branch-cell">
					{who === null ? t("ledgerStranger") : name(who)}
					{device !== undefined && <span className="soft">{device}</span>}
				</span>
			),
		},
		{ title: t("ledgerWhat"), key: "said", className: "long-cell", render: (_, { said }) => name(said) },
		{ title: t("outcome"), key: "outcome", className: "note-cell", render: (_, row) => <Outcome row={row} /> },
		{
			title: t("ledgerWhy"),
			dataIndex: "reason",
			className: "note-cell",
			render: (reason: string | undefined) => reason ?? "—",
		},
		{
			title: `${t("ledgerEntry")} · ${t("requestId")}`,
			key: "entry",
			className: "note-cell",
			render: (_, { chain, seq, requestId }) => (
				<span className="branch-cell">
					{nodeName(chain)} · {seq}
					<code className="soft">{requestId}</code>
				</span>
			),
		},
	];
}

const TONE = { done: "good", refused: "over", unknown: "near" } as const satisfies Record<
	LedgerRow["result"]["state"],
	Tone
>;

/** What came of it, why not, and which entry says so. */
function Outcome({ row }: { readonly row: LedgerRow }) {
	const { t, name } = useWords();
	const { state, why, toldBy } = row.result;
	return (
		<>
			<Sign tone={TONE[state]}>{name(LEDGER_STATES[state])}</Sign> {why !== null && name(why)}{" "}
			{toldBy !== null && <span className="soft">{t("ledgerToldBy", { seq: toldBy.seq })}</span>}
		</>
	);
}
