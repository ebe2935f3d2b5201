import { clockTime } from "../../client-kit/language/format.ts";
import type { StaffAlert } from "../../schema/hall/view.ts";
import type { Hall } from "../hall/hall.ts";
import { staffName } from "../words/staff-name.ts";
import { useWords, type Words } from "../words/words.ts";

type PlaceProps = { readonly lead: string; readonly hall: Hall; readonly alert: StaffAlert };

/** A line that says where to go behind what it begins with; of an alert of the hall's own, about nobody who is still there, that alone. */
export function WithPlace({ lead, hall, alert }: PlaceProps) {
	return <>{[lead, ...placeOf(hall, alert, useWords())].join(" · ")}</>;
}

/** The counter if there is one, and whoever raised it. */
function placeOf(hall: Hall, alert: StaffAlert, words: Words): readonly string[] {
	const { where } = alert;
	if (where?.kind === "absence") {
		const { backAt, reason } = where;
		const back =
			backAt === undefined ? [] : [words.t("presenceBackAt", { time: clockTime(backAt, hall.branch.timeZone) })];
		const why = reason === undefined ? [] : [words.t(`why-${reason}`)];
		return [staffName(hall, where.staffId, words), ...why, ...back];
	}
	const counter = where !== null && "counterId" in where ? hall.counters.get(where.counterId ?? "") : undefined;
	if (where?.kind === "customer") {
		const from = counter === undefined ? [] : [words.name(counter.label)];
		return [...from, words.t("customerOf", { reference: where.customer })];
	}
	const ticketId = where?.kind === "ticket" || where?.kind === "case" ? where.ticketId : undefined;
	const number = ticketId === undefined ? undefined : hall.tickets.get(ticketId)?.number;
	const spot = counter ? words.name(counter.label) : number;
	if (spot === undefined) return raiserOf(hall, alert, words);
	return [spot, ...(hall.staff.has(alert.raisedBy) ? [staffName(hall, alert.raisedBy, words)] : [])];
}

function raiserOf(hall: Hall, { raisedBy }: StaffAlert, words: Words): readonly string[] {
	if (raisedBy === "system") return [];
	if (raisedBy === "kiosk") return [words.t("purposeKiosk")];
	return [raisedBy === "counter-pad" ? words.t("purposeCounterPad") : staffName(hall, raisedBy, words)];
}
