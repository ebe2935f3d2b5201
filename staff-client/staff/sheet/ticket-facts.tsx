import { clockTime, minutesInWords, waitInWords } from "../../../client-kit/language/format.ts";
import { canServe, nextAt } from "../../../rules/dispatch.ts";
import { waitLevel } from "../../../rules/measure/wait-level.ts";
import { orderReason } from "../../../rules/order-reason.ts";
import { aheadOf, openCounters, overtakesLeft } from "../../../rules/place-in-line.ts";
import { leftOf } from "../../../rules/quote.ts";
import type { Hall, HallTicket } from "../../hall/hall.ts";
import { targetWaitMs, waitedMs } from "../../hall/service-queues.ts";
import { LevelSign } from "../../parts/level-sign.tsx";
import { REASON_WORD, STATUS_WORD } from "../../words/labels.ts";
import { staffName } from "../../words/staff-name.ts";
import { targetName } from "../../words/target-name.ts";
import { useWords } from "../../words/words.ts";

/** What the branch knows of a ticket, and what follows from it: its place in line, how often it can still be overtaken, and why. */
export function TicketFacts({
	hall,
	ticket,
	now,
}: {
	readonly hall: Hall;
	readonly ticket: HallTicket;
	readonly now: number;
}) {
	const words = useWords();
	const { t, name, locale } = words;
	const services = ticket.services.flatMap((id) => {
		const service = hall.services.get(id);
		return service ? [name(service.name)] : [];
	});
	const ticketClass = hall.classes.get(ticket.class);
	const waitMs = waitedMs(ticket, now);
	const quoted = ticket.quote === undefined ? null : leftOf(ticket.quote, now);
	const time = (at: number) => clockTime(at, hall.branch.timeZone);
	const target = targetName(hall, ticket, words);
	return (
		<>
			<dl className="facts rows">
				<div>
					<dt>{t(STATUS_WORD[ticket.status])}</dt>
					<dd className="tabular">
						{t("waitedFor", { wait: minutesInWords(waitMs, locale) })} ·{" "}
						{t("targetIs", { wait: minutesInWords(targetWaitMs(hall, ticket), locale) })}{" "}
						{ticket.status === "waiting" && <LevelSign level={waitLevel(waitMs, targetWaitMs(hall, ticket))} />}
						{quoted !== null && ` · ${t("quoted", { wait: waitInWords(quoted, locale) })}`}
					</dd>
				</div>
				<div>
					<dt>{t("ticketServices")}</dt>
					<dd>{services.join(" → ")}</dd>
				</div>
				<div>
					<dt>{t("issueClass")}</dt>
					<dd>
						<span className="discreet">{ticketClass ? name(ticketClass.name) : ticket.class}</span> ·{" "}
						{t("ticketIssued", { time: time(ticket.issuedAt) })}
						{ticket.appointmentAt !== undefined && ` · ${t("appointmentAt", { time: time(ticket.appointmentAt) })}`}
						{target && ` · ${t("forCounter", { name: target })}`}
						{ticket.companion !== undefined &&
							` · ${t("accompaniedBy", { name: staffName(hall, ticket.companion, words) })}`}
					</dd>
				</div>
				{ticket.language !== undefined && (
					<div>
						<dt>{t("ticketLanguage")}</dt>
						<dd>{t("ticketLanguageEnglish")}</dd>
					</div>
				)}
				{ticket.needs !== undefined && (
					<div>
						<dt>{t("needs")}</dt>
						<dd>
							{ticket.needs.map((need) => (
								<span key={need} className="discreet">
									{t("named", { label: t(`need-${need}`), value: t(`bring-${need}`) })}{" "}
								</span>
							))}
						</dd>
					</div>
				)}
			</dl>
			{ticket.status === "waiting" && <PlaceAndBound hall={hall} ticket={ticket} />}
		</>
	);
}

function PlaceAndBound({ hall, ticket }: { readonly hall: Hall; readonly ticket: HallTicket }) {
	const { t, name } = useWords();
	const ahead = aheadOf(hall, ticket) ?? 0;
	const left = overtakesLeft(ticket);
	const open = openCounters(hall);
	const able = open.filter((counter) => canServe(counter, ticket));
	return (
		<>
			<div className="pair">
				<div className="card lines">
					<strong className="figure tabular">{ahead}</strong>
					<span>{t("placeAhead")}</span>
					{ahead === 0 && able.length > 0 && <small>{t("isNext")}</small>}
				</div>
				<div className="card lines">
					<strong className="figure tabular">{left}</strong>
					<span>{t("placeOvertakes")}</span>
					<small>{t("boundText", { overtaken: ticket.overtaken, budget: ticket.budget })}</small>
				</div>
			</div>
			<h3>{t("ticketWhy")}</h3>
			<ul className="rows small">
				{able.length === 0 && <li className="sign near">{t("noneOpen")}</li>}
				{able.map((counter) => {
					const next = nextAt(hall, counter);
					return (
						<li key={counter.id}>
							<strong>{name(counter.label)}</strong>
							<span className="grow">{t(REASON_WORD[orderReason(hall, counter, ticket)])}</span>
							<span className="soft tabular">{next ? t("nextAt", { number: next.number }) : ""}</span>
						</li>
					);
				})}
				{able.length < open.length && (
					<li className="soft">{t("cannotServe", { count: open.length - able.length })}</li>
				)}
			</ul>
		</>
	);
}
