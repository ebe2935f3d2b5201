import { useState } from "react";
import { minutesInWords } from "../../../client-kit/language/format.ts";
import { CANCELLED_AT_ONCE_MAX } from "../../../schema/limits.ts";
import type { HallTicket } from "../../hall/hall.ts";
import { waitingTickets } from "../../hall/service-queues.ts";
import { ActionButton } from "../../parts/action-button.tsx";
import { Sheet } from "../../parts/sheet.tsx";
import { ConfirmSheet } from "../../sheet/confirm-sheet.tsx";
import { usePhone } from "../../sheet/phone-context.ts";
import { useWords } from "../../words/words.ts";

const SPOT = "cancel-many";
/** Numbers younger than this can be chosen with one tap: numbers taken for fun were taken just now. */
const RECENT_MS = 300_000;

/** Cancels several numbers that belong to nobody (any more) at once; they are chosen from a list, the newest first. */
export function CancelManySheet() {
	const { hall, live, desk, onClose } = usePhone();
	const { t, name, locale } = useWords();
	const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
	const [asking, setAsking] = useState(false);
	const waiting = waitingTickets(hall).sort((one, other) => other.ordinal - one.ordinal);
	// A number that has been called meanwhile drops out of the choice.
	const chosen = waiting.filter((ticket) => picked.has(ticket.id)).slice(0, CANCELLED_AT_ONCE_MAX);
	const toggle = ({ id }: HallTicket) => {
		const next = new Set(picked);
		if (!next.delete(id)) next.add(id);
		setPicked(next);
	};
	const recent = waiting.filter((ticket) => live.now - ticket.issuedAt <= RECENT_MS);
	if (asking) {
		const numbers = chosen.map((ticket) => ticket.number).join(" ");
		return (
			<ConfirmSheet
				title={t("cancelManyTitle", { count: chosen.length })}
				text={t("cancelManyText", { numbers })}
				confirm={t("cancelMany")}
				desk={desk}
				deskSpot={SPOT}
				onClose={onClose}
				onConfirm={async () => {
					const ticketIds = chosen.map((ticket) => ticket.id);
					const result = await desk.run(SPOT, t("cancelMany"), { command: { type: "cancel-tickets", ticketIds } });
					if (result?.status === "done") onClose();
				}}
			/>
		);
	}
	return (
		<Sheet
			title={t("cancelMany")}
			onClose={onClose}
			foot={
				<div className="pair tall">
					<ActionButton
						label={t("cancelManyRecent", { count: recent.length })}
						disabled={recent.length === 0}
						onPress={() => setPicked(new Set(recent.map((ticket) => ticket.id)))}
					/>
					<ActionButton
						tone="danger"
						label={t("cancelManyChosen", { count: chosen.length })}
						disabled={chosen.length === 0}
						onPress={() => setAsking(true)}
					/>
				</div>
			}
		>
			{waiting.length === 0 && <p className="small soft">{t("waitingEmpty")}</p>}
			{waiting.map((ticket) => {
				const service = hall.services.get(ticket.services[0] ?? "");
				return (
					<label key={ticket.id} className="row">
						<input type="checkbox" checked={picked.has(ticket.id)} onChange={() => toggle(ticket)} />
						<strong className="row-number tabular">{ticket.number}</strong>
						<span className="lines grow">{service ? name(service.name) : ""}</span>
						<span className="lines end tabular">{minutesInWords(live.now - ticket.issuedAt, locale)}</span>
					</label>
				);
			})}
		</Sheet>
	);
}
