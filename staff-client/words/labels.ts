import type { OrderReason, WhyNext } from "../../rules/order-reason.ts";
import type { HelpReason } from "../../schema/hall/alert.ts";
import type { PauseReason } from "../../schema/hall/command.ts";
import type { TicketStatus } from "../../schema/hall/ticket.ts";
import type { CounterActivity } from "../hall/counter-state.ts";
import type { TicketAction } from "../hall/ticket-actions.ts";

/** Which word stands for which value of the contract; a value without a word does not compile. */
export const PAUSE_WORD = {
	lunch: "pauseLunch",
	authorisation: "pauseAuthorisation",
	cash: "pauseCash",
	system: "pauseSystem",
	training: "pauseTraining",
	other: "pauseOther",
} as const satisfies Record<PauseReason, string>;

export const HELP_WORD = {
	customer: "helpCustomer",
	authorisation: "helpAuthorisation",
	device: "helpDevice",
	queue: "helpQueue",
	language: "helpLanguage",
	emergency: "helpEmergency",
	other: "helpOther",
} as const satisfies Record<HelpReason, string>;

export const STATUS_WORD = {
	waiting: "waitingTickets",
	called: "statusCalled",
	serving: "beingServed",
	held: "statusHeld",
	"no-show": "statusNoShow",
	ended: "statusEnded",
} as const satisfies Record<TicketStatus, string>;

export const ACTIVITY_WORD = {
	closed: "activityClosed",
	paused: "activityPaused",
	free: "activityFree",
	called: "activityCalled",
	serving: "activityServing",
} as const satisfies Record<CounterActivity, string>;

export const WHY_WORD = {
	"waited-longest": "whyWaitedLongest",
	"higher-class": "whyHigherClass",
	"head-start": "whyHeadStart",
	"budget-spent": "whyBudgetSpent",
	"older-higher-class": "whyOlderHigherClass",
	"came-earlier": "whyCameEarlier",
} as const satisfies Record<WhyNext, string>;

export const REASON_WORD = {
	next: "reasonNext",
	"earlier-first": "reasonEarlierFirst",
	"higher-class-first": "reasonHigherClassFirst",
	"head-start-first": "reasonHeadStartFirst",
	"budget-spent-first": "reasonBudgetSpentFirst",
	"counter-cannot-serve": "reasonCannotServe",
	"meant-for-another": "reasonMeantForAnother",
	"others-first": "reasonOthersFirst",
	"counter-not-open": "reasonCounterNotOpen",
	"not-waiting": "reasonNotWaiting",
} as const satisfies Record<OrderReason, string>;

export const ACTION_WORD = {
	transfer: "transfer",
	hold: "hold",
	resume: "resumeTicket",
	return: "returnTicket",
	redirect: "redirect",
	cancel: "cancelTicket",
} as const satisfies Record<TicketAction, string>;

export const PAUSE_REASONS = Object.keys(PAUSE_WORD) as PauseReason[];
export const HELP_REASONS = Object.keys(HELP_WORD) as HelpReason[];
