import { type FormEvent, useState } from "react";
import { TEXT_MAX_CHARS } from "../../schema/limits.ts";
import type { Hall, HallTicket } from "../hall/hall.ts";
import type { Intention } from "../hall/intention.ts";
import { type TransferTo, transferChoices, transferIntention } from "../hall/transfer-choices.ts";
import { staffName } from "../words/staff-name.ts";
import { useWords } from "../words/words.ts";
import { ActionButton } from "./action-button.tsx";
import { RadioChoice } from "./radio-choice.tsx";

/** Service on one side, to whom on the other; only what the branch would accept can be sent. */
export function TransferForm(props: {
	readonly hall: Hall;
	readonly ticket: HallTicket;
	readonly waiting: boolean;
	readonly onTransfer: (intention: Intention) => void;
}) {
	const { hall, ticket, waiting } = props;
	const { t } = useWords();
	const [serviceId, setServiceId] = useState(ticket.services[0] ?? "");
	const [to, setTo] = useState<TransferTo>({ kind: "anyone" });
	const [reason, setReason] = useState("");
	const [accompanied, setAccompanied] = useState(false);
	const intention = transferIntention(ticket, serviceId, to, { reason, accompanied });
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (intention && !waiting) props.onTransfer(intention);
	};
	return (
		<form className="stack" onSubmit={submit}>
			<div className="stack transfer-lists">
				<ServiceChoice
					hall={hall}
					ticket={ticket}
					serviceId={serviceId}
					onChange={(id) => {
						setServiceId(id);
						// Whoever was chosen may not be able to do another service.
						setTo({ kind: "anyone" });
					}}
				/>
				<ToChoice hall={hall} ticket={ticket} serviceId={serviceId} to={to} onChange={setTo} />
			</div>
			<label className="choice">
				<input type="checkbox" checked={accompanied} onChange={(event) => setAccompanied(event.target.checked)} />
				{t("transferAccompanied")}
			</label>
			<label className="field">
				{t("reasonOptional")}
				<input value={reason} maxLength={TEXT_MAX_CHARS} onChange={(event) => setReason(event.target.value)} />
			</label>
			<div className="foot line spread">
				<span className="soft">{intention ? t("transferKeepsWait") : t("transferUnchanged")}</span>
				<ActionButton
					tone="primary"
					label={t("transferConfirm")}
					keyCap="Enter"
					waiting={waiting}
					disabled={!intention}
					isSubmit
				/>
			</div>
		</form>
	);
}

function ServiceChoice(props: {
	readonly hall: Hall;
	readonly ticket: HallTicket;
	readonly serviceId: string;
	readonly onChange: (serviceId: string) => void;
}) {
	const { t, name } = useWords();
	const { services } = transferChoices(props.hall, props.ticket, props.serviceId);
	return (
		<fieldset className="stack">
			<legend>{t("transferService")}</legend>
			{services.map(({ service, countersOpen }) => (
				<RadioChoice
					key={service.id}
					group="service"
					checked={service.id === props.serviceId}
					onChoose={() => props.onChange(service.id)}
					label={name(service.name)}
					isFirst={service.id === props.serviceId}
					note={
						<small className={countersOpen === 0 ? "sign near" : "soft"}>
							{countersOpen === 0 ? t("noCounterCanDo") : t("countersCanDo", { count: countersOpen })}
						</small>
					}
				/>
			))}
		</fieldset>
	);
}

function ToChoice(props: {
	readonly hall: Hall;
	readonly ticket: HallTicket;
	readonly serviceId: string;
	readonly to: TransferTo;
	readonly onChange: (to: TransferTo) => void;
}) {
	const { to, onChange } = props;
	const words = useWords();
	const { t, name } = words;
	const { counters, people } = transferChoices(props.hall, props.ticket, props.serviceId);
	const choice = (each: TransferTo) => ({ group: "to", checked: isSame(each, to), onChoose: () => onChange(each) });
	return (
		<>
			<fieldset className="stack">
				<legend>{t("counter")}</legend>
				<RadioChoice {...choice({ kind: "anyone" })} label={t("transferAnyone")} />
				{counters.map((counter) => (
					<RadioChoice
						key={counter.id}
						{...choice({ kind: "counter", counterId: counter.id })}
						label={name(counter.label)}
						note={counter.status === "paused" && <small className="sign near">{t("activityPaused")}</small>}
					/>
				))}
			</fieldset>
			<fieldset className="stack">
				<legend>{t("transferPerson")}</legend>
				{people.map(({ person, counter }) => (
					<RadioChoice
						key={person.id}
						{...choice({ kind: "staff", staffId: person.id })}
						label={staffName(props.hall, person.id, words)}
						note={<small className="soft">{name(counter.label)}</small>}
					/>
				))}
				{people.length === 0 && <p className="soft">{t("transferNobody")}</p>}
			</fieldset>
		</>
	);
}

function isSame(one: TransferTo, other: TransferTo): boolean {
	switch (one.kind) {
		case "anyone":
			return other.kind === "anyone";
		case "counter":
			return other.kind === "counter" && other.counterId === one.counterId;
		case "staff":
			return other.kind === "staff" && other.staffId === one.staffId;
		default:
			return one satisfies never;
	}
}
