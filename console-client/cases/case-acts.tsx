import { Button } from "antd";
import { isMainStep } from "../../client-kit/case/case-form.ts";
import { actWord } from "../../client-kit/words/case/kind-words.ts";
import type { Shown } from "../../react-kit/data/use-shown.ts";
import { definitionOf } from "../../rules/case/kinds.ts";
import type { CaseInFull, CaseShown } from "../../schema/customer/case.ts";
import { useMe } from "../frame/me.ts";
import { useWords } from "../words/words.ts";
import { EraseCaseDialog } from "./erase-case-dialog.tsx";
import { ShowDialog } from "./show-dialog.tsx";
import { StepDialog } from "./step-dialog.tsx";

/** What is about to be done; of a step also the version that was looked at then. */
export type CaseAct =
	| { readonly kind: "show" | "erase" }
	| { readonly kind: "step"; readonly step: string; readonly version: number };

/** Buttons for what this person may do now; the step that completes the case comes last, as the primary one. */
export function CaseActs(props: { readonly shown: CaseShown; readonly onAct: (act: CaseAct) => void }) {
	const { shown, onAct } = props;
	const { t, name } = useWords();
	const me = useMe();
	const { kind, version } = shown;
	const { show } = definitionOf(kind).rights;
	const mayShow = show === undefined || me.may(show, shown.branchId);
	const rank = (step: string) => (isMainStep(definitionOf(kind), step) ? 1 : 0);
	return (
		<>
			{shown.erasedAt === null && me.may("privacy.erase", shown.branchId) && (
				<Button danger onClick={() => onAct({ kind: "erase" })}>
					{t("caseErase")}
				</Button>
			)}
			{mayShow && (shown.personal.length > 0 || Object.keys(shown.fields).length > 0) && (
				<Button onClick={() => onAct({ kind: "show" })}>{t("caseShow")}</Button>
			)}
			{[...shown.possible]
				.sort((one, other) => rank(one) - rank(other))
				.map((step) => (
					<Button
						key={step}
						type={rank(step) > 0 ? "primary" : "default"}
						onClick={() => onAct({ kind: "step", step, version })}
					>
						{name(actWord(shown, step))}
					</Button>
				))}
		</>
	);
}

export function CaseDialog(props: {
	readonly act: CaseAct;
	readonly shown: CaseShown;
	readonly inFull: Shown<CaseInFull>;
	readonly onClose: () => void;
}) {
	const { act, shown, inFull, onClose } = props;
	switch (act.kind) {
		case "show":
			return <ShowDialog shown={shown} inFull={inFull} onClose={onClose} />;
		case "erase":
			return <EraseCaseDialog shown={shown} onClose={onClose} />;
		case "step":
			return <StepDialog shown={shown} step={act.step} since={act.version} inFull={inFull} onClose={onClose} />;
		default:
			return act satisfies never;
	}
}
