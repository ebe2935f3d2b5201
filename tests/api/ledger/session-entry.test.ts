import { env } from "cloudflare:workers";
import { afterEach, describe, it, vi } from "vitest";
import type { SessionInfo } from "../../../schema/people/session.ts";
import { hashPassword } from "../../../worker/access/password.ts";
import { addPerson, rememberPassword } from "../../../worker/records/people/person.ts";
import { breakMemory } from "../../branch/failing-memory.ts";
import { breakLedger, newChain } from "../../ledger/a-ledger.ts";
import { aBank, aboveRegion, joinerAt } from "../a-bank.ts";
import { bearer, call } from "../callers.ts";
import { entriesOf, told } from "./entries.ts";

afterEach(() => {
	vi.unstubAllGlobals();
});

describe("one's own session", () => {
	const PASSWORD = "correct horse 电池";
	const PIN = "802941";
	const passwordHash = hashPassword(PASSWORD);

	async function aPerson() {
		const { main, region, memory } = await aBank();
		const joiner = joinerAt(main, "lobby-manager");
		await addPerson(memory, joiner, { passwordHash, now: 1 });
		await rememberPassword(memory, joiner.staffId, passwordHash, false);
		const { staffId } = joiner;
		return { main, region, staffId, signIn: () => signedIn(staffId) };
	}

	/** As the bank's identity provider does it: what a password costs is none of this test's business. */
	async function signedIn(staffId: string) {
		const opened = await env.HOLDER.getByName(`staff:${staffId}`).signInByIdentityProvider({ label: "a test" });
		if (!opened.ok) throw new Error(opened.code);
		const headers = { Authorization: `Bearer ${opened.value.token}` };
		const send = async (method: string, path: string, wish?: object) => {
			const response = await call(path, { method, headers, ...(wish && { body: JSON.stringify(wish) }) });
			const answer = await response.json<{ code?: string }>();
			return response.ok ? "done" : answer.code;
		};
		const { sessionId } = await (await call("/session", { headers })).json<SessionInfo>();
		return { send, sessionId };
	}

	it("[AUD-8] [ACC-9] locked, unlocked, given a PIN or a password, ended or left is on record, without its secret", async ({
		expect,
	}) => {
		const { main, staffId, signIn } = await aPerson();
		const phone = await signIn();
		const next = "a better one 厅堂";
		const done = async (method: string, path: string, wish?: object) =>
			expect([path, await phone.send(method, path, wish)]).toEqual([path, "done"]);
		await done("PUT", "/session/pin", { password: PASSWORD, pin: PIN });
		await done("PUT", "/session/password", { current: PASSWORD, next });
		const other = await signIn();
		const mend = breakMemory("rejects");
		try {
			await done("POST", "/session/lock");
			await done("POST", "/session/unlock", { pin: PIN });
			await done("DELETE", `/sessions/${other.sessionId}`);
			await done("DELETE", "/session");
		} finally {
			mend();
		}
		const entries = await entriesOf(main);
		const acts = ["setPin", "changePassword", "lock", "unlock", "endSession", "signOut"];
		expect(entries.map(({ act }) => act)).toEqual(acts);
		for (const { actor, sessionId } of entries) {
			expect([actor, sessionId]).toEqual([
				{ kind: "staff", staffId, role: "lobby-manager", nodeId: main },
				phone.sessionId,
			]);
		}
		expect(entries[4]?.subject).toEqual({ sessionId: other.sessionId });
		expect(await entriesOf(main, "&act=signOut")).toHaveLength(1);
		for (const secret of [PASSWORD, next, PIN]) expect(JSON.stringify(entries)).not.toContain(secret);
	});

	it("[AUD-8] [ACC-5] ended by wrong PINs is on record, and so is each wrong PIN; no end is made up", async ({
		expect,
	}) => {
		const { main, staffId, signIn } = await aPerson();
		const phone = await signIn();
		await phone.send("PUT", "/session/pin", { password: PASSWORD, pin: PIN });
		await phone.send("POST", "/session/lock");
		for (let tries = 0; tries < 5; tries++) await phone.send("POST", "/session/unlock", { pin: "111111" });
		const { sessionId } = phone;
		const entries = (await entriesOf(main)).slice(2);
		const wrong = ["unlock", {}, "refused:wrong-pin"];
		expect(entries.map(told)).toEqual([
			...[wrong, wrong, wrong, wrong],
			["unlock", {}, "refused:session-expired"],
			["session-ended", { sessionId, cause: "wrong-pins" }],
		]);
		const desk = await signIn();
		// This isolate has seen the session a moment ago and still believes in it.
		await env.HOLDER.getByName(`staff:${staffId}`).end();
		expect(await desk.send("POST", "/session/unlock", { pin: PIN })).toBe("session-expired");
		expect(await entriesOf(main, "&act=session-ended")).toHaveLength(1);
	});

	it("[AUD-8] is locked and ended although the ledger is away; unlocking waits until it is back", async ({
		expect,
	}) => {
		const { main, region, staffId, signIn } = await aPerson();
		const [phone, desk, lost, found] = [await signIn(), await signIn(), await signIn(), await signIn()];
		await phone.send("PUT", "/session/pin", { password: PASSWORD, pin: PIN });
		const hr = await bearer(aboveRegion("human-resources", region));
		const said: string[] = [];
		vi.stubGlobal("console", { ...console, error: (line: string) => said.push(line) });
		const mend = breakLedger();
		try {
			expect(await phone.send("POST", "/session/lock")).toBe("done");
			for (let tries = 0; tries < 6; tries++) {
				expect(await phone.send("POST", "/session/unlock", { pin: "111111" })).toBe("not-ready");
			}
			expect(await phone.send("POST", "/session/unlock", { pin: PIN })).toBe("not-ready");
			expect(await desk.send("DELETE", `/sessions/${lost.sessionId}`)).toBe("done");
			expect(await desk.send("DELETE", "/session")).toBe("done");
			const ended = await call(`/people/${staffId}/sessions/${found.sessionId}`, { method: "DELETE", headers: hr });
			expect(ended.status).toBe(200);
		} finally {
			mend();
			vi.unstubAllGlobals();
		}
		expect(await phone.send("POST", "/session/unlock", { pin: PIN })).toBe("done");
		expect(await env.HOLDER.getByName(`staff:${staffId}`).list(null)).toHaveLength(1);
		expect((await entriesOf(main)).map(({ act }) => act)).toEqual(["setPin", "unlock"]);
		const logged = said.filter((line) => line.includes("not written down"));
		for (const act of ["lock", "signOut", "endSession", "endSessionOfPerson"]) {
			expect(logged.some((line) => line.includes(`"act":"${act}"`) && line.includes(main.split("-")[0] ?? ""))).toBe(
				true,
			);
		}
	});
});

describe("a demo token", () => {
	it("[AUD-8] is a sign-in on record, and is not given out when that cannot be written", async ({ expect }) => {
		const branchId = newChain();
		const body = JSON.stringify({ kind: "staff", role: "open-teller", branchId, staffId: "wang-fang" });
		const get = () => call("/demo/tokens", { method: "POST", body, headers: { "User-Agent": "bots/1" } });
		expect((await get()).status).toBe(200);
		const mend = breakLedger();
		try {
			expect((await get()).status).toBe(503);
		} finally {
			mend();
		}
		const [entry, ...others] = await entriesOf(branchId);
		expect(others).toEqual([]);
		expect(entry).toMatchObject({
			act: "sign-in",
			actor: { kind: "staff", staffId: "wang-fang", role: "open-teller", nodeId: branchId },
			subject: { staffId: "wang-fang", method: "demo" },
		});
		expect(entry?.sessionId).toMatch(/^[A-Za-z0-9_-]{16}$/);
	});
});
