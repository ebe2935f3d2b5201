import { useState } from "react";
import { useOpenCases } from "../case/cases-context.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { DeskNoticeLine } from "../parts/desk-notice.tsx";
import { Sheet } from "../parts/sheet.tsx";
import { usePhone } from "../sheet/phone-context.ts";
import { staffName, staffNameAndNumber } from "../words/staff-name.ts";
import { useWords } from "../words/words.ts";
import { DutyOrder } from "./duty-order.tsx";
import { LeaveForm, PRESENCE_SPOT } from "./leave-form.tsx";
import { presenceInWords } from "./presence-line.tsx";
import { useHere } from "./use-here.ts";

/** One's own word on being there, and where the colleagues are; the head sends somebody away and sets the duty order here. */
export function PresenceSheet() {
	const { hall, live, desk, staffId, may, onClose } = usePhone();
	const cases = useOpenCases();
	const words = useWords();
	const { t } = words;
	const [sent, setSent] = useState<string | null>(null);
	const { reachable } = useHere({
		hall,
		credential: cases.credential,
		may,
		news: live.caseNews,
		connection: live.connection,
	});
	const said = hall.presence.get(staffId);
	const come = async (lobby: boolean) => {
		const command = { type: "set-presence", status: "on-duty", ...(lobby && { lobby: true as const }) } as const;
		const result = await desk.run(
			PRESENCE_SPOT,
			t(lobby ? "presenceTakeLobby" : "presenceGo"),
			{ command },
			t("presenceSaid"),
		);
		if (result?.status === "done") onClose();
	};
	if (sent !== null) {
		return (
			<Sheet title={t("presenceSendTitle", { name: staffName(hall, sent, words) })} onClose={onClose}>
				<DeskNoticeLine desk={desk} spots={[PRESENCE_SPOT]} />
				<LeaveForm who={sent} reachable={reachable} />
			</Sheet>
		);
	}
	const others = [...hall.staff.values()].filter(({ id }) => id !== staffId);
	return (
		<Sheet title={t("presence")} onClose={onClose}>
			<p className="tabular">{presenceInWords(said, hall.branch.timeZone, words)}</p>
			<DeskNoticeLine desk={desk} spots={[PRESENCE_SPOT]} />
			<div className="stack tall">
				<ActionButton
					tone="primary"
					label={t("presenceGo")}
					waiting={desk.isWaiting(PRESENCE_SPOT)}
					onPress={() => void come(false)}
				/>
				{said?.lobby !== true && (
					<ActionButton
						label={t("presenceTakeLobby")}
						waiting={desk.isWaiting(PRESENCE_SPOT)}
						onPress={() => void come(true)}
					/>
				)}
			</div>
			<LeaveForm who={staffId} reachable={reachable} />
			{may("presence.oversee") && <DutyOrder hall={hall} desk={desk} />}
			<h3>{t("presenceTeam")}</h3>
			<ul className="rows">
				{others.map(({ id }) => (
					<li key={id}>
						<span>
							<strong>{staffNameAndNumber(hall, id, words)}</strong>{" "}
							<span className="soft tabular">
								{presenceInWords(hall.presence.get(id), hall.branch.timeZone, words)}
								{reachable !== null && !reachable.has(id) && ` · ${t("presenceUnreachable")}`}
							</span>
						</span>
						{may("presence.oversee") && <ActionButton label={t("presenceSend")} onPress={() => setSent(id)} />}
					</li>
				))}
			</ul>
		</Sheet>
	);
}
