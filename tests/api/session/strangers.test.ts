import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Problem } from "../../../schema/problem.ts";
import { hashPassword } from "../../../worker/access/password.ts";
import { createApp } from "../../../worker/api/app.ts";
import { addPerson, rememberPassword } from "../../../worker/records/people/person.ts";
import { copied, evictLedger, forwarded, ledgerOf } from "../../ledger/a-ledger.ts";
import { aBank, joinerAt } from "../a-bank.ts";

const PASSWORD = "correct horse 电池";
const passwordHash = hashPassword(PASSWORD);
const MINUTE_MS = 60_000;
const YEAR_MS = 365 * 86_400_000;
/** As `LIMITS` of the gate: what one address, and all together, may try at once. */
const [OF_ONE, OF_ALL] = [10, 20];

const app = createApp();
let made = 0;

type Wish = { address?: string; cookie?: string; carry?: "token" | "cookie"; factor?: string };

function signIn(staffId: string, password: string, wish: Wish = {}) {
	const { address, cookie, carry = "token", factor = "1" } = wish;
	const headers = {
		"Content-Type": "application/json",
		...(address === undefined ? {} : { "CF-Connecting-IP": address }),
		...(cookie === undefined ? {} : { Cookie: cookie }),
	};
	const body = JSON.stringify({ staffId, password, carry });
	const bindings = { ...env, STRANGER_PACE_FACTOR: factor };
	return app.request("http://tingtang.test/api/session", { method: "POST", headers, body }, bindings);
}

const told = async (response: Response) => (response.ok ? "done" : Problem.parse(await response.json()).code);
const nobody = () => `nobody-${++made}-${crypto.randomUUID().slice(0, 8)}`;
/** An address nobody else here has. */
const anAddress = () => `2001:db8:${(++made).toString(16)}:1::7`;
const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);

async function aPerson(): Promise<string> {
	const { main, memory } = await aBank();
	const joiner = joinerAt(main, "lobby-manager");
	await addPerson(memory, joiner, { passwordHash, now: 1 });
	await rememberPassword(memory, joiner.staffId, passwordHash, false);
	return joiner.staffId;
}

/** Cookies of a browser in which somebody has just signed in. */
async function browserOf(staffId: string, cookie?: string): Promise<{ browser: string; session: string }> {
	const answer = await signIn(staffId, PASSWORD, { carry: "cookie", ...(cookie === undefined ? {} : { cookie }) });
	expect(await told(answer)).toBe("done");
	const cookies = answer.headers.getSetCookie();
	const [session = "", browser = ""] = cookies.map((each) => each.split(";")[0] ?? "");
	for (const each of cookies)
		expect(each).toMatch(/^__Host-.+; Path=\/; Max-Age=\d+; Secure; HttpOnly; SameSite=Strict$/);
	return { browser, session };
}

beforeEach(() => {
	vi.useFakeTimers({ toFake: ["Date"] });
	// What an earlier test has used up is there again.
	vi.setSystemTime(Date.now() + ++made * 10 * MINUTE_MS);
});
afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
});

describe("passwords of strangers", () => {
	it("[ACC-17] from one address are few, whatever numbers they are for, and beyond it none is looked at or kept", async () => {
		const address = anAddress();
		const codes = [];
		for (let tries = 0; tries < OF_ONE; tries++) codes.push(await told(await signIn(nobody(), "a guess", { address })));
		expect(codes).toEqual(Array(OF_ONE).fill("sign-in-failed"));
		// An IPv6 network has one owner.
		const next = nobody();
		const held = await signIn(next, "a guess", { address: address.replace("::7", ":9:9:9:9") });
		expect(await told(held)).toBe("too-many-requests");
		expect(Number(held.headers.get("Retry-After"))).toBeGreaterThanOrEqual(1);
		const kept = await runInDurableObject(env.HOLDER.getByName(`staff:${next}`), (_, { storage }) =>
			storage.sql.exec("SELECT name FROM sqlite_master WHERE name = 'holder'").toArray(),
		);
		expect(kept).toEqual([]);
		expect(await told(await signIn(nobody(), "a guess", { address: anAddress() }))).toBe("sign-in-failed");
		pass(10_000);
		expect(await told(await signIn(nobody(), "a guess", { address }))).toBe("sign-in-failed");
	});

	it("[ACC-17] without an address count as those of one", async () => {
		const codes = [];
		for (let tries = 0; tries <= OF_ONE; tries++) codes.push(await told(await signIn(nobody(), "a guess")));
		expect(codes).toEqual([...Array(OF_ONE).fill("sign-in-failed"), "too-many-requests"]);
	});

	it("[ACC-17] from many addresses at once are few as well, and whoever has signed in before is not held up", async () => {
		const staffId = await aPerson();
		const { browser } = await browserOf(staffId);
		const answers = await Promise.all(
			Array.from({ length: 2 * OF_ALL }, () => signIn(nobody(), "a guess", { address: anAddress() })),
		);
		const codes = await Promise.all(answers.map(told));
		expect(codes.filter((code) => code === "sign-in-failed")).toHaveLength(OF_ALL);
		expect(codes.filter((code) => code === "too-many-requests")).toHaveLength(OF_ALL);
		expect(await told(await signIn(staffId, PASSWORD, { cookie: browser }))).toBe("done");
		// A secret of one's own making is a stranger's.
		const forged = `__Host-tingtang-browser=${"x".repeat(22)}`;
		expect(await told(await signIn(staffId, PASSWORD, { cookie: forged }))).toBe("too-many-requests");
		pass(2_000);
		expect(await told(await signIn(staffId, PASSWORD, { address: anAddress() }))).toBe("done");
	});

	it("[ACC-17] that are right cost their address nothing: a whole branch signs in from one", async () => {
		const [address, staffId] = [anAddress(), await aPerson()];
		for (let people = 0; people < OF_ONE + 3; people++) {
			expect(await told(await signIn(staffId, PASSWORD, { address }))).toBe("done");
		}
	});
});

describe("a browser in which somebody has signed in before", () => {
	it("[ACC-18] is not locked out by strangers, and has tries of its own", async () => {
		const staffId = await aPerson();
		const { browser } = await browserOf(staffId);
		const wish = { factor: "1000" };
		for (let tries = 0; tries < 9; tries++) {
			await signIn(staffId, "a guess", wish);
			pass(tries * 60_000);
		}
		await signIn(staffId, "a guess", wish);
		expect(await told(await signIn(staffId, PASSWORD, wish))).toBe("too-many-tries");
		expect(await told(await signIn(staffId, PASSWORD, { cookie: browser }))).toBe("done");
		// A colleague at that browser is nobody's stranger, and guesses no faster than one.
		const codes = [];
		for (let tries = 0; tries < 5; tries++)
			codes.push(await told(await signIn(staffId, "a guess", { cookie: browser })));
		expect(codes).toEqual([...Array(4).fill("sign-in-failed"), "too-many-tries"]);
		expect(await told(await signIn(staffId, PASSWORD, { cookie: browser }))).toBe("too-many-tries");
		// Neither has opened the other's door.
		expect(await told(await signIn(staffId, PASSWORD, wish))).toBe("too-many-tries");
	});

	it("[ACC-18] is known to everybody who signs in there, by a secret of which only hashes are kept", async () => {
		const [one, two] = [await aPerson(), await aPerson()];
		const { browser } = await browserOf(one);
		expect((await browserOf(two, browser)).browser).toBe(browser);
		const secret = browser.split("=")[1] ?? "";
		for (const staffId of [one, two]) {
			const holder = env.HOLDER.getByName(`staff:${staffId}`);
			expect(await holder.knows(secret)).toBe(true);
			const kept = await runInDurableObject(holder, (_, { storage }) =>
				JSON.stringify(storage.sql.exec("SELECT body FROM holder").toArray()),
			);
			expect(kept).not.toContain(secret);
		}
		expect(await env.HOLDER.getByName(`staff:${await aPerson()}`).knows(secret)).toBe(false);
		pass(91 * 86_400_000);
		expect(await env.HOLDER.getByName(`staff:${one}`).knows(secret)).toBe(false);
	});

	it("[ACC-18] nor do strangers keep who is signed in from changing the password", async () => {
		const staffId = await aPerson();
		const { session } = await browserOf(staffId);
		for (let tries = 0; tries < 6; tries++) await signIn(staffId, "a guess", { factor: "1000" });
		expect(await told(await signIn(staffId, PASSWORD, { factor: "1000" }))).toBe("too-many-tries");
		const own = { Cookie: session, "x-tingtang-client": "1", Origin: "http://tingtang.test" };
		const headers = { ...own, "Content-Type": "application/json" };
		const body = JSON.stringify({ current: PASSWORD, next: "a better one 厅堂" });
		const changed = await app.request(
			"http://tingtang.test/api/session/password",
			{ method: "PUT", headers, body },
			env,
		);
		expect(changed.status).toBe(200);
	});

	it("[ACC-2] a delay that a wrong clock put a year away counts no more", async () => {
		const staffId = await aPerson();
		const now = Date.now();
		pass(YEAR_MS);
		for (let tries = 0; tries < 6; tries++) await signIn(staffId, "a guess", { factor: "1000" });
		vi.setSystemTime(now);
		expect(await told(await signIn(staffId, PASSWORD, { factor: "1000" }))).toBe("done");
	});
});

describe("refused sign-ins on record", () => {
	const BANK = "bank";
	const wish = { factor: "1000" };
	const entries = async (after: number) => {
		await forwarded(BANK);
		return (await copied(BANK)).filter(({ seq }) => seq > after).map(({ body }) => JSON.parse(body));
	};

	it("[AUD-11] the first few of a number of this bank are entries, all others are one entry a minute", async () => {
		const [one, two] = [await aPerson(), await aPerson()];
		await forwarded(BANK);
		// What an earlier test left there is written down.
		pass(2 * MINUTE_MS);
		await runDurableObjectAlarm(ledgerOf(BANK));
		await forwarded(BANK);
		const { seq } = (await ledgerOf(BANK).attest(0)).head;
		for (let tries = 0; tries < 4; tries++) for (const who of [one, two]) await signIn(who, "a guess", wish);
		for (let tries = 0; tries < 7; tries++) await signIn(nobody(), "my own secret", wish);
		expect((await entries(seq)).map(({ subject }) => subject)).toEqual(
			[one, two, one, two, one, two].map((staffId) => ({ staffId, method: "password" })),
		);
		await evictLedger(BANK);
		pass(MINUTE_MS);
		await runDurableObjectAlarm(ledgerOf(BANK));
		const [sum, ...more] = await entries(seq + 6);
		expect(more).toEqual([]);
		expect(sum).toMatchObject({
			act: "sign-in-refused",
			actor: null,
			outcome: "refused:sign-in-failed",
			subject: { method: "password", tries: "9", unknownNumbers: "7", staffIds: `${one}:1 ${two}:1` },
		});
		expect(JSON.stringify(sum)).not.toMatch(/nobody|secret/);
		pass(10 * MINUTE_MS);
		await runDurableObjectAlarm(ledgerOf(BANK));
		expect((await ledgerOf(BANK).attest(0)).head.seq).toBe(seq + 7);
	});

	it("[ACC-2] [AUD-11] a known and an unknown number ask the same of everything, so that the time tells nothing", async () => {
		const asked = async (staffId: string) => {
			const spies = [vi.spyOn(env.DB, "prepare"), vi.spyOn(env.HOLDER, "getByName"), vi.spyOn(env.LEDGER, "getByName")];
			const counts: number[][] = [];
			for (let tries = 0; tries < 5; tries++) {
				for (const spy of spies) spy.mockClear();
				await signIn(staffId, "a guess", wish);
				counts.push(spies.map((spy) => spy.mock.calls.length));
			}
			for (const spy of spies) spy.mockRestore();
			return counts;
		};
		const known = await asked(await aPerson());
		expect(known).toEqual(await asked(nobody()));
		expect(known[0]?.at(-1)).toBe(1);
	});
});

describe("the bank's identity provider", () => {
	it("[ACC-17] is asked for strangers at a low rate, also for trips of their own making", async () => {
		const settings = JSON.stringify({ issuer: "http://127.0.0.1:9", clientId: "tingtang" });
		const bindings = { ...env, STRANGER_PACE_FACTOR: "1", IDENTITY_PROVIDER: settings };
		const long = "x".repeat(43);
		const trip = btoa(JSON.stringify({ state: long, nonce: long, verifier: long, next: "/" })).replaceAll("=", "");
		for (const path of ["identity-provider", `identity-provider/callback?code=a&state=${long}`]) {
			const headers = { "CF-Connecting-IP": anAddress(), Cookie: `__Host-tingtang-trip=${trip}` };
			const codes = [];
			for (let calls = 0; calls < 25; calls++) {
				codes.push(await told(await app.request(`http://tingtang.test/api/sign-in/${path}`, { headers }, bindings)));
			}
			expect(codes).toEqual([...Array(20).fill("not-ready"), ...Array(5).fill("too-many-requests")]);
		}
	});
});
