import { aBank } from "./a-bank.ts";

/** Monday 23 November 2026, 10:00 in Shanghai. */
export const TEN_O_CLOCK = Date.UTC(2026, 10, 23, 2);
export const DAY = "2026-11-23";
const MINUTE_MS = 60_000;

/** A closed day: one customer who waited 6 minutes and was served in 9, another whom nobody could serve. */
export async function aClosedDay() {
	const bank = await aBank();
	const path = `/branches/${bank.branchId}`;
	const manager = await bank.demoToken("lobby-manager", bank.branchId);
	const teller = await bank.demoToken("closed-teller", bank.branchId, "liu-yang");
	const clock = (minute: number) =>
		bank.ask("PUT", `${path}/clock`, { kind: "virtual", at: TEN_O_CLOCK + minute * MINUTE_MS, speed: 0 });
	const send = (token: string, command: object) =>
		bank.ask<{ answer: { ticketId: string; seq: number } }>("POST", `${path}/commands`, { command }, token);
	await clock(0);
	await bank.configure();
	const { ticketId } = (await send(manager, { type: "issue-ticket", services: ["cash"] })).answer;
	await send(manager, { type: "issue-ticket", services: ["wealth"] });
	await send(teller, { type: "open-counter", counterId: "1" });
	await clock(6);
	await send(teller, { type: "call-next", counterId: "1" });
	await send(teller, { type: "recall-ticket", ticketId });
	const { seq } = (await send(teller, { type: "ask-for-help", reason: "queue" })).answer;
	await send(teller, { type: "start-service", ticketId });
	await clock(8);
	await send(manager, { type: "accept-alert", alertId: `h${seq}` });
	await clock(15);
	await send(teller, { type: "finish-service", ticketId });
	await send(manager, { type: "close-day" });
	return bank;
}
