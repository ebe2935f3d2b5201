import { clockTime, minutesInWords, stopwatch } from "../../client-kit/language/format.ts";
import { Icon } from "../../react-kit/icon.tsx";
import type { Hall, HallTicket } from "../hall/hall.ts";
import { ACTIVITY_WORD } from "../words/labels.ts";
import { staffName } from "../words/staff-name.ts";
import { useWords } from "../words/words.ts";
import type { Workplace } from "./act/counter-actions.ts";

const MINUTE_MS = 60_000;

/** The customer called or served: number, service, the running time against the usual one, and what comes after. */
export function CustomerStage(props: {
	readonly hall: Hall;
	readonly workplace: Workplace;
	readonly ticket: HallTicket;
	readonly now: number;
}) {
	const { hall, workplace, ticket, now } = props;
	const words = useWords();
	const { t, name, locale } = words;
	const { activity, sinceAt, tooLong } = workplace.state;
	const service = hall.services.get(ticket.services[0] ?? "");
	const ticketClass = hall.classes.get(ticket.class);
	return (
		<div className="customer line wrap spread">
			<div>
				<span className="line soft large">
					<Icon name={activity === "serving" ? "person" : "bell"} />
					{t(ACTIVITY_WORD[activity])}
				</span>
				<span className="stage-number tabular">{ticket.number}</span>
				<p className="strong stage-service">{service ? name(service.name) : ""}</p>
				<p className="line wrap soft">
					{ticketClass && <span className="tag">{name(ticketClass.name)}</span>}
					{ticket.appointmentAt !== undefined && (
						<span className="tag">
							{t("appointmentAt", { time: clockTime(ticket.appointmentAt, hall.branch.timeZone) })}
						</span>
					)}
					{ticket.companion !== undefined && (
						<span className="tag">{t("accompaniedBy", { name: staffName(hall, ticket.companion, words) })}</span>
					)}
					{ticket.smartCounterCan && <span className="tag">{t("smartCan")}</span>}
					<span>{clockTime(ticket.issuedAt, hall.branch.timeZone)}</span>
				</p>
				<AfterThis hall={hall} workplace={workplace} ticket={ticket} />
			</div>
			<div className="lines end">
				<span className="large">{t(activity === "serving" ? "servingFor" : "calledFor")}</span>
				<span className={`customer-clock tabular ${tooLong ? "sign" : ""}`}>{stopwatch(now - sinceAt)}</span>
				{tooLong && (
					<span className="sign over">
						<Icon name="alert" />
						{t("tooLong")}
					</span>
				)}
				{service && (
					<p className="lines">
						<span>{t("usualTime", { wait: minutesInWords(service.usualServiceMs, locale) })}</span>
						{now - sinceAt < service.usualServiceMs && (
							<strong>{t("sayAloud", { minutes: Math.ceil(service.usualServiceMs / MINUTE_MS) })}</strong>
						)}
					</p>
				)}
			</div>
		</div>
	);
}

/** The rest of a visit with several services, and where it will go on. */
function AfterThis(props: { readonly hall: Hall; readonly workplace: Workplace; readonly ticket: HallTicket }) {
	const { t, name } = useWords();
	const left = props.ticket.services.slice(1);
	if (left.length === 0) return null;
	const names = left
		.map((id) => props.hall.services.get(id))
		.flatMap((service) => (service ? [name(service.name)] : []));
	const goesOnHere = left.some((id) => props.workplace.state.counter.services.includes(id));
	return (
		<p className="tag line wrap">
			<strong>{t("serviceOf", { count: props.ticket.services.length })}</strong>
			<span>{t("afterThis", { names: names.join(" → ") })}</span>
			<span className="soft">{t(goesOnHere ? "goesOnHere" : "goesOnElsewhere")}</span>
		</p>
	);
}
