import { useState } from "react";
import { TEXT_MAX_CHARS } from "../../../schema/limits.ts";
import { ActionButton } from "../../parts/action-button.tsx";
import { DeskNoticeLine } from "../../parts/desk-notice.tsx";
import { Field } from "../../parts/field.tsx";
import { Sheet } from "../../parts/sheet.tsx";
import { usePhone } from "../../sheet/phone-context.ts";
import { useWords } from "../../words/words.ts";

const SPOT = "reopen-day";

/** Reopens a closed day; the reason stays on record. */
export function ReopenDaySheet() {
	const { hall, desk, onClose } = usePhone();
	const { t } = useWords();
	const [reason, setReason] = useState("");
	const said = reason.trim();
	const reopen = async () => {
		const result = await desk.run(SPOT, t("reopenDay"), { command: { type: "reopen-day", reason: said } });
		if (result?.status === "done") onClose();
	};
	return (
		<Sheet
			title={t("reopenDayTitle")}
			onClose={onClose}
			foot={
				<div className="pair tall">
					<ActionButton label={t("cancel")} onPress={onClose} />
					<ActionButton
						tone="primary"
						label={t("reopenDay")}
						waiting={desk.isWaiting(SPOT)}
						disabled={said === "" || hall.branch.dayStatus !== "closed"}
						onPress={() => void reopen()}
					/>
				</div>
			}
		>
			<p>{t("reopenDayText")}</p>
			<Field
				label={t("reopenDayReason")}
				value={reason}
				onChange={setReason}
				input={{ maxLength: TEXT_MAX_CHARS }}
				isFirst
			/>
			<DeskNoticeLine desk={desk} spots={[SPOT]} />
		</Sheet>
	);
}
