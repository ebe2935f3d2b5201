import type { Actor } from "../../schema/actor.ts";
import type { Command, Expectation } from "../../schema/hall/command.ts";
import type { BranchConfiguration } from "../../schema/hall/configuration.ts";
import type { Answer } from "../../schema/hall/event.ts";
import { HEAD_OFFICE, kiosk, MINUTE_MS, MONDAY_10, staff } from "./a-branch.ts";

/** What earlier steps have brought, for later ones to name. */
export type Known = {
	/** The latest ticket called at a counter. */
	readonly at: Map<string, string>;
	readonly tickets: string[];
	readonly alerts: string[];
	/** Answers that were not what the step expected. */
	readonly surprises: string[];
};
export type Step = {
	readonly minute: number;
	readonly actor: Actor;
	readonly command: (known: Known) => Command;
	readonly expect?: Expectation;
	/** The refusal that is right here; absent: it must be done. */
	readonly refused?: string;
};

export function noted(known: Known, step: Step, command: Command, answer: Answer): void {
	const code = answer.status === "refused" ? answer.code : undefined;
	if (code !== step.refused) known.surprises.push(`${step.minute} ${JSON.stringify(command)}: ${code ?? "done"}`);
	if (answer.status === "refused") return;
	if ((command.type === "call-next" || command.type === "call-ticket") && answer.ticketId !== undefined) {
		known.at.set(command.counterId, answer.ticketId);
	}
	if (command.type === "issue-ticket" && answer.ticketId !== undefined) known.tickets.push(answer.ticketId);
	if (answer.alertId !== undefined) known.alerts.push(answer.alertId);
}

export const timeOf = (step: Step) => MONDAY_10 + step.minute * MINUTE_MS;

/** A scripted day that uses every verb, is refused in many ways, and leaves all kinds of tickets at its end. */
export function variedDay(branchId: string, configuration: BranchConfiguration): Step[] {
	const cashier = staff(branchId, "closed-teller", "liu-yang");
	const second = staff(branchId, "closed-teller", "sun-lei");
	const desk = staff(branchId, "open-teller", "wang-fang");
	const adviser = staff(branchId, "relationship-manager", "hu-yue");
	const manager = staff(branchId, "lobby-manager", "li-na");
	const hall = kiosk(branchId);
	const step = (minute: number, actor: Actor, command: Command | Step["command"], more: Partial<Step> = {}): Step => ({
		minute,
		actor,
		command: typeof command === "function" ? command : () => command,
		...more,
	});
	const issue = (minute: number, ...services: string[]) => step(minute, hall, { type: "issue-ticket", services });
	const ticket = (index: number) => (known: Known) => known.tickets[index] ?? "none";
	const at = (counterId: string) => (known: Known) => known.at.get(counterId) ?? "none";
	const act = (
		minute: number,
		actor: Actor,
		type: "start-service" | "finish-service" | "mark-no-show" | "recall-ticket" | "return-ticket" | "resume-ticket",
		which: (known: Known) => string,
		more: Partial<Step> = {},
	) => step(minute, actor, (known) => ({ type, ticketId: which(known) }), more);
	const call = (minute: number, actor: Actor, counterId: string, more: Partial<Step> = {}) =>
		step(minute, actor, { type: "call-next", counterId }, more);

	return [
		issue(0, "cash"),
		issue(1, "transfer", "account-opening", "cash"),
		step(2, manager, { type: "issue-ticket", services: ["wealth"], class: "high" }),
		step(3, manager, { type: "issue-ticket", services: ["cash"], appointmentAt: MONDAY_10 + 20 * MINUTE_MS }),
		step(3, hall, { type: "issue-ticket", services: ["cash"], class: "high" }, { refused: "class-not-allowed" }),
		call(4, cashier, "1", { refused: "not-your-counter" }),
		step(4, cashier, { type: "open-counter", counterId: "1" }),
		step(4, cashier, { type: "open-counter", counterId: "2" }, { refused: "already-signed-on" }),
		step(5, second, { type: "open-counter", counterId: "4" }),
		step(5, second, { type: "change-counter-mode", counterId: "4", modeId: "quick" }),
		step(6, desk, { type: "open-counter", counterId: "5" }),
		step(6, adviser, { type: "open-counter", counterId: "12" }),
		call(7, cashier, "1", { expect: { counterTicket: null } }),
		call(7, cashier, "1", { refused: "counter-busy" }),
		act(8, cashier, "recall-ticket", at("1")),
		act(9, cashier, "start-service", at("1"), { expect: { ticketStatus: "called" } }),
		act(9, cashier, "start-service", at("1"), { refused: "changed-meanwhile", expect: { ticketStatus: "called" } }),
		issue(10, "cash"),
		issue(11, "cash"),
		act(12, cashier, "finish-service", at("1")),
		// A visit of three services: two go on at this desk, the third waits on for a cash counter.
		call(13, desk, "5"),
		act(14, desk, "start-service", at("5")),
		act(20, desk, "finish-service", at("5")),
		act(30, desk, "finish-service", at("5")),
		step(31, second, (known) => ({ type: "call-ticket", counterId: "4", ticketId: ticket(4)(known) }), {
			refused: "reason-required",
		}),
		step(31, second, (known) => ({
			type: "call-ticket",
			counterId: "4",
			ticketId: ticket(4)(known),
			reason: "行动不便，请先办理",
		})),
		act(32, second, "start-service", at("4")),
		step(33, second, (known) => ({ type: "hold-ticket", ticketId: at("4")(known), reason: "回车上取证件" })),
		step(34, second, { type: "pause-counter", counterId: "4", reason: "lunch" }),
		call(35, second, "4", { refused: "counter-not-open" }),
		step(36, second, { type: "resume-counter", counterId: "4" }),
		act(37, manager, "resume-ticket", at("4")),
		call(38, cashier, "1"),
		act(39, cashier, "mark-no-show", at("1")),
		act(43, manager, "return-ticket", at("1")),
		call(44, cashier, "1"),
		act(45, cashier, "mark-no-show", at("1")),
		call(46, adviser, "12"),
		act(47, adviser, "start-service", at("12")),
		step(50, adviser, (known) => ({ type: "transfer-ticket", ticketId: at("12")(known) }), {
			refused: "transfer-to-nothing",
		}),
		step(51, adviser, (known) => ({
			type: "transfer-ticket",
			ticketId: at("12")(known),
			serviceId: "transfer",
			staffId: "wang-fang",
		})),
		step(52, manager, { type: "close-counter", counterId: "5" }),
		step(53, desk, { type: "open-counter", counterId: "6", modeId: "desk" }),
		call(54, desk, "6"),
		step(55, desk, (known) => ({ type: "redirect-ticket", ticketId: at("6")(known), reason: "智能柜台可办" })),
		issue(56, "bill-payment"),
		step(57, manager, (known) => ({ type: "cancel-ticket", ticketId: known.tickets.at(-1) ?? "none" })),
		issue(58, "cash"),
		issue(59, "corporate"),
		step(60, hall, { type: "ask-for-help", reason: "device" }),
		step(61, cashier, { type: "ask-for-help", reason: "authorisation", counterId: "1" }),
		step(62, manager, (known) => ({ type: "accept-alert", alertId: known.alerts[0] ?? "none" })),
		step(63, manager, (known) => ({ type: "accept-alert", alertId: known.alerts[0] ?? "none" }), {
			refused: "changed-meanwhile",
		}),
		step(64, HEAD_OFFICE, {
			type: "configure",
			configuration: { ...configuration, name: { zh: "改名支行", en: "Renamed branch" } },
		}),
		act(65, manager, "return-ticket", at("1"), { refused: "return-too-late" }),
		act(66, desk, "start-service", () => "20261123-Z999", { refused: "unknown-ticket" }),
		call(67, cashier, "1"),
		act(68, cashier, "start-service", at("1")),
		call(69, second, "4"),
		step(120, manager, { type: "close-day" }),
		{ ...issue(121, "cash"), refused: "day-closed" },
		step(122, manager, { type: "ask-for-help", reason: "other" }),
	];
}
