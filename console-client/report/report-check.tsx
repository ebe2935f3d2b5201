import { Button } from "antd";
import { useState } from "react";
import { VERIFY_REPORT } from "../../rules/routes/branch.ts";
import { useRead } from "../data/use-read.ts";
import { Reading } from "../parts/reading.tsx";
import { Sign } from "../parts/sign.tsx";
import { useWords } from "../words/words.ts";

/** Makes the report again from the commits and says whether it is the stored one. */
export function ReportCheck({ branchId, businessDay }: { readonly branchId: string; readonly businessDay: string }) {
	const { t } = useWords();
	const [asked, setAsked] = useState(false);
	const read = useRead(VERIFY_REPORT, { params: { branchId, businessDay } }, { enabled: asked });
	if (!asked) return <Button onClick={() => setAsked(true)}>{t("reportCheck")}</Button>;
	if (read.data === undefined) return <Reading read={read} part />;
	const { identical, stored, brokenAt, version, versionKnown } = read.data;
	if (!stored) return <Sign tone="near">{t("reportNotStored")}</Sign>;
	if (brokenAt !== null) return <Sign tone="over">{t("reportBroken", { seq: brokenAt })}</Sign>;
	if (!versionKnown) return <Sign tone="near">{t("reportUnknownVersion", { version: version ?? "" })}</Sign>;
	return <Sign tone={identical ? "good" : "over"}>{t(identical ? "reportIdentical" : "reportDiffers")}</Sign>;
}
