import { agoInWords } from "../../client-kit/language/format.ts";
import { Icon } from "../../react-kit/icon.tsx";
import type { StaffAlert } from "../../schema/hall/view.ts";
import type { Hall } from "../hall/hall.ts";
import type { Desk } from "../live/use-desk.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { CAN_DECLINE, DONE_WORD, PASS_WORD, STAYS_WITH_TOLD, TAKE_WORD } from "../words/alert-labels.ts";
import { alertName } from "../words/alert-name.ts";
import { staffName } from "../words/staff-name.ts";
import { useWords } from "../words/words.ts";
import { WithPlace } from "./alert-place.tsx";
import { OfferFacts } from "./offer-facts.tsx";

type CardProps = {
	readonly alert: StaffAlert;
	readonly hall: Hall;
	readonly now: number;
	readonly desk: Desk;
	/** Before a customer nothing is loud. */
	readonly isQuiet?: boolean | undefined;
	/** Absent where it is not offered. */
	readonly onPassOn?: ((alertId: string) => void) | undefined;
};

/** What waits for somebody, and the way to say "I'll go". */
export function AlertCard(props: CardProps) {
	const { alert, desk } = props;
	const { t } = useWords();
	const spot = spotOf(alert);
	return (
		<div className={`notice ${props.isQuiet ? "card" : alert.urgent ? "urgent" : "call"}`}>
			<Icon name={alert.urgent ? "alert" : "hand"} />
			<AlertFacts {...props} isNews />
			<div className="line">
				<ActionButton
					label={t(TAKE_WORD[alert.kind])}
					waiting={desk.isWaiting(spot)}
					onPress={() =>
						void desk.run(spot, t(TAKE_WORD[alert.kind]), { command: { type: "accept-alert", alertId: alert.id } })
					}
				/>
				{CAN_DECLINE.includes(alert.kind) && (
					<ActionButton
						label={t("cannotCome")}
						disabled={desk.isWaiting(spot)}
						onPress={() =>
							void desk.run(spot, t("cannotCome"), {
								command: { type: "decline-alert", alertId: alert.id, reason: "busy" },
							})
						}
					/>
				)}
				<PassOnButton {...props} />
			</div>
		</div>
	);
}

/** What this person has taken, until it is done or somebody else's. */
export function TakenCard(props: CardProps) {
	const { alert, desk } = props;
	const { t } = useWords();
	const spot = spotOf(alert);
	const done = t(DONE_WORD[alert.kind] ?? "alertDone");
	return (
		<div className="notice card">
			<Icon name="check" />
			<AlertFacts {...props} isNews={false} />
			<div className="line">
				<ActionButton
					label={done}
					waiting={desk.isWaiting(spot)}
					onPress={() => void desk.run(spot, done, { command: { type: "end-alert", alertId: alert.id } })}
				/>
				<PassOnButton {...props} />
			</div>
		</div>
	);
}

/** That somebody else has it: nobody need go twice. */
export function TakenLine({ alert, hall }: CardProps) {
	const words = useWords();
	const { t } = words;
	const facts = { name: staffName(hall, alert.acceptedBy ?? "", words), what: alertName(hall, alert, words) };
	return (
		<div className="notice within" role="status">
			<Icon name="check" />
			<span className="grow">
				<WithPlace lead={t("alertHandledBy", facts)} hall={hall} alert={alert} />
			</span>
		</div>
	);
}

function AlertFacts({ alert, hall, now, isNews }: CardProps & { readonly isNews: boolean }) {
	const words = useWords();
	const { t } = words;
	const { passedOn } = alert;
	return (
		<div className="lines grow">
			<strong role={isNews ? "alert" : undefined}>{alertName(hall, alert, words)}</strong>
			<span className="tabular">
				<WithPlace
					lead={agoInWords(now - (alert.acceptedAt ?? alert.raisedAt), words.locale)}
					hall={hall}
					alert={alert}
				/>
			</span>
			{passedOn !== null && (
				<small>
					{t("alertPassedOnBy", { name: staffName(hall, passedOn.by, words), why: t(PASS_WORD[passedOn.reason]) })}
				</small>
			)}
			{alert.escalatedAt !== null && alert.acceptedAt === null && alert.kind !== "offer" && (
				<small>{t("alertEscalated")}</small>
			)}
			<OfferFacts alert={alert} hall={hall} />
		</div>
	);
}

function PassOnButton({ alert, onPassOn }: CardProps) {
	const { t } = useWords();
	if (STAYS_WITH_TOLD.includes(alert.kind)) return null;
	return onPassOn === undefined ? null : <ActionButton label={t("passOn")} onPress={() => onPassOn(alert.id)} />;
}

function spotOf(alert: StaffAlert): string {
	return `alert:${alert.id}`;
}
