import { Bilingual } from "../../../schema/ids.ts";
import { useWords } from "../../words/words.ts";
import { ContractText } from "./contract-text.tsx";

/** The Chinese and the English name of a person or thing; they stand under `name` in the form's values. */
export function NameFields({ of }: { readonly of: "person" | "thing" }) {
	const { t } = useWords();
	const { zh, en } = Bilingual.shape;
	return (
		<>
			<ContractText schema={zh} name={["name", "zh"]} label={t(of === "person" ? "personNameZh" : "nameZh")} />
			<ContractText schema={en} name={["name", "en"]} label={t(of === "person" ? "personNameEn" : "nameEn")} />
		</>
	);
}
