import { useState } from "react";
import type { Role } from "../../schema/actor.ts";
import type { PassedTo, PassReason } from "../../schema/hall/alert.ts";
import { ROLE_NAMES } from "../../schema/role-name.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { Chips } from "../parts/chips.tsx";
import { DeskNoticeLine } from "../parts/desk-notice.tsx";
import { Sheet } from "../parts/sheet.tsx";
import { usePhone } from "../sheet/phone-context.ts";
import { PASS_REASONS, PASS_WORD } from "../words/alert-labels.ts";
import { alertName } from "../words/alert-name.ts";
import { staffNameAndNumber } from "../words/staff-name.ts";
import { useWords } from "../words/words.ts";

/** The posts one asks first when it is no matter who of them comes. */
const ROLES: readonly Role[] = [
	"lobby-manager",
	"branch-head",
	"duty-supervisor",
	"it-support",
	"lobby-usher",
	"guard",
];

/** Somebody else takes it: why, then who; whoever is not on duty is refused by the branch. */
export function PassOnSheet({ alertId }: { readonly alertId: string }) {
	const { hall, desk, staffId, onClose } = usePhone();
	const words = useWords();
	const { t, name } = words;
	const [reason, setReason] = useState<PassReason>("busy");
	const alert = hall.alerts.get(alertId);
	const spot = `alert:${alertId}`;
	if (!alert) return null;
	const button = (key: string, label: string, to: PassedTo) => (
		<ActionButton
			key={key}
			label={label}
			waiting={desk.underway.some((each) => each.spot === spot && each.label === label)}
			disabled={desk.isWaiting(spot)}
			onPress={async () => {
				const command = { type: "pass-on-alert", alertId, to, reason } as const;
				const result = await desk.run(spot, label, { command }, t("passedOn", { who: label }));
				if (result?.status === "done") onClose();
			}}
		/>
	);
	const people = [...hall.staff.values()].filter(({ id }) => id !== staffId);
	return (
		<Sheet title={t("passOnTitle", { what: alertName(hall, alert, words) })} onClose={onClose}>
			<Chips
				legend={t("passOnWhy")}
				choices={PASS_REASONS.map((id) => ({ id, label: t(PASS_WORD[id]) }))}
				value={reason}
				onChange={(chosen) => setReason(chosen ?? reason)}
			/>
			<DeskNoticeLine desk={desk} spots={[spot]} />
			<h3>{t("passOnToRole")}</h3>
			<div className="pair">{ROLES.map((role) => button(role, name(ROLE_NAMES[role]), { role }))}</div>
			<h3>{t("passOnToPerson")}</h3>
			<div className="pair">
				{people.map(({ id }) => button(id, staffNameAndNumber(hall, id, words), { staffId: id }))}
			</div>
		</Sheet>
	);
}
