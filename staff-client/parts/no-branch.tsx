import { useWords } from "../words/words.ts";
import { FullNotice } from "./full-notice.tsx";

/** The address names no branch. */
export function NoBranch() {
	const { t } = useWords();
	return (
		<FullNotice icon="lock" title={t("noBranchTitle")} text={t("noBranchText")}>
			<a className="action" href="/">
				{t("toStart")}
			</a>
		</FullNotice>
	);
}
