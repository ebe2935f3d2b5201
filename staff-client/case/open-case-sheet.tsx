import { useState } from "react";
import { broughtBy, caseFieldsOf, EMPTY_CASE_DRAFT } from "../../client-kit/case/case-form.ts";
import { nearTime } from "../../client-kit/case/case-standing.ts";
import { dueChoices } from "../../client-kit/case/due-choices.ts";
import { stepWords } from "../../client-kit/words/case/kind-words.ts";
import { CaseFields, gapInWords } from "../../react-kit/case/case-fields.tsx";
import { useTelling } from "../../react-kit/case/telling.ts";
import { type CaseKind, definitionOf } from "../../rules/case/kinds.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { Notice } from "../parts/notice.tsx";
import { ProblemLine } from "../parts/problem-line.tsx";
import { Sheet } from "../parts/sheet.tsx";
import { usePhone } from "../sheet/phone-context.ts";
import { staffName } from "../words/staff-name.ts";
import { useWords } from "../words/words.ts";
import { useOpenCases } from "./cases-context.ts";
import type { OpeningDraft } from "./use-cases.ts";
import { useOpening } from "./use-opening.ts";

/** A new case: of which kind, where there is a choice, then what it is. */
export function OpenCaseSheet() {
	const { onClose } = usePhone();
	const cases = useOpenCases();
	const { t, name } = useWords();
	const [only] = cases.openable.length === 1 ? cases.openable : [];
	const [kind, setKind] = useState<CaseKind | null>(cases.records.refused[0]?.draft.kind ?? only ?? null);
	if (kind !== null) return <OpenCaseForm kind={kind} />;
	return (
		<Sheet title={t("caseNewTitle")} onClose={onClose}>
			<div className="stack tall">
				{cases.openable.map((each) => (
					<ActionButton key={each} label={name(stepWords(each, "open").act)} onPress={() => setKind(each)} />
				))}
			</div>
		</Sheet>
	);
}

function OpenCaseForm(props: { readonly kind: CaseKind }) {
	const { hall, live, staffId, onClose } = usePhone();
	const cases = useOpenCases();
	const { kind } = props;
	const { t, name } = useWords();
	const telling = useTelling();
	// Owned by whoever writes it and due as the day ends, unless they say otherwise: then the text alone is to be typed.
	const isDue = fieldsOfOpening(kind, false).some(({ is }) => is === "due");
	const fresh: OpeningDraft = {
		...EMPTY_CASE_DRAFT,
		kind,
		ownerId: isDue && hall.staff.has(staffId) ? staffId : null,
		dueAt: isDue ? (dueChoices(live.now, hall.branch.closesAt, hall.branch.timeZone)[0]?.at ?? null) : null,
	};
	const { draft, change, progress, gap, send, again } = useOpening(cases, fresh);
	const submit = () => {
		const definition = definitionOf(kind);
		const filling = { definition, rule: definition.opening, shown: null, inHall: true };
		return send(broughtBy(draft, fieldsOfOpening(kind, live.rules.referenceOnly), filling));
	};
	if (progress.at === "saved") return <Saved draft={draft} onAgain={() => again(fresh)} />;
	const isSending = progress.at === "sending";
	return (
		<Sheet
			title={name(stepWords(kind, "open").act)}
			onClose={onClose}
			foot={
				<ActionButton
					tone="primary"
					className="wide tall"
					label={t("submit")}
					waiting={isSending}
					onPress={() => void submit()}
				/>
			}
		>
			<form className="stack" onSubmit={(event) => event.preventDefault()}>
				<CaseFields
					kind={kind}
					step="open"
					rule={definitionOf(kind).opening}
					shown={null}
					fields={fieldsOfOpening(kind, live.rules.referenceOnly)}
					draft={draft}
					onChange={change}
				/>
				{progress.at === "writing" && (
					<ProblemLine problem={gap === null ? progress.problem : gapInWords(kind, gap, telling)} />
				)}
				{isSending && cases.records.waiting > 0 && <Notice level="near" text={t("caseWaits")} />}
			</form>
		</Sheet>
	);
}

function fieldsOfOpening(kind: CaseKind, referenceOnly: boolean) {
	return caseFieldsOf(definitionOf(kind), definitionOf(kind).opening, referenceOnly);
}

function Saved(props: { readonly draft: OpeningDraft; readonly onAgain: () => void }) {
	const { hall, live, staffId, onClose } = usePhone();
	const { draft } = props;
	const words = useWords();
	const { t } = words;
	const owner = staffName(hall, draft.ownerId ?? staffId, words);
	const time = nearTime(draft.dueAt ?? live.now, live.now, hall.branch.timeZone, words);
	return (
		<Sheet
			title={t("caseSaved")}
			onClose={onClose}
			foot={
				<div className="pair tall">
					<ActionButton label={t("caseAnother")} onPress={props.onAgain} />
					<ActionButton tone="primary" label={t("done")} onPress={onClose} />
				</div>
			}
		>
			<Notice level="within" text={t("caseSavedText", { name: owner, time })} />
		</Sheet>
	);
}
