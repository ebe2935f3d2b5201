import { DisclosureReason } from "../../../schema/customer/disclosure.ts";
import { useWords } from "../../words/words.ts";
import { ContractText } from "./contract-text.tsx";

/** Asks why somebody needs to see or erase personal data; stands under `reason` in the form's values. */
export function ReasonField() {
	const { t } = useWords();
	return <ContractText schema={DisclosureReason} name="reason" label={t("reason")} extra={t("disclosureHint")} />;
}
