import { useState } from "react";
import { closingTime } from "../../../client-kit/language/format.ts";
import { type ClosingCost, closingCost, isNameOf } from "../../hall/day-closing.ts";
import { ActionButton } from "../../parts/action-button.tsx";
import { DeskNoticeLine } from "../../parts/desk-notice.tsx";
import { Field } from "../../parts/field.tsx";
import { Sheet } from "../../parts/sheet.tsx";
import { usePhone } from "../../sheet/phone-context.ts";
import { useWords } from "../../words/words.ts";

const SPOT = "close-day";
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** Closes the day. Says first what that would cost; before closing time whoever is not a head must type the branch's name. */
export function CloseDaySheet() {
	const { hall, live, desk, may, onClose } = usePhone();
	const { t, name } = useWords();
	const [typed, setTyped] = useState("");
	const cost = closingCost(hall, live.now);
	const early = cost.leftMs > 0;
	const asks = early && !may("day.oversee");
	const closes = async () => {
		const result = await desk.run(SPOT, t("closeDay"), { command: { type: "close-day" } });
		if (result?.status === "done") onClose();
	};
	return (
		<Sheet
			title={t("closeDayTitle")}
			onClose={onClose}
			foot={
				<div className="pair tall">
					<ActionButton label={t("cancel")} onPress={onClose} />
					<ActionButton
						tone="danger"
						label={t("closeDayConfirm")}
						waiting={desk.isWaiting(SPOT)}
						disabled={hall.branch.dayStatus !== "open" || (asks && !isNameOf(hall.branch, typed))}
						onPress={() => void closes()}
					/>
				</div>
			}
		>
			<Costs cost={cost} closesAt={closingTime(hall.branch.closesAt ?? live.now, hall.branch.timeZone)} />
			<p>{t("closeDayAfter")}</p>
			{early && <p>{t("closeDayTellsHead")}</p>}
			{asks && (
				<Field
					label={t("closeDayType", { name: name(hall.branch.name) })}
					note={t("closeDayOrHead")}
					value={typed}
					onChange={setTyped}
					isFirst
				/>
			)}
			<DeskNoticeLine desk={desk} spots={[SPOT]} />
		</Sheet>
	);
}

function Costs({ cost, closesAt }: { readonly cost: ClosingCost; readonly closesAt: string }) {
	const { t } = useWords();
	const { waiting, atCounters, held, leftMs } = cost;
	const hours = Math.floor(leftMs / HOUR_MS);
	const minutes = Math.floor((leftMs % HOUR_MS) / MINUTE_MS);
	const lines = [
		...(leftMs > 0 ? [t("closeDayEarly", { hours, minutes, time: closesAt })] : []),
		...(waiting > 0 ? [t("closeDayWaiting", { count: waiting })] : []),
		...(atCounters > 0 ? [t("closeDayServing", { count: atCounters })] : []),
		...(held > 0 ? [t("closeDayHeld", { count: held })] : []),
	];
	if (lines.length === 0) return <p>{t("closeDayNobody")}</p>;
	return (
		<ul className="bullets">
			{lines.map((line) => (
				<li key={line}>{line}</li>
			))}
		</ul>
	);
}
