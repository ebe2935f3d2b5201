import { useState } from "react";
import { clockTime } from "../../../client-kit/language/format.ts";
import { NEEDS, type Need } from "../../../rules/ticket/need.ts";
import type { RecognitionAnswer } from "../../../schema/customer/customer.ts";
import type { Hall } from "../../hall/hall.ts";
import { serviceQueues } from "../../hall/service-queues.ts";
import { ActionButton } from "../../parts/action-button.tsx";
import { Chips } from "../../parts/chips.tsx";
import { DeskNoticeLine } from "../../parts/desk-notice.tsx";
import { Sheet } from "../../parts/sheet.tsx";
import { usePhone } from "../../sheet/phone-context.ts";
import { useWords } from "../../words/words.ts";
import { appointmentSlots } from "./appointment-slots.ts";
import { RecogniseField, SEGMENT_WORD } from "./recognise-field.tsx";

const SPOT = "issue";

/**
 * Gives a number in two taps (SCR-6): the first opens this sheet, the second, on a service, issues at once. Customer, class, need
 * and appointment may be entered before the second.
 */
export function IssueSheet() {
	const { hall, live, desk, may, onIssued, onClose } = usePhone();
	const { t, name } = useWords();
	const [classId, setClassId] = useState<string | null>(null);
	const [need, setNeed] = useState<Need | null>(null);
	const [appointmentAt, setAppointmentAt] = useState<number | null>(null);
	const [recognised, setRecognised] = useState<RecognitionAnswer | null>(null);
	const segment = recognised?.customer?.segment ?? null;
	const noClassLabel = segment === null ? t("issueClassNone") : `${t("issueClassAs")} · ${t(SEGMENT_WORD[segment])}`;
	const issue = async (serviceId: string, label: string) => {
		const result = await desk.run(SPOT, `${t("issue")} ${label}`, {
			command: {
				type: "issue-ticket",
				services: [serviceId],
				...(classId === null ? {} : { class: classId }),
				...(need === null ? {} : { needs: [need] }),
				...(appointmentAt === null ? {} : { appointmentAt }),
				...(recognised === null ? {} : { recognition: recognised.recognition }),
			},
		});
		// Forgotten after every try, so that the next customer does not get this one's recognition.
		setRecognised(null);
		if (result?.status === "done") onIssued(result.answer);
	};
	return (
		<Sheet title={t("issueTitle")} onClose={onClose}>
			{may("customer.recognise") && (
				<RecogniseField
					branchId={hall.branch.branchId}
					credential={live.session?.credential ?? null}
					recognised={recognised}
					onRecognised={setRecognised}
				/>
			)}
			{may("ticket.classify") && (
				<>
					<Chips
						legend={t("issueClass")}
						none={noClassLabel}
						isDiscreet
						choices={[...hall.classes.values()].map((each) => ({ id: each.id, label: name(each.name) }))}
						value={classId}
						onChange={setClassId}
					/>
					<Chips
						legend={t("needs")}
						none={t("none")}
						isDiscreet
						choices={NEEDS.map((id) => ({ id, label: t(`need-${id}`) }))}
						value={need}
						onChange={setNeed}
					/>
					<Chips
						legend={t("issueAppointment")}
						none={t("none")}
						choices={appointmentSlots(live.now, hall.branch).map((at) => ({
							id: String(at),
							label: clockTime(at, hall.branch.timeZone),
						}))}
						value={appointmentAt === null ? null : String(appointmentAt)}
						onChange={(at) => setAppointmentAt(at === null ? null : Number(at))}
					/>
				</>
			)}
			<DeskNoticeLine desk={desk} spots={[SPOT]} />
			<ServiceTiles
				hall={hall}
				now={live.now}
				isWaiting={desk.isWaiting(SPOT)}
				issuingFor={desk.underway.flatMap(({ command }) => (command.type === "issue-ticket" ? command.services : []))}
				onIssue={issue}
			/>
		</Sheet>
	);
}

function ServiceTiles(props: {
	readonly hall: Hall;
	readonly now: number;
	readonly isWaiting: boolean;
	/** The services of the number that is on its way. */
	readonly issuingFor: readonly string[];
	readonly onIssue: (serviceId: string, label: string) => void;
}) {
	const { t, name } = useWords();
	const queues = new Map(serviceQueues(props.hall, props.now).map((queue) => [queue.service.id, queue]));
	return (
		<div className="pair tall">
			{[...props.hall.services.values()].map((service) => {
				const queue = queues.get(service.id);
				const label = name(service.name);
				const isOpen = (queue?.countersOpen ?? 0) > 0;
				return (
					<ActionButton
						key={service.id}
						label={
							<>
								{label}
								<small className={isOpen ? "" : "sign near"}>
									{isOpen ? `${t("waitingTickets")} ${queue?.waiting ?? 0}` : t("noneOpen")}
								</small>
							</>
						}
						waiting={props.issuingFor.includes(service.id)}
						disabled={props.isWaiting}
						onPress={() => props.onIssue(service.id, label)}
					/>
				);
			})}
		</div>
	);
}
