import { DevicePurpose, Role } from "../../schema/actor.ts";
import type { Command, CommandType } from "../../schema/hall/command.ts";
import { CONFIGURATION, id } from "./a-day.ts";

const ticketId = id("A001");
const counterId = "1";

/** One well-formed command of every type. */
export const EVERY_COMMAND: { readonly [Type in CommandType]: Extract<Command, { type: Type }> } = {
	"issue-ticket": { type: "issue-ticket", services: ["cash"] },
	"open-counter": { type: "open-counter", counterId },
	"pause-counter": { type: "pause-counter", counterId, reason: "lunch" },
	"resume-counter": { type: "resume-counter", counterId },
	"close-counter": { type: "close-counter", counterId },
	"change-counter-mode": { type: "change-counter-mode", counterId, modeId: "cash" },
	"call-next": { type: "call-next", counterId },
	"call-ticket": { type: "call-ticket", counterId, ticketId, reason: "unwell" },
	"recall-ticket": { type: "recall-ticket", ticketId },
	"start-service": { type: "start-service", ticketId },
	"finish-service": { type: "finish-service", ticketId },
	"mark-no-show": { type: "mark-no-show", ticketId },
	"return-ticket": { type: "return-ticket", ticketId },
	"transfer-ticket": { type: "transfer-ticket", ticketId, serviceId: "transfer" },
	"hold-ticket": { type: "hold-ticket", ticketId },
	"resume-ticket": { type: "resume-ticket", ticketId },
	"take-back-ticket": { type: "take-back-ticket", counterId, ticketId },
	"redirect-ticket": { type: "redirect-ticket", ticketId },
	"cancel-ticket": { type: "cancel-ticket", ticketId },
	"cancel-tickets": { type: "cancel-tickets", ticketIds: [ticketId] },
	"ask-for-help": { type: "ask-for-help", reason: "queue" },
	"accept-alert": { type: "accept-alert", alertId: "h1" },
	"pass-on-alert": { type: "pass-on-alert", alertId: "h1", to: { role: "guard" }, reason: "busy" },
	"decline-alert": { type: "decline-alert", alertId: "h1", reason: "busy" },
	"set-presence": { type: "set-presence", status: "on-duty" },
	"set-duty-order": { type: "set-duty-order", staffIds: [] },
	"end-alert": { type: "end-alert", alertId: "h1" },
	"accept-help": { type: "accept-help", helpId: "h1" },
	"close-day": { type: "close-day" },
	"reopen-day": { type: "reopen-day", reason: "closed by mistake" },
	configure: { type: "configure", configuration: CONFIGURATION },
	"change-staff": { type: "change-staff", people: [] },
	tick: { type: "tick" },
};
export const COMMAND_TYPES = Object.keys(EVERY_COMMAND) as CommandType[];

export const ROLES = Role.options;
export const DEVICES = DevicePurpose.options;
