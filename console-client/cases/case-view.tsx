import { useState } from "react";
import { historyOf, titleOf } from "../../client-kit/case/case-standing.ts";
import { wordsOfKind } from "../../client-kit/words/case/kind-words.ts";
import { CASE } from "../../rules/routes/case.ts";
import type { CaseShown } from "../../schema/customer/case.ts";
import { useRead } from "../data/use-read.ts";
import { useShown } from "../data/use-shown.ts";
import { addressTo } from "../frame/address.ts";
import { useNodeName } from "../institution/use-nodes.ts";
import { momentToMinute } from "../parts/moment.ts";
import { Reading } from "../parts/reading.tsx";
import { ShownTime } from "../parts/shown-time.tsx";
import { useNow } from "../parts/use-now.ts";
import { ViewHead } from "../parts/view-head.tsx";
import { useWords } from "../words/words.ts";
import { type CaseAct, CaseActs, CaseDialog } from "./case-acts.tsx";
import { CaseSigns } from "./case-columns.tsx";
import { CaseHistory } from "./case-history.tsx";
import { useOwners } from "./use-owners.ts";

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
	const { t, name } = useWords();
	const [act, setAct] = useState<CaseAct | null>(null);
	const inFull = useShown<Readonly<Record<string, string>>>();
	const { branchId, kind } = shown;
	return (
		<>
			<ViewHead
				title={titleOf(shown) ?? t("caseErased")}
				text={`${name(wordsOfKind(kind).name)} · ${shown.caseId}`}
				back={<a href={addressTo(["cases"], { kind, node: branchId })}>{t("back")}</a>}
			>
				<CaseActs shown={shown} onAct={setAct} />
			</ViewHead>
			<CaseFactList shown={shown} />
			<section className="panel" aria-label={t("caseHistory")}>
				<h2>{t("caseHistory")}</h2>
				<ShownTime shown={inFull} />
				<CaseHistory shown={shown} entries={historyOf(shown)} inFull={inFull.values} />
			</section>
			{act !== null && <CaseDialog act={act} shown={shown} inFull={inFull} onClose={() => setAct(null)} />}
		</>
	);
}

function CaseFactList({ shown }: { readonly shown: CaseShown }) {
	const { t } = useWords();
	const nodeName = useNodeName();
	const { nameOf } = useOwners(shown.branchId);
	const now = useNow(NOW_EVERY_MS);
	const facts = [
		[t("status"), <CaseSigns key="signs" row={shown} now={now} />],
		[t("caseOwner"), nameOf(shown.ownerId)],
		[t("caseDue"), momentToMinute(shown.dueAt)],
		[t("branchName"), nodeName(shown.branchId)],
		[t("caseOpenedBy"), `${nameOf(shown.openedBy)} · ${momentToMinute(shown.openedAt)}`],
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
		<dl className="facts panel">
			{facts.map(([label, value]) => (
				<Fact key={label} label={label} value={value} />
			))}
		</dl>
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
