import { useState } from "react";
import { clockTime, spanInWords } from "../../../client-kit/language/format.ts";
import { counterState } from "../../hall/counter-state.ts";
import { mayClose } from "../../hall/in-charge.ts";
import { ActionButton } from "../../parts/action-button.tsx";
import { Facts } from "../../parts/facts.tsx";
import { Sheet } from "../../parts/sheet.tsx";
import { ConfirmSheet } from "../../sheet/confirm-sheet.tsx";
import { usePhone } from "../../sheet/phone-context.ts";
import { ACTIVITY_WORD } from "../../words/labels.ts";
import { staffNameAndNumber } from "../../words/staff-name.ts";
import { useWords } from "../../words/words.ts";

/** One counter: who works there, what it can do, whom it serves. Whoever oversees the hall may close it. */
export function CounterSheet(props: { readonly counterId: string }) {
	const { hall, live, desk, staffId, may, onClose } = usePhone();
	const { counterId } = props;
	const words = useWords();
	const { t, name } = words;
	const [closing, setClosing] = useState(false);
	const counter = hall.counters.get(counterId);
	if (!counter) return null;
	const state = counterState(hall, counter, live.now);
	const services = counter.services.flatMap((id) => {
		const service = hall.services.get(id);
		return service ? [name(service.name)] : [];
	});
	const deskSpot = `counter:${counterId}`;
	const span = spanInWords(live.now - state.sinceAt, words.locale);
	const since = t("ticketSince", { time: clockTime(state.sinceAt, hall.branch.timeZone) });
	if (closing) {
		return (
			<ConfirmSheet
				title={t("closeThisTitle", { name: name(counter.label) })}
				text={t("closeThisText", { name: staffNameAndNumber(hall, counter.staffId ?? "", words) })}
				confirm={t("closeThisCounter")}
				desk={desk}
				deskSpot={deskSpot}
				onClose={onClose}
				onConfirm={async () => {
					const result = await desk.run(deskSpot, t("closeThisCounter"), {
						command: { type: "close-counter", counterId },
						expect: { counterTicket: counter.ticketId },
					});
					if (result?.status === "done") onClose();
				}}
			/>
		);
	}
	return (
		<Sheet
			title={name(counter.label)}
			onClose={onClose}
			foot={
				state.activity !== "closed" &&
				mayClose(hall, counterId, staffId, may) && (
					<ActionButton
						tone="danger"
						className="wide tall"
						label={
							<>
								{t("closeThisCounter")}
								{state.ticket && <small>{t("closeThisBusy")}</small>}
							</>
						}
						disabled={state.ticket !== null}
						onPress={() => setClosing(true)}
					/>
				)
			}
		>
			<Facts
				rows={[
					{
						label: t(ACTIVITY_WORD[state.activity]),
						value: [state.ticket?.number ?? [], span, since].flat().join(" · "),
					},
					{
						label: t("counterStaff"),
						value: state.person ? staffNameAndNumber(hall, state.person.id, words) : t("counterNobody"),
					},
					{ label: t("counterServices"), value: services.join(" · ") },
				]}
			/>
		</Sheet>
	);
}
