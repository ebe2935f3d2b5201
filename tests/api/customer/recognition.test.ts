import { afterEach, describe, it, vi } from "vitest";
import type { RecognitionAnswer } from "../../../schema/customer/customer.ts";
import { RECOGNITION_MAX_MS } from "../../../schema/limits.ts";
import { SEGMENT_WORDS } from "../../../schema/text/public-text.ts";
import { syntheticCustomer } from "../../../worker/domain/customer/synthetic-customer.ts";
import { demoDirectory } from "../../../worker/privacy/demo-directory.ts";
import { aBranch, commitsOf, MONDAY, newCommandId, staff } from "../../branch/a-branch.ts";
import { tokenOf } from "../../branch/door.ts";
import { LiveClient } from "../../branch/live-client.ts";
import { ask, codeOf } from "../a-referral.ts";
import { deviceAt, staffAt } from "../callers.ts";

const DEMO_SEED = 20261121;
const VALUABLE = Array.from({ length: 200 }, (_, index) => syntheticCustomer(DEMO_SEED, index)).find(
	({ segment }) => segment === "high",
);
if (VALUABLE === undefined) throw new Error("the demo has nobody of that segment");
const CARD = VALUABLE.card;
const STRANGER = "6200009999999999";

async function aHall() {
	const branch = await aBranch();
	const { branchId } = branch;
	const kiosk = deviceAt("kiosk", branchId);
	const manager = staffAt("lobby-manager", branchId, "li-na");
	const recognise = (actor: typeof kiosk, body: object, secrets: object = {}) =>
		ask<RecognitionAnswer>(actor, "POST", `/branches/${branchId}/recognitions`, { body, secrets });
	const issue = (actor: typeof kiosk, recognition: string, at = branchId, more: object = {}) =>
		ask<{ answer: { ticketId: string } }>(actor, "POST", `/branches/${at}/commands`, {
			body: { command: { type: "issue-ticket", services: ["cash"], recognition, ...more } },
			commandId: newCommandId(),
		});
	const classOf = async (ticketId: string) => {
		const commits = await commitsOf(branchId, MONDAY);
		for (const event of commits.flatMap((each) => each.events)) {
			if (event.type === "ticket-issued" && event.ticketId === ticketId) return event;
		}
		throw new Error(`no ticket ${ticketId}`);
	};
	return { branch, branchId, kiosk, manager, recognise, issue, classOf };
}

afterEach(() => {
	vi.unstubAllGlobals();
});

describe("recognising a customer", () => {
	it("[PRV-11] at the kiosk gives the class and tells the kiosk nothing, not even whether anybody was found", async ({
		expect,
	}) => {
		const { kiosk, recognise, issue, classOf } = await aHall();
		const known = await recognise(kiosk, { by: "card", value: CARD });
		const stranger = await recognise(kiosk, { by: "card", value: STRANGER });
		for (const answer of [known, stranger]) {
			expect(Object.keys(answer.body).sort()).toEqual(["expiresAt", "recognition"]);
		}
		expect(known.text.length).toBe(stranger.text.length);
		const first = await issue(kiosk, known.body.recognition);
		const second = await issue(kiosk, stranger.body.recognition);
		expect(await classOf(first.body.answer.ticketId)).toMatchObject({ class: "high", customer: VALUABLE.reference });
		expect(await classOf(second.body.answer.ticketId)).toMatchObject({ class: "unknown" });
		expect(await classOf(second.body.answer.ticketId)).not.toHaveProperty("customer");
		const told = (first.text + known.text).toLowerCase();
		for (const word of [...SEGMENT_WORDS, "high", VALUABLE.name, VALUABLE.reference.toLowerCase()]) {
			expect(told.replaceAll(known.body.recognition.toLowerCase(), "")).not.toContain(word);
		}
	});

	it("[PRV-11] staff see whom, masked, by card, document or phone, and their own word about the class goes first", async ({
		expect,
	}) => {
		const { manager, recognise, issue, classOf } = await aHall();
		for (const body of [
			{ by: "card", value: CARD.replace(/(\d{4})(?=\d)/g, "$1 ") },
			{ by: "id-number", value: VALUABLE.idNumber },
			{ by: "phone", value: VALUABLE.phone },
		]) {
			const answer = await recognise(manager, body);
			expect(answer.body.customer).toMatchObject({
				status: "known",
				reference: VALUABLE.reference,
				segment: "high",
			});
			expect(answer.body.customer?.name).toContain("*");
			expect(answer.text).not.toContain(VALUABLE.name);
		}
		const unknown = await recognise(manager, { by: "phone", value: "15499999999" });
		expect(unknown.body.customer).toEqual({ status: "unknown", reference: null, name: null, segment: null });
		const { recognition } = (await recognise(manager, { by: "card", value: CARD })).body;
		const ticket = await issue(manager, recognition, undefined, { class: "green" });
		expect(await classOf(ticket.body.answer.ticketId)).toMatchObject({ class: "green", customer: VALUABLE.reference });
	});

	it("[PRV-11] an unreadable recognition, or another branch's, is refused; a display may not ask", async ({
		expect,
	}) => {
		const one = await aHall();
		const two = await aHall();
		const { recognition } = (await one.recognise(one.kiosk, { by: "card", value: CARD })).body;
		expect(codeOf(await two.issue(two.kiosk, recognition))).toBe("recognition-invalid");
		expect(codeOf(await one.issue(one.kiosk, "A".repeat(168)))).toBe("recognition-invalid");
		expect(codeOf(await one.issue(one.kiosk, "short"))).toBe("invalid-input");
		expect(codeOf(await one.issue(one.kiosk, recognition, undefined, { class: "high" }))).toBe("class-not-allowed");
		expect(codeOf(await one.recognise(deviceAt("display", one.branchId), { by: "card", value: CARD }))).toBe(
			"not-permitted",
		);
	});

	it("[PRV-11] the same ticket asked for again is the same ticket, also when its recognition is long over", async ({
		expect,
	}) => {
		const { branch, branchId, kiosk, recognise } = await aHall();
		const { recognition } = (await recognise(kiosk, { by: "card", value: CARD })).body;
		const commandId = newCommandId();
		const wish = { body: { command: { type: "issue-ticket", services: ["cash"], recognition } }, commandId };
		const first = await ask(kiosk, "POST", `/branches/${branchId}/commands`, wish);
		vi.setSystemTime(Date.now() + 2 * RECOGNITION_MAX_MS);
		await branch.evict();
		const again = await ask(kiosk, "POST", `/branches/${branchId}/commands`, wish);
		vi.useRealTimers();
		expect(again.body).toEqual(first.body);
	});

	it("[PRV-11] lobby screens and the ticket's page see nothing of it", async ({ expect }) => {
		const { branch, branchId, kiosk, recognise, issue } = await aHall();
		const { recognition } = (await recognise(kiosk, { by: "card", value: CARD })).body;
		await branch.done(staff(branchId, "closed-teller", "liu-yang"), { type: "open-counter", counterId: "1" });
		const ticket = await ask<{ answer: { link: string } }>(kiosk, "POST", `/branches/${branchId}/commands`, {
			body: { command: { type: "issue-ticket", services: ["cash"], recognition } },
			commandId: newCommandId(),
		});
		await issue(kiosk, recognition);
		const display = deviceAt("display", branchId);
		const screens = [
			await LiveClient.open({ branchId, audience: "display", credential: `token.${await tokenOf(display)}` }),
			await LiveClient.open({ branchId, audience: "ticket", credential: `link.${ticket.body.answer.link}` }),
		];
		for (const screen of screens) {
			const seen = JSON.stringify(screen.view);
			expect(seen).toContain("A001");
			expect(seen).not.toContain(VALUABLE.reference);
			expect(seen).not.toContain('"high"');
			screen.close();
		}
	});
});

describe("the bank's own directory", () => {
	const settings = {
		CUSTOMER_DIRECTORY_URL: "https://directory.bank.test/customers",
		CUSTOMER_DIRECTORY_SECRET: "s3cret",
	};

	it("[PRV-11] is asked by POST with its secret, and its answer counts", async ({ expect }) => {
		const { manager, recognise } = await aHall();
		const asked: Request[] = [];
		vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
			asked.push(new Request(url, init));
			return Response.json({ customer: { reference: "B-1234", name: "赵敏敏", segment: "mid" } });
		});
		const answer = await recognise(manager, { by: "phone", value: "15412345678" }, settings);
		expect(answer.body.customer).toEqual({ status: "known", reference: "B-1234", name: "赵*敏", segment: "mid" });
		expect(asked[0]?.url).toBe(settings.CUSTOMER_DIRECTORY_URL);
		expect(asked[0]?.headers.get("Authorization")).toBe("Bearer s3cret");
		expect(await asked[0]?.json()).toEqual({ by: "phone", value: "15412345678" });
	});

	it("[PRV-11] that fails, answers nonsense or says nothing in time costs the customer the class and nothing else", async ({
		expect,
	}) => {
		const { manager, kiosk, recognise, issue, classOf } = await aHall();
		for (const answer of [
			async () => new Response("down", { status: 503 }),
			async () => Response.json({ customer: { reference: "13812345678", name: "x", segment: "rich" } }),
			async () => new Response("<html>"),
			async () => Promise.reject(new TypeError("network")),
			(_: string, init: RequestInit) =>
				new Promise<Response>((_resolve, reject) =>
					init.signal?.addEventListener("abort", () => reject(new Error("too late"))),
				),
		]) {
			vi.stubGlobal("fetch", answer);
			const told = await recognise(manager, { by: "card", value: CARD }, settings);
			expect(told.body.customer?.status).toBe("unavailable");
			const { recognition } = (await recognise(kiosk, { by: "card", value: CARD }, settings)).body;
			vi.unstubAllGlobals();
			const ticket = await issue(kiosk, recognition);
			expect(await classOf(ticket.body.answer.ticketId)).toMatchObject({ class: "unknown" });
		}
	});

	it("[PRV-11] without one, and without the demo, everybody is unknown; the demo's customers are made up", async ({
		expect,
	}) => {
		const { manager, recognise } = await aHall();
		const answer = await recognise(manager, { by: "card", value: CARD }, { DEMO_MODE: "false" });
		expect(answer.body.customer?.status).toBe("unknown");
		const { segment: _, ...known } = VALUABLE;
		expect(await demoDirectory({ by: "card", value: CARD })).toMatchObject({ ...known, averageAssets: 2_600_000 });
	});
});

describe("a key customer who is here", () => {
	it("[ALR-23] is told to the lobby silently, once, without a ticket; the kiosk and everybody else learn nothing", async ({
		expect,
	}) => {
		const { branch, branchId, kiosk, manager, recognise } = await aHall();
		await branch.done(staff(branchId, "closed-teller", "liu-yang"), { type: "open-counter", counterId: "1" });
		await recognise(kiosk, { by: "card", value: CARD });
		await recognise(kiosk, { by: "card", value: CARD });
		await recognise(kiosk, { by: "card", value: STRANGER });
		const here = async (actor: typeof kiosk) =>
			(await ask<{ offers: readonly object[] }>(actor, "GET", `/branches/${branchId}/here`)).body.offers;
		const where = { kind: "customer", customer: VALUABLE.reference };
		expect(await here(manager)).toMatchObject([{ kind: "arrival", where, rings: false }]);
		expect(await here(staffAt("closed-teller", branchId, "liu-yang"))).toEqual([]);
		const credential = `token.${await tokenOf(staff(branchId, "closed-teller", "liu-yang"))}`;
		const teller = await LiveClient.open({ branchId, audience: "staff", credential });
		expect(JSON.stringify(teller.view)).not.toContain(VALUABLE.reference);
		teller.close();
	});
});
