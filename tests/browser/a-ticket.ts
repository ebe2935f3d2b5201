import type { Browser } from "playwright-core";
import { aHall } from "./a-hall.ts";

/** A hall in which a kiosk has given one number for cash, A001, with the link to its page. */
export async function aTicket(browser: Browser) {
	const hall = await aHall(browser);
	const kiosk = await hall.tokenFor({ kind: "device", purpose: "kiosk", branchId: hall.branchId });
	const answer = await hall.send(kiosk, { type: "issue-ticket", services: ["cash"] });
	const { ticketId = "", link = "" } = answer.status === "done" ? answer : {};
	return { hall, ticketId, link };
}
