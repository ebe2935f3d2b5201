import { useState } from "react";
import { historyOf, titleOf } from "../../client-kit/case/case-standing.ts";
import { wordsOfKind } from "../../client-kit/words/case/kind-words.ts";
import { factsOf } from "../../react-kit/case/case-facts.ts";
import { CaseHistory } from "../../react-kit/case/case-history.tsx";
import { caseDetails } from "../../react-kit/case/case-signs.tsx";
import { useTelling } from "../../react-kit/case/telling.ts";
import { type Shown, useShown } from "../../react-kit/data/use-shown.ts";
import { CASE } from "../../rules/routes/case.ts";
import type { CaseInFull, CaseShown } from "../../schema/customer/case.ts";
import { useRead } from "../data/use-read.ts";
import { addressTo, lastListOf } from "../frame/address.ts";
import { useNodeName } from "../institution/use-nodes.ts";
import { Reading } from "../parts/reading.tsx";
import { ShownTime } from "../parts/shown-time.tsx";
import { ViewHead } from "../parts/view-head.tsx";
import { useWords } from "../words/words.ts";
import { type CaseAct, CaseActs, CaseDialog } from "./case-acts.tsx";
import { StandingOf } from "./case-columns.tsx";
import { sectionOf } from "./case-query.ts";

const READ_EVERY_MS = 30_000;

/** One case, read from its branch: how it stands, what came to be, and what this person may do. */
export function CaseView({ branchId, caseId }: { readonly branchId: string; readonly caseId: string }) {
	const read = useRead(CASE, { params: { branchId, caseId } }, { everyMs: READ_EVERY_MS });
	return read.data === undefined ? <Reading read={read} /> : <OpenedCase shown={read.data} />;
}

function OpenedCase({ shown }: { readonly shown: CaseShown }) {
	const { t, name } = useWords();
	const telling = useTelling();
	const [act, setAct] = useState<CaseAct | null>(null);
	const inFull = useShown<CaseInFull>();
	const { branchId, kind } = shown;
	return (
		<>
			<ViewHead
				title={titleOf(shown) ?? t("caseErased")}
				text={[name(wordsOfKind(kind).name), ...caseDetails(shown, telling), shown.caseId].join(" · ")}
				back={
					<a href={lastListOf(sectionOf(kind), addressTo([sectionOf(kind)], { kind, node: branchId }))}>{t("back")}</a>
				}
			>
				<CaseActs shown={shown} onAct={setAct} />
			</ViewHead>
			<CaseFactList shown={shown} inFull={inFull} />
			<section className="panel" aria-label={t("caseHistory")}>
				<h2>{t("caseHistory")}</h2>
				<CaseHistory shown={shown} entries={historyOf(shown)} inFull={inFull.values?.texts ?? null} />
			</section>
			{act !== null && <CaseDialog act={act} shown={shown} inFull={inFull} onClose={() => setAct(null)} />}
		</>
	);
}

function CaseFactList({ shown, inFull }: { readonly shown: CaseShown; readonly inFull: Shown<CaseInFull> }) {
	const { t } = useWords();
	const telling = useTelling();
	const nodeName = useNodeName();
	const { moment } = telling;
	const isShown = (id: string) => inFull.values?.fields[id] !== undefined;
	const facts: readonly (readonly [label: string, value: React.ReactNode])[] = [
		[t("status"), <StandingOf key="status" row={shown} />],
		...factsOf(shown, inFull.values, telling).map(
			({ id, label, value }) => [label, isShown(id) ? <InClear key={id}>{value}</InClear> : value] as const,
		),
		[t("branchName"), nodeName(shown.branchId)],
		[t("caseOpenedBy"), `${telling.sayingOf(shown).person(shown.openedBy)} · ${moment(shown.openedAt)}`],
		[t("caseDay"), shown.businessDay],
		...(shown.closedAt === null ? [] : [[t("caseClosedAt"), moment(shown.closedAt)] as const]),
	];
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

/** What is masked otherwise. */
function InClear({ children }: { readonly children: string }) {
	return <span className="shown-value">{children}</span>;
}

function Fact({ label, value }: { readonly label: string; readonly value: React.ReactNode }) {
	return (
		<>
			<dt>{label}</dt>
			<dd>{value}</dd>
		</>
	);
}
