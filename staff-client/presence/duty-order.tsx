import { useState } from "react";
import type { Hall } from "../hall/hall.ts";
import type { Desk } from "../live/use-desk.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { staffNameAndNumber } from "../words/staff-name.ts";
import { useWords } from "../words/words.ts";

const SPOT = "duty-order";

/** The head's list of today: managers are tapped in the order in which they are to be asked, and once more to leave it. */
export function DutyOrder({ hall, desk }: { readonly hall: Hall; readonly desk: Desk }) {
	const words = useWords();
	const { t } = words;
	const [order, setOrder] = useState<readonly string[]>(hall.lobby?.dutyOrder ?? []);
	const managers = [...hall.staff.values()].filter(({ counterKinds = [] }) => counterKinds.includes("rm-desk"));
	const tap = (id: string) => setOrder(order.includes(id) ? order.filter((each) => each !== id) : [...order, id]);
	return (
		<section aria-label={t("dutyOrder")}>
			<h3>{t("dutyOrder")}</h3>
			<p className="soft">{t("dutyOrderText")}</p>
			<div className="stack tall">
				{managers.map(({ id }) => {
					const nth = order.indexOf(id) + 1;
					const name = staffNameAndNumber(hall, id, words);
					return <ActionButton key={id} label={nth === 0 ? name : `${nth}. ${name}`} onPress={() => tap(id)} />;
				})}
				<ActionButton
					tone="primary"
					label={t("dutyOrderSave")}
					waiting={desk.isWaiting(SPOT)}
					onPress={() => {
						const command = { type: "set-duty-order" as const, staffIds: [...order] };
						void desk.run(SPOT, t("dutyOrderSave"), { command }, t("presenceSaid"));
					}}
				/>
			</div>
		</section>
	);
}
