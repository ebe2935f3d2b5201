import { useState } from "react";
import { ActionButton } from "../parts/action-button.tsx";
import { Sheet } from "../parts/sheet.tsx";
import { useMine } from "../session/own-session.ts";
import { useWords } from "../words/words.ts";
import { ConfirmSheet } from "./confirm-sheet.tsx";
import type { SheetProps } from "./sheet-props.ts";

const PLACE = "close-day";
/** What is done rarely. */
export function MoreSheet({ hall, desk, may, onOpen, onClose }: SheetProps) {
	const { t } = useWords();
	const own = useMine();
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
				{may("referral.read") && <ActionButton label={t("referrals")} onPress={() => onOpen({ kind: "referrals" })} />}
				{own !== null && <ActionButton label={t("account")} onPress={() => onOpen({ kind: "account" })} />}
				{may("ticket.cancel-many") && (
					<ActionButton label={t("cancelMany")} onPress={() => onOpen({ kind: "cancel-many" })} />
				)}
				{may("day.close") && (
					<ActionButton
						tone="danger"
						label={t("closeDay")}
						disabled={hall.branch.dayStatus !== "open"}
						onPress={() => setClosing(true)}
					/>
				)}
				{may("device.approve") && (
					<a className="button-like" href={`/approve/${location.search}`}>
						{t("approveTitle")}
					</a>
				)}
				<a className="button-like" href="/">
					{t("toStart")}
				</a>
			</div>
		</Sheet>
	);
}
