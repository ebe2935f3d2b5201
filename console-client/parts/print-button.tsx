import { Button } from "antd";
import { useWords } from "../words/words.ts";

/** Prints the page as it stands, without buttons and other controls. */
export function PrintButton() {
	const { t } = useWords();
	return <Button onClick={() => print()}>{t("reportPrint")}</Button>;
}
