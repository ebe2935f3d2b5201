import { useState } from "react";
import type { Role } from "../../schema/actor.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { Sheet } from "../parts/sheet.tsx";
import { useWords } from "../words/words.ts";
import { ConfirmSheet } from "./confirm-sheet.tsx";
import type { SheetProps } from "./sheet-props.ts";

const PLACE = "close-day";
/** Whom the branch lets close its day; others are not offered what would be refused. */
const MAY_CLOSE_DAY: readonly Role[] = ["lobby-manager", "stand-in", "branch-head", "deputy-head"];

/** What is done rarely. */
export function MoreSheet({ hall, desk, role, onClose }: SheetProps) {
	const { t } = useWords();
	const [closing, setClosing] = useState(false);
	const left = [...hall.tickets.values()].filter((ticket) =>
		["waiting", "called", "serving", "held"].includes(ticket.status),
	).length;
	if (closing) {
		return (
			<ConfirmSheet
				title={t("closeDayTitle")}
				text={left === 0 ? t("closeDayTextNone") : t("closeDayText", { count: left })}
				confirm={t("closeDayConfirm")}
				desk={desk}
				deskPlace={PLACE}
				onClose={onClose}
				onConfirm={async () => {
					const result = await desk.run(PLACE, t("closeDay"), { command: { type: "close-day" } });
					if (result?.status === "done") onClose();
				}}
			/>
		);
	}
	return (
		<Sheet title={t("moreTitle")} onClose={onClose}>
			<div className="sheet-list">
				{MAY_CLOSE_DAY.includes(role) && (
					<ActionButton
						tone="danger"
						label={t("closeDay")}
						disabled={hall.branch.dayStatus !== "open"}
						onPress={() => setClosing(true)}
					/>
				)}
				<a className="button-like" href="/">
					{t("toStart")}
				</a>
			</div>
		</Sheet>
	);
}
