import { agoInWords } from "../../client-kit/language/format.ts";
import { Icon } from "../../react-kit/icon.tsx";
import type { StaffAlert } from "../../schema/hall/view.ts";
import { ROLE_NAMES } from "../../schema/role-name.ts";
import type { Hall } from "../hall/hall.ts";
import type { Desk } from "../live/use-desk.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { Notice } from "../parts/notice.tsx";
import { alertName } from "../words/alert-name.ts";
import { staffName } from "../words/staff-name.ts";
import { useWords, type Words } from "../words/words.ts";
import { WithPlace } from "./alert-place.tsx";
import { OfferFacts } from "./offer-facts.tsx";

/** More of those who are told are not named. */
const NAMED_MAX = 3;

/** What became of one's own call: who has been told, or who comes. */
export function AskedLine(props: {
	readonly alert: StaffAlert;
	readonly hall: Hall;
	readonly now: number;
	readonly desk: Desk;
	/** Whether whoever looks may take the call back. */
	readonly mayTakeBack: boolean;
}) {
	const words = useWords();
	const { t } = words;
	const { alert, hall, desk } = props;
	const spot = `alert:${alert.id}`;
	const reason = alertName(hall, alert, words);
	const isOffer = alert.kind === "offer";
	if (alert.acceptedAt !== null) {
		return (
			<Notice
				level="within"
				text={t(isOffer ? "offerComing" : "helpAccepted", {
					name: staffName(hall, alert.acceptedBy ?? "", words),
					reason,
				})}
			>
				<time className="tabular">{agoInWords(props.now - alert.acceptedAt, words.locale)}</time>
			</Notice>
		);
	}
	return (
		<div className="notice near">
			<Icon name="hand" />
			<span className="grow" role="status">
				{isOffer && (
					<>
						<WithPlace lead={reason} hall={hall} alert={alert} /> ·{" "}
					</>
				)}
				{t(isOffer ? "offerRinging" : "helpSent", { reason, who: toldInWords(hall, alert, words) })}
				<OfferFacts alert={alert} hall={hall} />
			</span>
			<time className="tabular">{agoInWords(props.now - alert.raisedAt, words.locale)}</time>
			{props.mayTakeBack && (
				<ActionButton
					label={t("takeBack")}
					waiting={desk.isWaiting(spot)}
					onPress={() => void desk.run(spot, t("takeBack"), { command: { type: "end-alert", alertId: alert.id } })}
				/>
			)}
		</div>
	);
}

function toldInWords(hall: Hall, { told }: StaffAlert, words: Words): string {
	const { t, name } = words;
	const all = [
		...told.persons.map((id) => staffName(hall, id, words)),
		...told.roles.map((id) => name(ROLE_NAMES[id])),
	];
	const named = all.slice(0, NAMED_MAX).join(t("listComma"));
	return all.length > NAMED_MAX ? t("andOthers", { named }) : named;
}
