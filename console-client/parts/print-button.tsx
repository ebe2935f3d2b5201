import { Button } from "antd";
import { useWords } from "../words/words.ts";

/** Prints the page as it stands; what cannot be pressed on paper is left out there. */
export function PrintButton() {
	const { t } = useWords();
	return <Button onClick={() => print()}>{t("reportPrint")}</Button>;
}
