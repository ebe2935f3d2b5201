import type { Browser } from "playwright-core";
import { bankFor, problemsAt, referAt } from "./screens-bank.ts";
import { devicesFor } from "./screens-devices.ts";
import { FILLED_AT, fill, type Hall, hallFor, lobbyManager } from "./screens-hall.ts";

/** What all pictures are taken of. */
export type World = {
	readonly base: string;
	readonly busy: Hall;
	readonly empty: Hall;
	readonly closed: Hall;
	/** The secret of a ticket that waits at the busy hall. */
	readonly link: string;
	/** First passwords by staff number. */
	readonly passwords: ReadonlyMap<string, string>;
};

/** Three halls, one busy, one empty and one whose day is closed, and the bank around them. */
export async function worldFor(browser: Browser, base: string): Promise<World> {
	const busy = await hallFor(base, "sh-thebund", { zh: "上海外滩支行", en: "The Bund, Shanghai" });
	const empty = await hallFor(base, "sh-empty", { zh: "上海静安支行", en: "Jing'an, Shanghai" });
	const closed = await hallFor(base, "sh-closed", { zh: "上海徐汇支行", en: "Xuhui, Shanghai" });
	const passwords = await bankFor([busy, empty, closed]);
	await fill(busy);
	await fill(closed);
	await referAt(busy);
	await problemsAt(busy, FILLED_AT);
	await closed.send(lobbyManager(closed.branchId), { type: "close-day" });
	const kiosk = { kind: "device", purpose: "kiosk", branchId: busy.branchId } as const;
	const issued = await busy.send(kiosk, { type: "issue-ticket", services: ["cash"] });
	const link = issued.status === "done" ? (issued.link ?? "") : "";
	await devicesFor(browser, base, busy);
	return { base, busy, empty, closed, link, passwords };
}

/** The part of an address that names a hall. */
export const at = (hall: Hall) => `branch=${hall.branchId}`;
