import { clockTime } from "../../client-kit/language/format.ts";
import type { StaffAlert } from "../../schema/hall/view.ts";
import type { Hall } from "../hall/hall.ts";
import { staffName } from "../words/staff-name.ts";
import { useWords, type Words } from "../words/words.ts";

/** Where to go: the counter if there is one, and whoever raised it. */
export function AlertPlace({ hall, alert }: { readonly hall: Hall; readonly alert: StaffAlert }) {
	const words = useWords();
	const { where } = alert;
	const counter = where?.kind === "counter" ? hall.counters.get(where.counterId) : undefined;
	if (where?.kind === "absence") {
		const back =
			where.backAt === undefined
				? []
				: [words.t("presenceBackAt", { time: clockTime(where.backAt, hall.branch.timeZone) })];
		const why = where.reason === undefined ? [] : [words.t(`why-${where.reason}`)];
		return <>{[staffName(hall, where.staffId, words), ...why, ...back].join(" · ")}</>;
	}
	if (where?.kind === "customer") return <>{words.t("customerOf", { reference: where.customer })}</>;
	const ticketId = where?.kind === "ticket" || where?.kind === "case" ? where.ticketId : undefined;
	const number = ticketId === undefined ? undefined : hall.tickets.get(ticketId)?.number;
	const person = hall.staff.has(alert.raisedBy);
	const spot = counter ? words.name(counter.label) : number;
	if (spot === undefined) return <>{raiserOf(hall, alert, words)}</>;
	return <>{[spot, ...(person ? [staffName(hall, alert.raisedBy, words)] : [])].join(" · ")}</>;
}

function raiserOf(hall: Hall, { raisedBy }: StaffAlert, words: Words): string {
	if (raisedBy === "system") return "";
	if (raisedBy === "kiosk") return words.t("purposeKiosk");
	return raisedBy === "counter-pad" ? words.t("purposeCounterPad") : staffName(hall, raisedBy, words);
}
