import type { AlertKind } from "../../../schema/hall/alert.ts";
import type { AlertEvent } from "./evolve-alert.ts";

/** What a day's report says of one alert. */
export type AlertFact = {
	readonly kind: AlertKind;
	readonly raisedAt: number;
	/** By whoever took it in the end: passing it on is no answer. */
	acceptedAt: number | null;
	passedOn: number;
	escalated: boolean;
};

/** Notes what happened to an alert; one raised before the day is none of its. */
export function noteAlert(alerts: Map<string, AlertFact>, event: AlertEvent, at: number): void {
	const id = "alertId" in event ? event.alertId : event.helpId;
	const alert = alerts.get(id);
	switch (event.type) {
		case "alert-raised":
		case "help-asked": {
			// Asked again, it is the same call and waits since it was first asked.
			if (alert !== undefined) return;
			const kind = event.type === "alert-raised" ? event.kind : "help";
			alerts.set(id, { kind, raisedAt: at, acceptedAt: null, passedOn: 0, escalated: false });
			return;
		}
		case "alert-accepted":
		case "help-accepted":
			if (alert !== undefined) alert.acceptedAt = at;
			return;
		case "alert-declined":
			if (alert !== undefined) alert.passedOn++;
			return;
		case "alert-passed-on":
			if (alert === undefined) return;
			alert.acceptedAt = null;
			alert.passedOn++;
			return;
		case "alert-escalated":
			if (alert !== undefined) alert.escalated = true;
			return;
		case "alert-repeated":
		case "alert-ended":
			return;
		default:
			return event satisfies never;
	}
}
