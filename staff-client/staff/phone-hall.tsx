import SafeArea from "antd-mobile/es/components/safe-area";
import { useState } from "react";
import type { DoneAnswer } from "../../client-kit/command-outbox.ts";
import { ticketGate } from "../../client-kit/ticket-gate.ts";
import { AlertList } from "../alert/alert-list.tsx";
import type { Hall } from "../hall/hall.ts";
import type { Desk } from "../live/use-desk.ts";
import type { LiveHall } from "../live/use-live-hall.ts";
import { ConnectionNotices } from "../parts/connection-notices.tsx";
import { DeskNoticeLine } from "../parts/desk-notice.tsx";
import { PendingReferrals } from "../referral/pending-referrals.tsx";
import { useReferrals } from "../referral/use-referrals.ts";
import { ClosedNotice } from "./closed-notice.tsx";
import { CounterGrid } from "./counter-grid.tsx";
import { HallGlance } from "./hall-glance.tsx";
import { IssuedTicket } from "./issued-ticket.tsx";
import { PhoneActions } from "./phone-actions.tsx";
import { PhoneHeader } from "./phone-header.tsx";
import { type OpenSheet, PhoneSheet } from "./phone-sheet.tsx";
import { QueueList } from "./queue-list.tsx";
import { ReturnList } from "./return-list.tsx";
import { WaitingList } from "./waiting-list.tsx";

/** One glance on top, then what needs somebody in the order of urgency; the hand's work at the bottom. */
export function PhoneHall(props: {
	readonly live: LiveHall;
	readonly hall: Hall;
	readonly desk: Desk;
	readonly staffId: string;
}) {
	const { live, hall, desk } = props;
	const [sheet, setSheet] = useState<OpenSheet | null>(null);
	const [issued, setIssued] = useState<DoneAnswer | null>(null);
	const showsIssued = issued !== null && (sheet === null || sheet.kind === "issue");
	const closeIssued = (next: OpenSheet | null) => {
		setIssued(null);
		setSheet(next);
	};
	const referrals = useReferrals(hall.branch.branchId, live.session?.credential ?? null);
	const { now, may } = live;
	return (
		<div className="phone" data-busy={desk.underway.length > 0 || sheet !== null || showsIssued ? "" : undefined}>
			<PhoneHeader live={live} hall={hall} />
			<ConnectionNotices live={live} underway={desk.underway} />
			<main className="phone-main">
				<ClosedNotice
					hall={hall}
					now={now}
					staffId={props.staffId}
					may={may}
					onReopen={() => setSheet({ kind: "reopen-day" })}
				/>
				<AlertList
					hall={hall}
					now={now}
					desk={desk}
					me={live.me}
					onPassOn={(alertId) => setSheet({ kind: "pass-on", alertId })}
				/>
				<HallGlance hall={hall} now={now} />
				<QueueList hall={hall} now={now} />
				<CounterGrid hall={hall} now={now} onOpen={(counterId) => setSheet({ kind: "counter", counterId })} />
				<ReturnList
					graceMs={live.rules.returnGraceMs}
					hall={hall}
					now={now}
					desk={desk}
					may={may}
					onOpen={(ticketId) => setSheet({ kind: "ticket", ticketId })}
				/>
				<WaitingList hall={hall} now={now} onOpen={(ticketId) => setSheet({ kind: "ticket", ticketId })} />
			</main>
			<nav className="phone-foot">
				{sheet === null && <DeskNoticeLine desk={desk} />}
				{sheet === null && (
					<PendingReferrals referrals={referrals} onReopen={() => setSheet({ kind: "refer", ticketId: null })} />
				)}
				<PhoneActions gate={ticketGate(hall.branch, now)} may={may} onOpen={setSheet} />
				<SafeArea position="bottom" />
			</nav>
			{showsIssued && (
				<IssuedTicket
					hall={hall}
					issued={issued}
					onAgain={() => closeIssued({ kind: "issue" })}
					onClose={() => closeIssued(null)}
				/>
			)}
			{sheet !== null && !showsIssued && (
				<PhoneSheet
					{...props}
					may={may}
					referrals={referrals}
					sheet={sheet}
					onIssued={setIssued}
					onOpen={setSheet}
					onClose={() => setSheet(null)}
				/>
			)}
		</div>
	);
}
