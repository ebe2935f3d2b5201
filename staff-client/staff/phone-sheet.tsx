import { PassOnSheet } from "../alert/pass-on-sheet.tsx";
import { CasesMoved } from "../case/case-controls.tsx";
import { CaseListSheet } from "../case/case-list-sheet.tsx";
import { CaseSheet } from "../case/case-sheet.tsx";
import { CasesSheet } from "../case/cases-sheet.tsx";
import { OpenCaseSheet } from "../case/open-case-sheet.tsx";
import { PresenceSheet } from "../presence/presence-sheet.tsx";
import { CreateReferral } from "../referral/create-referral.tsx";
import type { OpenSheet } from "../sheet/open-sheet.ts";
import { AccountSheet } from "./sheet/account-sheet.tsx";
import { AskHelpSheet } from "./sheet/ask-help-sheet.tsx";
import { CancelManySheet } from "./sheet/cancel-many-sheet.tsx";
import { CloseDaySheet } from "./sheet/close-day-sheet.tsx";
import { CounterSheet } from "./sheet/counter-sheet.tsx";
import { IssueSheet } from "./sheet/issue-sheet.tsx";
import { MoreSheet } from "./sheet/more-sheet.tsx";
import { OneMoreSheet } from "./sheet/one-more-sheet.tsx";
import { OwnDaySheet } from "./sheet/own-day-sheet.tsx";
import { ReopenDaySheet } from "./sheet/reopen-day-sheet.tsx";
import { SignDaySheet } from "./sheet/sign-day-sheet.tsx";
import { TicketSheet } from "./sheet/ticket-sheet.tsx";

/** The open sheet, which may be one on which a case is moved. */
export function PhoneSheet({ sheet }: { readonly sheet: OpenSheet }) {
	return (
		<CasesMoved>
			<OneSheet sheet={sheet} />
		</CasesMoved>
	);
}

function OneSheet({ sheet }: { readonly sheet: OpenSheet }) {
	switch (sheet.kind) {
		case "issue":
			return <IssueSheet />;
		case "help":
			return <AskHelpSheet />;
		case "presence":
			return <PresenceSheet />;
		case "more":
			return <MoreSheet />;
		case "own-day":
			return <OwnDaySheet />;
		case "cancel-many":
			return <CancelManySheet />;
		case "close-day":
			return <CloseDaySheet />;
		case "reopen-day":
			return <ReopenDaySheet />;
		case "sign-day":
			return <SignDaySheet />;
		case "one-more":
			return <OneMoreSheet />;
		case "account":
			return <AccountSheet />;
		case "ticket":
			return <TicketSheet ticketId={sheet.ticketId} />;
		case "counter":
			return <CounterSheet counterId={sheet.counterId} />;
		case "pass-on":
			return <PassOnSheet alertId={sheet.alertId} />;
		case "refer":
			return <CreateReferral ticketId={sheet.ticketId} />;
		case "cases":
			return <CasesSheet />;
		case "case-list":
			return <CaseListSheet of={sheet.of} />;
		case "open-case":
			return <OpenCaseSheet />;
		case "case":
			return <CaseSheet caseId={sheet.caseId} />;
		default:
			return sheet satisfies never;
	}
}
