import { clockTime, closingTime, dateInWords, localDay } from "../../client-kit/language/format.ts";
import { pick } from "../../client-kit/language/i18n.ts";
import { type Papers, papersFor } from "../../rules/configuration/papers.ts";
import type { BranchRecord, OwnTicket } from "../../schema/hall/view.ts";
import { ConnectionLine } from "./connection-line.tsx";
import { GiveUpPanel } from "./give-up-panel.tsx";
import { StatusCard } from "./status-card.tsx";
import type { TicketModel } from "./ticket-model.ts";
import { locale, say, setLocale } from "./words.ts";

/** One customer's own page: number, place, what to do next. */
export function TicketPage({ model }: { model: TicketModel }) {
	const branch = model.branch.value;
	const ticket = model.ticket.value;
	return (
		<div class="page">
			<header class="head">
				<p>{branch !== undefined && pick(branch.name, locale.value)}</p>
				<button type="button" lang={locale.value === "zh" ? "en" : "zh-CN"} onClick={switchLanguage}>
					{say("otherLanguage")}
				</button>
			</header>
			<ConnectionLine model={model} />
			{branch === undefined || ticket === undefined ? (
				<NoTicket model={model} />
			) : (
				<main class={ticket.status === "ended" || isOfAnotherDay(model, ticket, branch) ? "over" : undefined}>
					{isOfAnotherDay(model, ticket, branch) && (
						<p class="old-note" role="status">
							{say("ofAnotherDay", { date: dateInWords(ticket.issuedAt, branch.timeZone, locale.value) })}
						</p>
					)}
					<h1 class="number">
						<span>{say("yourNumber")}</span>{" "}
						<strong class="tabular" style={{ "--characters": ticket.number.length }}>
							{ticket.number}
						</strong>
					</h1>
					<StatusCard model={model} ticket={ticket} branch={branch} />
					<Facts ticket={ticket} branch={branch} papers={model.papers.value} />
					<GiveUpPanel giveUp={model.giveUp} ticket={ticket} />
				</main>
			)}
		</div>
	);
}

/** A number of yesterday, unless the branch itself says that its customer, there since before midnight, still counts. */
function isOfAnotherDay(model: TicketModel, ticket: OwnTicket, { timeZone }: BranchRecord): boolean {
	const now = model.now.value;
	if (now === null || localDay(now, timeZone) === localDay(ticket.issuedAt, timeZone)) return false;
	return ticket.status === "ended" || model.connection.value.status !== "live";
}

function switchLanguage(): void {
	setLocale(locale.value === "zh" ? "en" : "zh");
}

/** Nothing to show: still opening, no longer valid, or refused. */
function NoTicket({ model }: { model: TicketModel }) {
	const connection = model.connection.value;
	if (connection.status === "refused" && connection.reason !== "unknown-ticket") {
		const gone = connection.reason === "not-signed-in" || connection.reason === "unknown-branch";
		return gone ? (
			<Gone />
		) : (
			<Notice title={say("problemTitle")} text={say("problemHint", { reason: connection.reason })} />
		);
	}
	if (connection.status === "refused" || model.branch.value !== undefined) return <Gone />;
	return <Notice title={say("connecting")} />;
}

export function Gone() {
	return <Notice title={say("goneTitle")} text={say("goneHint")} />;
}

function Notice({ title, text }: { title: string; text?: string }) {
	return (
		<main>
			<section class="card">
				<h1>{title}</h1>
				{text !== undefined && <p>{text}</p>}
			</section>
		</main>
	);
}

function Facts({ ticket, branch, papers }: { ticket: OwnTicket; branch: BranchRecord; papers: Papers }) {
	const { timeZone, opensAt, closesAt } = branch;
	return (
		<dl class="facts">
			{ticket.services.length > 0 && (
				<div>
					<dt>{say("service")}</dt>
					<dd>{ticket.services.map((service) => pick(service.name, locale.value)).join(" · ")}</dd>
				</div>
			)}
			{ticket.status !== "ended" && ticket.services[0] !== undefined && (
				<div>
					<dt>{say("bring")}</dt>
					<dd>
						{papersFor(papers, ticket.services[0].id)
							.map((paper) => pick(paper, locale.value))
							.join(say("andThen"))}
					</dd>
				</div>
			)}
			<div>
				<dt>{say("takenAt")}</dt>
				<dd class="tabular">
					{dateInWords(ticket.issuedAt, timeZone, locale.value)} {clockTime(ticket.issuedAt, timeZone)}
				</dd>
			</div>
			<div>
				<dt>{say("validity")}</dt>
				<dd>{say(ticket.status === "ended" ? "validNoMore" : "validToday")}</dd>
			</div>
			{opensAt !== null && closesAt !== null && (
				<div>
					<dt>{say("hours")}</dt>
					<dd class="tabular">
						{clockTime(opensAt, timeZone)}–{closingTime(closesAt, timeZone)}
					</dd>
				</div>
			)}
		</dl>
	);
}
