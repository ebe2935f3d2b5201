import { useState } from "react";
import { TEXT_MAX_CHARS } from "../../../schema/limits.ts";
import type { HallTicket } from "../../hall/hall.ts";

import { callNamed } from "../../hall/intention.ts";
import type { Desk } from "../../live/use-desk.ts";
import { ActionButton } from "../../parts/action-button.tsx";
import { DeskNoticeLine } from "../../parts/desk-notice.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { useWords } from "../../words/words.ts";
import type { Workplace } from "../act/counter-actions.ts";
import { COUNTER_SPOT } from "../act/desk-spots.ts";
import type { Send } from "../act/open-dialog.ts";
import { digitOf } from "./choice-dialog.tsx";

const USUAL_REASONS = ["namedElderly", "namedAppointment", "namedDocuments", "namedShort"] as const;

/** A call out of order: it needs a reason, and says so before the branch does. */
export function NamedCallDialog(props: {
	readonly ticket: HallTicket;
	readonly workplace: Workplace;
	readonly desk: Desk;
	readonly send: Send;
	readonly onClose: () => void;
}) {
	const { ticket, workplace, desk } = props;
	const { t } = useWords();
	const [reason, setReason] = useState("");
	const waiting = desk.isWaiting(COUNTER_SPOT);
	const isAfterOthers = workplace.afterOthers.some((each) => each.id === ticket.id);
	const call = (why: string) =>
		props.send(t("callThis", { number: ticket.number }), callNamed(workplace.state.counter, ticket, why));
	return (
		<Dialog
			title={t("namedTitle", { number: ticket.number })}
			onClose={props.onClose}
			onKeyDown={(event) => {
				if (event.target instanceof HTMLInputElement) return;
				const usual = USUAL_REASONS[digitOf(event.code) - 1];
				if (usual && !event.repeat && !waiting) call(t(usual));
			}}
		>
			<p>
				{isAfterOthers
					? t("namedAfterOthers", { number: ticket.number })
					: t("namedText", { number: ticket.number, next: workplace.next?.ticket.number ?? "" })}
			</p>
			<div className="pair tall">
				{USUAL_REASONS.map((usual, index) => (
					<ActionButton
						key={usual}
						label={t(usual)}
						keyCap={String(index + 1)}
						disabled={waiting}
						onPress={() => call(t(usual))}
					/>
				))}
			</div>
			<form
				className="line end"
				onSubmit={(event) => {
					event.preventDefault();
					if (reason.trim() !== "" && !waiting) call(reason);
				}}
			>
				<label className="field grow">
					{t("reason")}
					<input value={reason} maxLength={TEXT_MAX_CHARS} onChange={(event) => setReason(event.target.value)} />
				</label>
				<ActionButton
					label={t("namedConfirm")}
					keyCap="Enter"
					tone="primary"
					waiting={waiting}
					disabled={reason.trim() === ""}
					isSubmit
				/>
			</form>
			<DeskNoticeLine desk={desk} spots={[COUNTER_SPOT]} />
		</Dialog>
	);
}
