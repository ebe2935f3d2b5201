import { PassOnSheet } from "../alert/pass-on-sheet.tsx";
import { CaseListSheet } from "../case/case-list-sheet.tsx";
import { CaseSheet } from "../case/case-sheet.tsx";
import type { CaseSheetProps } from "../case/case-sheet-props.ts";
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
import { ReopenDaySheet } from "./sheet/reopen-day-sheet.tsx";
import { SignDaySheet } from "./sheet/sign-day-sheet.tsx";
import { TicketSheet } from "./sheet/ticket-sheet.tsx";

export function PhoneSheet({ sheet, ...props }: CaseSheetProps & { readonly sheet: OpenSheet }) {
	switch (sheet.kind) {
		case "issue":
			return <IssueSheet {...props} />;
		case "help":
			return <AskHelpSheet {...props} />;
		case "presence":
			return <PresenceSheet {...props} />;
		case "more":
			return <MoreSheet {...props} />;
		case "cancel-many":
			return <CancelManySheet {...props} />;
		case "close-day":
			return <CloseDaySheet {...props} />;
		case "reopen-day":
			return <ReopenDaySheet {...props} />;
		case "sign-day":
			return <SignDaySheet {...props} />;
		case "account":
			return <AccountSheet {...props} />;
		case "ticket":
			return <TicketSheet {...props} ticketId={sheet.ticketId} />;
		case "counter":
			return <CounterSheet {...props} counterId={sheet.counterId} />;
		case "pass-on":
			return <PassOnSheet {...props} alertId={sheet.alertId} />;
		case "refer":
			return <CreateReferral {...props} ticketId={sheet.ticketId} />;
		case "cases":
			return <CasesSheet {...props} />;
		case "case-list":
			return <CaseListSheet {...props} of={sheet.of} />;
		case "open-case":
			return <OpenCaseSheet {...props} />;
		case "case":
			return <CaseSheet {...props} caseId={sheet.caseId} />;
		default:
			return sheet satisfies never;
	}
}
