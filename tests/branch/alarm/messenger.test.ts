import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, it, vi } from "vitest";
import type { Role } from "../../../schema/actor.ts";
import type { HelpReason } from "../../../schema/hall/alert.ts";
import { MessengerCall } from "../../../schema/hall/messenger.ts";
import { opened } from "../../api/a-case.ts";
import { FIELDS } from "../../api/a-referral.ts";
import { staffAt } from "../../api/callers.ts";
import { aBranch, DAY_MS, eventually, HOUR_MS, kiosk, MINUTE_MS, MONDAY_10, SECOND_MS, staff } from "../a-branch.ts";
import { tokenOf } from "../door.ts";
import { breakMemory } from "../failing-memory.ts";
import { LiveClient } from "../live-client.ts";

const URL_OF_BANK = "https://messenger.bank.test/tingtang";
/** The example of Standard Webhooks. */
const SECRET = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const LOBBY = ["li-na", "lin-tao"];
const HEADS = ["zhang-wei", "huang-xia"];

type Received = {
	readonly url: string;
	readonly headers: Headers;
	readonly text: string;
	readonly call: MessengerCall;
};
const received: Received[] = [];
const pauses: number[] = [];
const logged: string[] = [];
let answers: () => Response | Promise<Response> = () => new Response(null, { status: 204 });

function configured(settings: { readonly MESSENGER_URL?: string; readonly MESSENGER_SECRET?: string }) {
	for (const key of ["MESSENGER_URL", "MESSENGER_SECRET"] as const) {
		Object.defineProperty(env, key, { configurable: true, writable: true, value: settings[key] });
	}
}

beforeEach(() => {
	configured({ MESSENGER_URL: URL_OF_BANK, MESSENGER_SECRET: `whsec_${SECRET}` });
	for (const list of [received, pauses, logged]) list.length = 0;
	answers = () => new Response(null, { status: 204 });
	vi.stubGlobal("fetch", async (url: string, { headers, body, redirect, method }: RequestInit) => {
		if (method !== "POST" || redirect !== "manual") throw new Error("another call than the messenger's");
		const text = String(body);
		received.push({ url, headers: new Headers(headers), text, call: MessengerCall.parse(JSON.parse(text)) });
		return answers();
	});
	const wait = scheduler.wait.bind(scheduler);
	vi.spyOn(scheduler, "wait").mockImplementation((ms, options) => {
		if (options !== undefined || ms < SECOND_MS) return wait(ms, options);
		pauses.push(ms);
		return wait(1);
	});
	vi.spyOn(console, "error").mockImplementation((line) => void logged.push(String(line)));
});
afterEach(() => {
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
	configured({});
});

async function aHall(at?: number) {
	const branch = await aBranch(at);
	const { branchId } = branch;
	const as = (role: Role, staffId: string) => staff(branchId, role, staffId);
	const teller = as("closed-teller", "liu-yang");
	const help = async (reason: HelpReason) => {
		const { alertId = "" } = await branch.done(teller, { type: "ask-for-help", reason, counterId: "1" });
		return alertId;
	};
	const page = async (role: Role, staffId: string) => {
		const credential = `token.${await tokenOf(as(role, staffId))}`;
		return LiveClient.open({ branchId, audience: "staff", credential });
	};
	return { ...branch, as, teller, help, page, path: `/branches/${branchId}/cases` };
}

/** Everything that is to be sent was sent: what nobody waits for is done within a moment. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 50));
const calls = () => received.map(({ call }) => call);
const asked = (alertId: string) =>
	calls()
		.filter(({ alert }) => alert.id === alertId)
		.map(({ telling, staffIds }) => [telling, [...staffIds].sort()]);

/** By the platform's own means, which share no code with what signs. */
async function isSigned({ headers, text }: Received): Promise<boolean> {
	const bytes = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
	const key = await crypto.subtle.importKey("raw", bytes(SECRET), { name: "HMAC", hash: "SHA-256" }, false, ["verify"]);
	const [version, mac = ""] = (headers.get("webhook-signature") ?? "").split(",");
	const signed = `${headers.get("webhook-id")}.${headers.get("webhook-timestamp")}.${text}`;
	return version === "v1" && crypto.subtle.verify("HMAC", key, bytes(mac), new TextEncoder().encode(signed));
}

describe("the bank's messenger", () => {
	it("[ALR-27] [ALR-29] is asked, signed, for everybody who is told when no page is heard, also while D1 is away", async ({
		expect,
	}) => {
		const mend = breakMemory("rejects");
		const hall = await aHall();
		const alertId = await hall.help("authorisation");
		await eventually("the messenger to be asked", () => received.length > 0);
		mend();
		const [first] = received as [Received];
		expect(first.url).toBe(URL_OF_BANK);
		expect(await isSigned(first)).toBe(true);
		expect(await isSigned({ ...first, text: first.text.replace("help", "held") })).toBe(false);
		expect(Math.abs(Number(first.headers.get("webhook-timestamp")) * SECOND_MS - Date.now())).toBeLessThan(MINUTE_MS);
		expect(first.call).toEqual({
			branch: { id: hall.branchId, name: { zh: "测试支行", en: "Test branch" } },
			alert: { id: alertId, kind: "help", rings: true },
			telling: "raised",
			at: MONDAY_10,
			staffIds: expect.arrayContaining(["he-ping", ...LOBBY, ...HEADS]),
		});
		expect(first.call.staffIds).toHaveLength(5);
		await settled();
		expect(received).toHaveLength(1);
	});

	it("[ALR-27] [ALR-12] whose page is heard rings there; of the others only who is on duty by their own word is reached, and nobody who is not told", async ({
		expect,
	}) => {
		const hall = await aHall();
		const manager = await hall.page("lobby-manager", "li-na");
		const quiet = await hall.help("authorisation");
		const supervisor = hall.as("duty-supervisor", "he-ping");
		await hall.done(hall.teller, { type: "end-alert", alertId: quiet });
		await hall.done(supervisor, { type: "set-presence", status: "on-duty" });
		await hall.done(hall.as("guard", "guo-qiang"), { type: "set-presence", status: "on-duty" });
		const wanted = await hall.help("authorisation");
		await eventually("the supervisor to be asked for", () => asked(wanted).length > 0);
		await hall.done(hall.teller, { type: "end-alert", alertId: wanted });
		await hall.done(supervisor, { type: "set-presence", status: "lunch" });
		const away = await hall.help("authorisation");
		await settled();
		expect([asked(quiet), asked(wanted), asked(away)]).toEqual([[], [["raised", ["he-ping"]]], []]);
		manager.close();
	});

	it("[ALR-27] what is told to more asks for those alone who had not been told, once", async ({ expect }) => {
		const hall = await aHall();
		const supervisor = await hall.page("duty-supervisor", "he-ping");
		const alertId = await hall.help("authorisation");
		await hall.setTime(MONDAY_10 + 2 * MINUTE_MS - 500, 60);
		await eventually("the messenger to be asked by the alarm", () => asked(alertId).length > 0);
		await hall.setTime(MONDAY_10 + 20 * MINUTE_MS);
		await settled();
		expect(asked(alertId)).toEqual([["escalated", [...LOBBY, ...HEADS].sort()]]);
		supervisor.close();
	});

	it("[ALR-28] is asked three times at most, under one id, each signed anew; what fails is logged and the branch goes on", async ({
		expect,
	}) => {
		const hall = await aHall();
		answers = () => new Response("no", { status: 500 });
		await hall.help("device");
		await eventually("it to be given up", () => logged.length > 0);
		expect(pauses).toEqual([5_000, 20_000]);
		expect(received).toHaveLength(3);
		expect(new Set(received.map(({ headers }) => headers.get("webhook-id"))).size).toBe(1);
		expect(await Promise.all(received.map(isSigned))).toEqual([true, true, true]);
		expect(logged.map((line) => JSON.parse(line))).toEqual([
			{
				message: "the messenger did not answer",
				branchId: hall.branchId,
				error: "Error: the messenger answered 500",
			},
		]);
		answers = () => Promise.reject(new Error("no network"));
		await hall.help("language");
		await eventually("it to be given up again", () => logged.length > 1);
		expect(await hall.send(kiosk(hall.branchId), { type: "issue-ticket", services: ["cash"] })).toMatchObject({
			status: "done",
		});
	});

	it("[ALR-28] nobody is asked for again once somebody has accepted, or it is over", async ({ expect }) => {
		const hall = await aHall();
		for (const type of ["accept-alert", "end-alert"] as const) {
			received.length = 0;
			const actor = type === "accept-alert" ? hall.as("lobby-manager", "li-na") : hall.teller;
			let alertId = "";
			answers = async () => {
				await hall.send(actor, { type, alertId });
				return new Response(null, { status: 503 });
			};
			const wait = Promise.withResolvers<void>();
			const answering = answers;
			answers = () => wait.promise.then(answering);
			alertId = await hall.help("customer");
			wait.resolve();
			await eventually("the first try", () => received.length > 0);
			await settled();
			expect([type, received.length, logged.length]).toEqual([type, 1, 0]);
		}
	});

	it("[ALR-28] after a night without anybody only what is still open is told", async ({ expect }) => {
		const hall = await aHall();
		const supervisor = await hall.page("duty-supervisor", "he-ping");
		for (let index = 0; index < 5; index++) {
			await hall.done(kiosk(hall.branchId), { type: "issue-ticket", services: ["cash"] });
		}
		await hall.help("authorisation");
		await settled();
		supervisor.close();
		await hall.evict();
		await hall.setTime(MONDAY_10 + DAY_MS - 3 * HOUR_MS);
		await hall.help("emergency");
		await eventually("the new one", () => received.length > 0);
		await settled();
		expect(received.every(({ call }) => call.at > MONDAY_10 + 12 * HOUR_MS)).toBe(true);
		expect(calls().map(({ alert, telling }) => [alert.kind, telling])).toEqual([["help", "raised"]]);
		expect(calls()[0]?.staffIds).toContain("guo-qiang");
	});

	it("[ALR-29] of an offer whoever is rung alone is asked for, and nothing is said of the customer, the number or the record", async ({
		expect,
	}) => {
		const hall = await aHall();
		const card = await hall.done(kiosk(hall.branchId), { type: "issue-ticket", services: ["cash"] });
		const manager = staffAt("lobby-manager", hall.branchId, "li-na");
		const record = { kind: "referral", ownerId: undefined, texts: {}, facts: { reasonCode: "large-cash" } };
		const ties = { ticketId: card.ticketId, customerReference: "C-20481234" };
		const { body } = await opened(manager, hall.path, { ...record, fields: FIELDS, ties });
		await eventually("the heads to be asked for", () => received.length > 0);
		const page = await hall.page("relationship-manager", "hu-yue");
		await opened(manager, hall.path, { ...record, fields: FIELDS });
		await settled();
		expect(calls().map(({ alert, staffIds }) => [alert.kind, [...staffIds].sort()])).toEqual([
			["offer", [...HEADS].sort()],
		]);
		const { text = "" } = received[0] ?? {};
		const planted = [FIELDS.name, FIELDS.number.value, FIELDS.contact.value, FIELDS.remarks, FIELDS.bestContactTime];
		for (const secret of [
			...planted,
			body.caseId,
			card.number,
			card.ticketId,
			card.link,
			ties.customerReference,
			"large-cash",
		]) {
			expect(text).not.toContain(secret);
		}
		page.close();
	});

	it("[ALR-30] is not used without an address, nor, with a line in the log, when that is not https or the secret is too short", async ({
		expect,
	}) => {
		for (const [settings, complaints] of [
			[{}, 0],
			[{ MESSENGER_SECRET: SECRET }, 0],
			[{ MESSENGER_URL: URL_OF_BANK.replace("https", "http"), MESSENGER_SECRET: SECRET }, 1],
			[{ MESSENGER_URL: "messenger", MESSENGER_SECRET: SECRET }, 1],
			[{ MESSENGER_URL: URL_OF_BANK, MESSENGER_SECRET: "c2hvcnQ=" }, 1],
			[{ MESSENGER_URL: URL_OF_BANK }, 1],
		] as const) {
			logged.length = 0;
			configured(settings);
			const hall = await aHall();
			await hall.help("device");
			await settled();
			expect(received).toEqual([]);
			const complaint = JSON.stringify({ message: "MESSENGER_URL or MESSENGER_SECRET cannot be used" });
			expect(logged).toEqual(Array.from({ length: complaints }, () => complaint));
		}
	});
});
