import type { Browser } from "playwright-core";
import { bankFor, concludeAt, problemsAt, referAt } from "./screens-bank.ts";
import { devicesFor } from "./screens-devices.ts";
import { callSome, FILLED_AT, fill, type Hall, hallFor, lobbyManager, PAST_FROM, passDays } from "./screens-hall.ts";

/** What all pictures are taken of. */
export type World = {
	readonly base: string;
	readonly busy: Hall;
	readonly empty: Hall;
	readonly closed: Hall;
	/** Where somebody is just being called. */
	readonly calling: Hall;
	/** The secret of a ticket that waits at the busy hall. */
	readonly link: string;
	/** The secret of one that is called at the calling hall. */
	readonly calledLink: string;
	/** First passwords by staff number. */
	readonly passwords: ReadonlyMap<string, string>;
};

/** Four halls (one busy, one empty, one whose day is closed, one that is calling customers), and the bank around them. */
export async function worldFor(browser: Browser, base: string): Promise<World> {
	const busy = await hallFor(base, "sh-thebund", { zh: "上海外滩支行", en: "The Bund, Shanghai" });
	const empty = await hallFor(base, "sh-empty", { zh: "上海静安支行", en: "Jing'an, Shanghai" });
	const closed = await hallFor(base, "sh-closed", { zh: "上海徐汇支行", en: "Xuhui, Shanghai" }, PAST_FROM);
	const calling = await hallFor(base, "sh-calling", { zh: "上海徐家汇支行", en: "Xujiahui, Shanghai" });
	const passwords = await bankFor([busy, empty, closed, calling]);
	// What takes minutes comes first: the clock of the busy hall runs once it is filled.
	await passDays(closed);
	await fill(closed);
	await fill(busy);
	await referAt(busy);
	await concludeAt(busy);
	await problemsAt(busy, FILLED_AT);
	await closed.send(lobbyManager(closed.branchId), { type: "close-day" });
	const kiosk = { kind: "device", purpose: "kiosk", branchId: busy.branchId } as const;
	const issued = await busy.send(kiosk, { type: "issue-ticket", services: ["cash"] });
	const link = issued.status === "done" ? (issued.link ?? "") : "";
	await devicesFor(browser, base, busy);
	const calledLink = await callSome(calling);
	return { base, busy, empty, closed, calling, link, calledLink, passwords };
}

/** The part of an address that names a hall. */
export const at = (hall: Hall) => `branch=${hall.branchId}`;
