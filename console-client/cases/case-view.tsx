import { Button } from "antd";
import { useState } from "react";
import { isMainStep } from "../../client-kit/case/case-form.ts";
import { historyOf, titleOf } from "../../client-kit/case/case-standing.ts";
import { stepWords, wordsOfKind } from "../../client-kit/words/case/kind-words.ts";
import { definitionOf } from "../../rules/case/kinds.ts";
import { CASE } from "../../rules/routes/case.ts";
import type { CaseShown } from "../../schema/case-endpoints.ts";
import { useRead } from "../data/use-read.ts";
import { addressTo } from "../frame/address.ts";
import { useNodeName } from "../institution/use-nodes.ts";
import { momentToMinute } from "../parts/moment.ts";
import { Reading } from "../parts/reading.tsx";
import { useNow } from "../parts/use-now.ts";
import { ViewHead } from "../parts/view-head.tsx";
import { useWords } from "../words/words.ts";
import { CaseSigns } from "./case-columns.tsx";
import { CaseHistory } from "./case-history.tsx";
import { StepDialog } from "./step-dialog.tsx";
import { useOwners } from "./use-owners.ts";

const READ_EVERY_MS = 30_000;
const NOW_EVERY_MS = 30_000;

/** One case, read from its branch: how it stands, what came to be, and what this person may do. */
export function CaseView({ caseId }: { readonly caseId: string }) {
	const { t, name } = useWords();
	// A case's id begins with its branch.
	const branchId = caseId.slice(0, caseId.lastIndexOf("_"));
	const read = useRead(CASE, { params: { branchId, caseId } }, { everyMs: READ_EVERY_MS });
	const [doing, setDoing] = useState<{ readonly step: string; readonly version: number } | null>(null);
	if (read.data === undefined) return <Reading read={read} />;
	const shown = read.data;
	const rank = (step: string) => (isMainStep(definitionOf(shown.kind), step) ? 1 : 0);
	return (
		<>
			<ViewHead
				title={titleOf(shown) ?? t("caseErased")}
				text={`${name(wordsOfKind(shown.kind).name)} · ${shown.caseId}`}
				back={<a href={addressTo(["cases"], { kind: shown.kind, node: branchId })}>{t("back")}</a>}
			>
				{[...shown.possible]
					.sort((one, other) => rank(one) - rank(other))
					.map((step) => (
						<Button
							key={step}
							type={rank(step) > 0 ? "primary" : "default"}
							onClick={() => setDoing({ step, version: shown.version })}
						>
							{name(stepWords(shown.kind, step).act)}
						</Button>
					))}
			</ViewHead>
			<CaseFactList shown={shown} />
			<section className="panel" aria-label={t("caseHistory")}>
				<h2>{t("caseHistory")}</h2>
				<CaseHistory shown={shown} entries={historyOf(shown)} />
			</section>
			{doing !== null && (
				<StepDialog shown={shown} step={doing.step} since={doing.version} onClose={() => setDoing(null)} />
			)}
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
		...(shown.closedAt === null ? [] : [[t("caseClosedAt"), momentToMinute(shown.closedAt)] as const]),
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
