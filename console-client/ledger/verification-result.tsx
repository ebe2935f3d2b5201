import { Alert, Table } from "antd";
import type { ChainFault, ClosedDayCheck, LedgerVerification } from "../../schema/ledger/ledger.ts";
import type { Columns } from "../parts/paged-list.tsx";
import { Sign } from "../parts/sign.tsx";
import type { Tone } from "../parts/tone.ts";
import { type PlainWord, useWords, type Words } from "../words/words.ts";

const FAULT_WORD = {
	flipped: "faultFlipped",
	deleted: "faultDeleted",
	inserted: "faultInserted",
	swapped: "faultSwapped",
	head: "faultHead",
} as const satisfies Record<ChainFault, PlainWord>;

const CHECK = {
	agrees: { word: "checkAgrees", tone: "good" },
	differs: { word: "checkDiffers", tone: "over" },
	gone: { word: "checkGone", tone: "plain" },
	"set-back": { word: "checkSetBack", tone: "plain" },
	missing: { word: "checkMissing", tone: "over" },
	replaced: { word: "checkReplaced", tone: "plain" },
} as const satisfies Record<
	ClosedDayCheck["commits"] | ClosedDayCheck["report"],
	{ readonly word: PlainWord; readonly tone: Tone }
>;

/** What following a chain has found, in a sentence; for a branch also its closed days. */
export function VerificationResult({ result }: { readonly result: LedgerVerification }) {
	const { t } = useWords();
	const pending = result.pending > 0 ? t("ledgerPending", { count: result.pending }) : null;
	return (
		<>
			<Alert
				className="problem"
				role="status"
				type={result.holds ? "success" : "error"}
				title={verdict(result, t)}
				description={pending}
			/>
			{result.days.length > 0 && (
				<Table<ClosedDayCheck>
					size="small"
					rowKey="businessDay"
					columns={dayColumns(t)}
					dataSource={result.days}
					pagination={false}
				/>
			)}
		</>
	);
}

function verdict({ brokenAt, holds, entries }: LedgerVerification, t: Words["t"]): string {
	if (brokenAt !== null) return t("ledgerBreak", { seq: brokenAt.seq, what: t(FAULT_WORD[brokenAt.what]) });
	if (!holds) return t("ledgerDaysDiffer");
	return entries === 0 ? t("ledgerEmpty") : t("ledgerHolds", { count: entries });
}

function dayColumns(t: Words["t"]): Columns<ClosedDayCheck> {
	const sign = (found: keyof typeof CHECK) => <Sign tone={CHECK[found].tone}>{t(CHECK[found].word)}</Sign>;
	return [
		{ title: t("branchDay"), dataIndex: "businessDay" },
		{ title: t("dayCommits"), dataIndex: "commits", render: sign },
		{ title: t("dayReport"), dataIndex: "report", render: sign },
	];
}
