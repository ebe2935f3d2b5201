import { useState } from "react";
import { alertsOf } from "../hall/alerts.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { Chips } from "../parts/chips.tsx";
import { usePhone } from "../sheet/phone-context.ts";
import { alertName } from "../words/alert-name.ts";
import { staffNameAndNumber } from "../words/staff-name.ts";
import { useWords } from "../words/words.ts";
import { type Absence, AWAY_REASONS, BACK_MINUTES, type Reason } from "./absence.ts";

const MINUTE_MS = 60_000;
export const PRESENCE_SPOT = "presence";

/** Who leaves, why and until when; who has the lobby names a stand-in, and what is open goes with it. */
export function LeaveForm({
	who,
	reachable,
}: {
	readonly who: string;
	readonly reachable: ReadonlySet<string> | null;
}) {
	const { hall, live, desk, staffId, onClose } = usePhone();
	const words = useWords();
	const { t } = words;
	const [status, setStatus] = useState<Absence>("away");
	const [reason, setReason] = useState<Reason | null>(who === staffId ? null : "called-away");
	const [minutes, setMinutes] = useState<string | null>(null);
	const [standIn, setStandIn] = useState<string | null>(null);
	const hasLobby = hall.presence.get(who)?.lobby === true && hall.branch.dayStatus === "open";
	const items = who === staffId ? alertsOf(hall, live.me, live.now).taken : [];
	const others = [...hall.staff.values()].filter(({ id }) => id !== who);
	const send = async () => {
		const back = minutes === null ? {} : { backAt: Math.round(live.now) + Number(minutes) * MINUTE_MS };
		const why = reason === null ? {} : { reason };
		const whom = who === staffId ? {} : { staffId: who };
		const command = { type: "set-presence", status, ...whom, ...why, ...back, ...(standIn && { standIn }) } as const;
		const asked =
			standIn === null ? t("presenceSaid") : t("presenceAsked", { name: staffNameAndNumber(hall, standIn, words) });
		const result = await desk.run(PRESENCE_SPOT, t("presenceLeave"), { command }, asked);
		if (result?.status === "done") onClose();
	};
	return (
		<>
			<Chips
				legend={t("presenceLeave")}
				choices={(["away", "lunch", "off-duty"] as const).map((id) => ({ id, label: t(`presence-${id}`) }))}
				value={status}
				onChange={(chosen) => setStatus(chosen ?? status)}
			/>
			{status === "away" && (
				<Chips
					legend={t("presenceWhy")}
					choices={AWAY_REASONS.map((id) => ({ id, label: t(`why-${id}`) }))}
					value={reason}
					onChange={setReason}
				/>
			)}
			{status !== "off-duty" && (
				<Chips
					legend={t("presenceBack")}
					choices={BACK_MINUTES.map((count) => ({ id: String(count), label: t("presenceMinutes", { count }) }))}
					value={minutes}
					onChange={setMinutes}
				/>
			)}
			{hasLobby && (
				<>
					<p className="soft">{t("presenceStandInText")}</p>
					<Chips
						legend={t("presenceStandIn")}
						choices={others.map(({ id }) => {
							const name = staffNameAndNumber(hall, id, words);
							const isFar = reachable !== null && !reachable.has(id);
							return { id, label: isFar ? `${name} · ${t("presenceUnreachable")}` : name };
						})}
						value={standIn}
						onChange={setStandIn}
					/>
					{items.length > 0 && <h3>{t("presenceOpenItems", { count: items.length })}</h3>}
					<ul>
						{items.map((alert) => (
							<li key={alert.id}>{alertName(hall, alert, words)}</li>
						))}
					</ul>
				</>
			)}
			<ActionButton
				tone="primary"
				className="wide"
				label={t("presenceLeave")}
				waiting={desk.isWaiting(PRESENCE_SPOT)}
				onPress={() => void send()}
			/>
		</>
	);
}
