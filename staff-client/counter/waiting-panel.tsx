import { type Ref, useMemo } from "react";
import { minutesInWords, waitInWords } from "../../client-kit/language/format.ts";
import { waitLevel } from "../../rules/measure/wait-level.ts";
import { callOrder, type NextCall } from "../../rules/order-reason.ts";
import { overtakesLeft } from "../../rules/place-in-line.ts";
import { leftOf } from "../../rules/quote.ts";
import type { Hall, HallTicket } from "../hall/hall.ts";
import { targetWaitMs, waitedMs, waitingTickets } from "../hall/service-queues.ts";
import { keepFocus } from "../parts/keep-focus.ts";
import { LevelSign } from "../parts/level-sign.tsx";
import { WHY_WORD } from "../words/labels.ts";
import { useWords } from "../words/words.ts";
import type { Workplace } from "./act/counter-actions.ts";
import { KEY_CAP } from "./act/counter-keys.ts";
import { moveInList } from "./act/list-focus.ts";

/** Everybody this counter may call, in the order in which it would. */
export function WaitingPanel(props: {
	readonly ref: Ref<HTMLDivElement>;
	readonly hall: Hall;
	readonly workplace: Workplace;
	readonly now: number;
	readonly onCall: (ticket: HallTicket) => void;
}) {
	const { hall, workplace } = props;
	const { t, locale } = useWords();
	const order = useMemo(() => callOrder(workplace.eligible), [workplace.eligible]);
	const last = order[order.length - 1]?.ticket.quote;
	const lastWaits = last === undefined ? null : leftOf(last, props.now);
	const canCall = workplace.isMine && workplace.state.activity === "free";
	return (
		<section className="side pick grow" aria-label={t("waitingHere")}>
			<header>
				<div className="line spread">
					<h2>
						{t("waitingHere")} <span className="tabular">{order.length}</span>
					</h2>
					<kbd>{KEY_CAP["waiting-list"]}</kbd>
				</div>
				<p className="small soft">
					{t("hallWaiting", { count: waitingTickets(hall).length })}
					{lastWaits !== null && ` · ${t("lastWaits", { wait: waitInWords(lastWaits, locale) })}`}
				</p>
			</header>
			<div
				ref={props.ref}
				className="scroll"
				role="toolbar"
				aria-orientation="vertical"
				aria-label={t("waitingHere")}
				tabIndex={canCall ? undefined : 0}
				onKeyDown={moveInList}
			>
				{order.length + workplace.afterOthers.length === 0 && <p className="row soft">{t("waitingHereEmpty")}</p>}
				{order.map((call, index) => (
					<WaitingRow
						key={call.ticket.id}
						hall={hall}
						ticket={call.ticket}
						note={noteOf(call, index === 0, t)}
						isNext={index === 0}
						now={props.now}
						disabled={!canCall}
						onPress={() => props.onCall(call.ticket)}
					/>
				))}
				{workplace.afterOthers.map((ticket) => (
					<WaitingRow
						key={ticket.id}
						hall={hall}
						ticket={ticket}
						note={t("reasonOthersFirst")}
						now={props.now}
						disabled={!canCall}
						onPress={() => props.onCall(ticket)}
					/>
				))}
			</div>
		</section>
	);
}

function noteOf({ ticket, why }: NextCall<HallTicket>, isNext: boolean, t: ReturnType<typeof useWords>["t"]): string {
	if (isNext) return `${t("isNext")} · ${t(WHY_WORD[why])}`;
	const left = overtakesLeft(ticket);
	return left === 0 ? t("noOvertakesLeft") : t("overtakesLeft", { count: left });
}

function WaitingRow(props: {
	readonly hall: Hall;
	readonly ticket: HallTicket;
	readonly note: string;
	readonly isNext?: boolean;
	readonly now: number;
	readonly disabled: boolean;
	readonly onPress: () => void;
}) {
	const { hall, now, isNext, ticket } = props;
	const { t, name, locale } = useWords();
	const service = hall.services.get(ticket.services[0] ?? "");
	const waitMs = waitedMs(ticket, now);
	return (
		<button
			type="button"
			className={`row ${isNext ? "side-next" : ""}`}
			disabled={props.disabled}
			onMouseDown={keepFocus}
			onClick={props.onPress}
			title={t("callThis", { number: ticket.number })}
		>
			<strong className="row-number tabular">{ticket.number}</strong>
			<span className="lines grow">
				<span>{service ? name(service.name) : ""}</span>
				<span className="soft">{props.note}</span>
			</span>
			<span className="lines end strong tabular">
				{minutesInWords(waitMs, locale)}
				<LevelSign level={waitLevel(waitMs, targetWaitMs(hall, ticket))} />
			</span>
		</button>
	);
}
