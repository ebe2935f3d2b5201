import type { CaseKind } from "../../rules/case/kinds.ts";

/** Which sheet is open on the phone. */
export type OpenSheet =
	| {
			readonly kind:
				| "issue"
				| "help"
				| "presence"
				| "more"
				| "own-day"
				| "account"
				| "cases"
				| "open-case"
				| "cancel-many"
				| "close-day"
				| "one-more"
				| "reopen-day"
				| "sign-day";
	  }
	| { readonly kind: "ticket"; readonly ticketId: string }
	| { readonly kind: "counter"; readonly counterId: string }
	| { readonly kind: "pass-on"; readonly alertId: string }
	/** Null: no ticket, or none that matters. */
	| { readonly kind: "refer"; readonly ticketId: string | null }
	| { readonly kind: "case-list"; readonly of: CaseKind }
	| { readonly kind: "case"; readonly caseId: string };
