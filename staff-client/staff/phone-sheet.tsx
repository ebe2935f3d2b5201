import { AskHelpSheet } from "./ask-help-sheet.tsx";
import { CounterSheet } from "./counter-sheet.tsx";
import { IssueSheet } from "./issue-sheet.tsx";
import { MoreSheet } from "./more-sheet.tsx";
import type { SheetProps } from "./sheet-props.ts";
import { TicketSheet } from "./ticket-sheet.tsx";

/** Which sheet is open on the phone. */
export type OpenSheet =
	| { readonly kind: "issue" | "help" | "more" }
	| { readonly kind: "ticket"; readonly ticketId: string }
	| { readonly kind: "counter"; readonly counterId: string };

export function PhoneSheet({ sheet, ...props }: SheetProps & { readonly sheet: OpenSheet }) {
	switch (sheet.kind) {
		case "issue":
			return <IssueSheet {...props} />;
		case "help":
			return <AskHelpSheet {...props} />;
		case "more":
			return <MoreSheet {...props} />;
		case "ticket":
			return <TicketSheet {...props} ticketId={sheet.ticketId} />;
		case "counter":
			return <CounterSheet {...props} counterId={sheet.counterId} />;
		default:
			return sheet satisfies never;
	}
}
