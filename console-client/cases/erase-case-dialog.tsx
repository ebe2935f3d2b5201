import { CaseLine } from "../../react-kit/case/case-signs.tsx";
import { ERASE_CASE } from "../../rules/routes/case.ts";
import type { CaseShown } from "../../schema/customer/case.ts";
import { useChange } from "../data/use-change.ts";
import { EraseForm } from "../parts/form/erase-form.tsx";
import { useWords } from "../words/words.ts";

/** All texts of a case, for good; one that is still open ends with them. */
export function EraseCaseDialog({ shown, onClose }: { readonly shown: CaseShown; readonly onClose: () => void }) {
	const { t } = useWords();
	const erase = useChange(ERASE_CASE, ["case", "cases"]);
	const { branchId, caseId } = shown;
	return (
		<EraseForm
			title={t("caseEraseTitle")}
			submitText={t("caseErase")}
			text={t("caseEraseText")}
			onSubmit={(body) => erase.mutateAsync({ input: { params: { branchId, caseId }, body } })}
			onClose={onClose}
		>
			<CaseLine row={shown} />
		</EraseForm>
	);
}
