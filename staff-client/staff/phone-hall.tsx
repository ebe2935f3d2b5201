import { useRef, useState } from "react";
import { ticketGate } from "../../client-kit/customer/ticket-gate.ts";
import type { DoneAnswer } from "../../client-kit/live/command-outbox.ts";
import { AlertList } from "../alert/alert-list.tsx";
import { CasesBlock } from "../case/cases-block.tsx";
import { CasesContext } from "../case/cases-context.ts";
import { CasesTold } from "../case/cases-told.tsx";
import { type Cases, useCases } from "../case/use-cases.ts";
import { type Hall, isThere } from "../hall/hall.ts";
import type { Desk } from "../live/use-desk.ts";
import type { LiveHall } from "../live/use-live-hall.ts";
import { ConnectionNotices } from "../parts/connection-notices.tsx";
import { DeskNoticeLine } from "../parts/desk-notice.tsx";
import { PresenceLine } from "../presence/presence-line.tsx";
import { ToSign } from "../presence/to-sign.tsx";
import { useHere } from "../presence/use-here.ts";
import { useToSign } from "../presence/use-to-sign.ts";
import { PendingRecords } from "../record/pending-records.tsx";
import type { OpenSheet } from "../sheet/open-sheet.ts";
import { PhoneContext } from "../sheet/phone-context.ts";
import { useWords } from "../words/words.ts";
import { ClosedNotice } from "./closed-notice.tsx";
import { CounterGrid } from "./counter-grid.tsx";
import { HallGlance } from "./hall-glance.tsx";
import { IssuedTicket } from "./issued-ticket.tsx";
import { LaterSheet, useSheetsSoon } from "./later-sheet.tsx";
import { MyBadge } from "./my-badge.tsx";
import { PhoneActions } from "./phone-actions.tsx";
import { PhoneHeader } from "./phone-header.tsx";
import { QueueList } from "./queue-list.tsx";
import { ReturnList } from "./return-list.tsx";
import { WaitingList } from "./waiting-list.tsx";

/** One glance on top, then what needs somebody in the order of urgency; the buttons at the bottom. */
export function PhoneHall(props: {
	readonly live: LiveHall;
	readonly hall: Hall;
	readonly desk: Desk;
	readonly staffId: string;
}) {
	const { live, desk } = props;
	const [sheet, setSheet] = useState<OpenSheet | null>(null);
	const [issued, setIssued] = useState<DoneAnswer | null>(null);
	const showsIssued = issued !== null && (sheet === null || sheet.kind === "issue");
	const closeIssued = (next: OpenSheet | null) => {
		setIssued(null);
		setSheet(next);
	};
	useSheetsSoon();
	const main = useRef<HTMLElement>(null);
	const { now, may, caseNews: news, connection } = live;
	const credential = live.session?.credential ?? null;
	const { hall } = useHere({ hall: props.hall, credential, may, news, connection });
	const { branchId } = hall.branch;
	const cases = useCases({ branchId, credential, may, news, connection, isThere: isThere(hall, props.staffId) });
	const toSign = useToSign({ branchId, staffId: props.staffId, credential, may });
	return (
		<div className="page narrow" data-busy={desk.underway.length > 0 || sheet !== null || showsIssued ? "" : undefined}>
			<PhoneHeader
				live={live}
				hall={hall}
				badge={<MyBadge live={live} hall={hall} cases={cases} toSign={toSign.length} list={main} />}
			/>
			<ConnectionNotices live={live} underway={desk.underway} />
			<main className="stack scroll" ref={main}>
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
				<CasesTold hall={hall} now={now}>
					<ToSign records={toSign} onOpen={setSheet} />
				</CasesTold>
				<HallGlance hall={hall} now={now} />
				<PresenceLine hall={hall} staffId={props.staffId} may={may} onOpen={setSheet} />
				{may("case.work") && <CasesBlock cases={cases} now={now} onOpen={setSheet} />}
				<QueueList hall={hall} now={now} />
				<CounterGrid hall={hall} now={now} may={may} onOpen={setSheet} />
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
			<PhoneFoot {...props} hall={hall} isFree={sheet === null} cases={cases} onOpen={setSheet} />
			{showsIssued && (
				<IssuedTicket
					hall={hall}
					issued={issued}
					desk={desk}
					may={may}
					onAgain={() => closeIssued({ kind: "issue" })}
					onClose={() => closeIssued(null)}
				/>
			)}
			{sheet !== null && !showsIssued && (
				<PhoneContext
					value={{ ...props, hall, may, onIssued: setIssued, onOpen: setSheet, onClose: () => setSheet(null) }}
				>
					<CasesContext value={cases}>
						<CasesTold hall={hall} now={now}>
							<LaterSheet sheet={sheet} />
						</CasesTold>
					</CasesContext>
				</PhoneContext>
			)}
		</div>
	);
}

/** The buttons, and above them what is still on its way. */
function PhoneFoot(props: {
	readonly live: LiveHall;
	readonly hall: Hall;
	readonly desk: Desk;
	/** No sheet is open: each tells its own. */
	readonly isFree: boolean;
	readonly cases: Cases;
	readonly onOpen: (sheet: OpenSheet) => void;
}) {
	const { live, cases, onOpen } = props;
	const { t } = useWords();
	return (
		<nav className="foot phone-foot stack">
			{props.isFree && (
				<>
					<DeskNoticeLine desk={props.desk} />
					<PendingRecords
						records={cases.records}
						waitingText={(count) => t("casePending", { count })}
						refusedText={(why) => t("caseRefused", { why })}
						onReopen={() => onOpen({ kind: "open-case" })}
					/>
				</>
			)}
			<PhoneActions gate={ticketGate(props.hall.branch, live.now)} may={live.may} onOpen={onOpen} />
		</nav>
	);
}
