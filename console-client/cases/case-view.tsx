import { useState } from "react";
import { historyOf, titleOf } from "../../client-kit/case/case-standing.ts";
import { ownerInWords, valuesOf } from "../../client-kit/case/case-values.ts";
import { wordsOfKind } from "../../client-kit/words/case/kind-words.ts";
import { type Shown, useShown } from "../../react-kit/data/use-shown.ts";
import { definitionOf } from "../../rules/case/kinds.ts";
import { CASE } from "../../rules/routes/case.ts";
import type { CaseInFull, CaseShown } from "../../schema/customer/case.ts";
import { useRead } from "../data/use-read.ts";
import { addressTo, lastListOf } from "../frame/address.ts";
import { useNodeName } from "../institution/use-nodes.ts";
import { momentToMinute } from "../parts/moment.ts";
import { Reading } from "../parts/reading.tsx";
import { ShownTime } from "../parts/shown-time.tsx";
import { useNow } from "../parts/use-now.ts";
import { ViewHead } from "../parts/view-head.tsx";
import { useWords } from "../words/words.ts";
import { type CaseAct, CaseActs, CaseDialog } from "./case-acts.tsx";
import { CaseSigns } from "./case-columns.tsx";
import { ownerWord } from "./case-fields.tsx";
import { HistoryOfCase } from "./case-history.tsx";
import { caseDetails } from "./case-line.tsx";
import { sectionOf } from "./case-query.ts";
import { sayingOf } from "./saying.ts";

const READ_EVERY_MS = 30_000;
const NOW_EVERY_MS = 30_000;

/** One case, read from its branch: how it stands, what came to be, and what this person may do. */
export function CaseView({ caseId }: { readonly caseId: string }) {
	// A case's id begins with its branch.
	const branchId = caseId.slice(0, caseId.lastIndexOf("_"));
	const read = useRead(CASE, { params: { branchId, caseId } }, { everyMs: READ_EVERY_MS });
	return read.data === undefined ? <Reading read={read} /> : <OpenedCase shown={read.data} />;
}

function OpenedCase({ shown }: { readonly shown: CaseShown }) {
	const words = useWords();
	const { t, name } = words;
	const [act, setAct] = useState<CaseAct | null>(null);
	const inFull = useShown<CaseInFull>();
	const { branchId, kind } = shown;
	return (
		<>
			<ViewHead
				title={titleOf(shown) ?? t("caseErased")}
				text={[name(wordsOfKind(kind).name), ...caseDetails(shown, words), shown.caseId].join(" · ")}
				back={
					<a href={lastListOf(sectionOf(kind), addressTo([sectionOf(kind)], { kind, node: branchId }))}>{t("back")}</a>
				}
			>
				<CaseActs shown={shown} onAct={setAct} />
			</ViewHead>
			<CaseFactList shown={shown} inFull={inFull} />
			<section className="panel" aria-label={t("caseHistory")}>
				<h2>{t("caseHistory")}</h2>
				<HistoryOfCase shown={shown} entries={historyOf(shown)} inFull={inFull.values?.texts ?? null} />
			</section>
			{act !== null && <CaseDialog act={act} shown={shown} inFull={inFull} onClose={() => setAct(null)} />}
		</>
	);
}

function CaseFactList({ shown, inFull }: { readonly shown: CaseShown; readonly inFull: Shown<CaseInFull> }) {
	const words = useWords();
	const { t } = words;
	const nodeName = useNodeName();
	const saying = sayingOf(shown, words);
	const { reminds } = definitionOf(shown.kind);
	const now = useNow(NOW_EVERY_MS);
	const facts = [
		[t("status"), <CaseSigns key="signs" row={shown} now={now} />],
		...valuesOf(shown, inFull.values, saying).map(({ id, label, value }) => {
			const isShown = inFull.values?.fields[id] !== undefined;
			return [
				label,
				isShown ? (
					<span key={id} className="shown-value">
						{value}
					</span>
				) : (
					value
				),
			] as const;
		}),
		[ownerWord(shown.kind, words), ownerInWords(shown, saying)],
		...(reminds === false ? [] : [[t("caseDue"), momentToMinute(shown.dueAt)] as const]),
		[t("branchName"), nodeName(shown.branchId)],
		[t("caseOpenedBy"), `${saying.person(shown.openedBy)} · ${momentToMinute(shown.openedAt)}`],
		[t("caseDay"), shown.businessDay],
		...(
			[
				["caseReminded", shown.remindedAt],
				["caseEscalated", shown.escalatedAt],
				["caseClosedAt", shown.closedAt],
				["caseErasedAt", shown.erasedAt],
			] as const
		).flatMap(([word, at]) => (at === null ? [] : [[t(word), momentToMinute(at)] as const])),
	] as const;
	return (
		<section className="panel">
			<ShownTime shown={inFull} />
			<dl className="facts">
				{facts.map(([label, value]) => (
					<Fact key={label} label={label} value={value} />
				))}
			</dl>
		</section>
	);
}

function Fact({ label, value }: { readonly label: string; readonly value: React.ReactNode }) {
	return (
		<>
			<dt>{label}</dt>
			<dd>{value}</dd>
		</>
	);
}
