import { titleOf } from "../../client-kit/case/case-standing.ts";
import { SHOW_CASE } from "../../rules/routes/case.ts";
import type { CaseShown } from "../../schema/customer/case.ts";
import type { EraseBody } from "../../schema/customer/disclosure.ts";
import { useChange } from "../data/use-change.ts";
import type { Shown } from "../data/use-shown.ts";
import { FormDialog } from "../parts/form/form-dialog.tsx";
import { ReasonField } from "../parts/form/reason-field.tsx";
import { useWords } from "../words/words.ts";

/** Nobody sees what names a customer without saying why. */
export function ShowTextsDialog(props: {
	readonly shown: CaseShown;
	readonly inFull: Shown<Readonly<Record<string, string>>>;
	readonly onClose: () => void;
}) {
	const { shown, inFull, onClose } = props;
	const { t } = useWords();
	const show = useChange(SHOW_CASE, []);
	const { branchId, caseId, personal } = shown;
	return (
		<FormDialog<EraseBody>
			title={t("caseShow")}
			submitText={t("referralShow")}
			onSubmit={async ({ reason }) => {
				const body = { texts: personal, reason };
				const { texts, hideAt } = await show.mutateAsync({ input: { params: { branchId, caseId }, body } });
				inFull.show({ values: texts, hideAt });
				show.reset();
			}}
			onClose={onClose}
		>
			<p className="soft">{titleOf(shown) ?? t("caseErased")}</p>
			<ReasonField />
		</FormDialog>
	);
}
