/** Which sheet is open on the phone. */
export type OpenSheet =
	| {
			readonly kind:
				| "issue"
				| "help"
				| "more"
				| "account"
				| "referrals"
				| "cases"
				| "open-case"
				| "cancel-many"
				| "close-day"
				| "reopen-day";
	  }
	| { readonly kind: "ticket"; readonly ticketId: string }
	| { readonly kind: "counter"; readonly counterId: string }
	| { readonly kind: "pass-on"; readonly alertId: string }
	/** Null: no ticket, or none that matters. */
	| { readonly kind: "refer"; readonly ticketId: string | null }
	| { readonly kind: "referral"; readonly referralId: string }
	| { readonly kind: "case"; readonly caseId: string };
