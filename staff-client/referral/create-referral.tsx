import { broughtBy, caseFieldsOf, EMPTY_CASE_DRAFT } from "../../client-kit/case/case-form.ts";
import { stepWords } from "../../client-kit/words/case/kind-words.ts";
import { CaseFields, gapInWords } from "../../react-kit/case/case-fields.tsx";
import { useTelling } from "../../react-kit/case/telling.ts";
import { REFERRAL } from "../../rules/case/referral.ts";
import { useOpenCases } from "../case/cases-context.ts";
import { useOpening } from "../case/use-opening.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { Notice } from "../parts/notice.tsx";
import { ProblemLine } from "../parts/problem-line.tsx";
import { Sheet } from "../parts/sheet.tsx";
import { usePhone } from "../sheet/phone-context.ts";
import { useWords } from "../words/words.ts";
import { ReasonTiles } from "./reason-tiles.tsx";
import { useReasonCodes } from "./use-reason-codes.ts";

const KIND = "referral";
const RULE = { step: "open", rule: REFERRAL.opening, shown: null };

/** A customer worth an introduction: a name, and the reason saves it; all else may follow. */
export function CreateReferral(props: { readonly ticketId: string | null }) {
	const { hall, live, onClose } = usePhone();
	const cases = useOpenCases();
	const { ticketId } = props;
	const { t, name } = useWords();
	const telling = useTelling();
	const { draft, change, progress, gap, send, again } = useOpening(cases, {
		...{ ...EMPTY_CASE_DRAFT, kind: KIND },
		ties: ticketId === null ? {} : { ticketId },
	});
	const reasons = useReasonCodes(hall, cases);
	const fields = firstFields(live.rules.referenceOnly);
	const save = async (reasonCode: string) => {
		const made = broughtBy(draft, fields, { definition: REFERRAL, rule: REFERRAL.opening, shown: null, inHall: true });
		if ("gap" in made) return send(made);
		const { facts, ties } = made.brought;
		const tied = draft.ties.ticketId === undefined ? {} : { ticketId: draft.ties.ticketId };
		const all = { facts: { ...facts, reasonCode }, ties: { ...ties, ...tied } };
		await send({ brought: { ...made.brought, ...all } }, reasonCode);
	};
	const number = hall.tickets.get(draft.ties.ticketId ?? "")?.number;
	if (progress.at === "saved") {
		return <Saved caseId={progress.saved.caseId} onAgain={() => again({ ...EMPTY_CASE_DRAFT, kind: KIND })} />;
	}
	return (
		<Sheet
			title={number === undefined ? name(stepWords(KIND, "open").act) : t("referOf", { number })}
			onClose={onClose}
		>
			<form className="stack" onSubmit={(event) => event.preventDefault()}>
				<CaseFields {...{ ...RULE, fields, draft }} kind={KIND} onChange={change} />
				{progress.at === "writing" && (
					<ProblemLine problem={gap === null ? progress.problem : gapInWords(KIND, gap, telling)} />
				)}
				{progress.at === "sending" && cases.records.waiting > 0 && <Notice level="near" text={t("caseWaits")} />}
				<ReasonTiles reasons={reasons} sending={progress.at === "sending" ? progress.what : null} onChoose={save} />
			</form>
		</Sheet>
	);
}

/** The name first, or the reference where no names are kept; the reason is what saves it. */
function firstFields(referenceOnly: boolean) {
	const all = caseFieldsOf(REFERRAL, REFERRAL.opening, referenceOnly);
	const rest = all.filter(({ name, is }) => name !== "reasonCode" && is !== "stage");
	const first = referenceOnly ? "customerReference" : "name";
	return rest.map((field) => ({ ...field, isNeeded: field.name === first }));
}

function Saved(props: { readonly caseId: string; readonly onAgain: () => void }) {
	const { onClose, onOpen, may } = usePhone();
	const { caseId } = props;
	const { t, name } = useWords();
	return (
		<Sheet
			title={t("referSaved")}
			onClose={onClose}
			foot={
				<div className="pair tall">
					<ActionButton label={t("referAnother")} onPress={props.onAgain} />
					<ActionButton tone="primary" label={t("done")} onPress={onClose} />
				</div>
			}
		>
			<Notice level="within" text={t("referSavedText")} />
			{may("referral.change") && (
				<ActionButton label={name(stepWords(KIND, "change").act)} onPress={() => onOpen({ kind: "case", caseId })} />
			)}
		</Sheet>
	);
}
