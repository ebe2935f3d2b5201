import { env } from "cloudflare:workers";
import { afterEach, describe, it, vi } from "vitest";
import type { RecognitionAnswer } from "../../../schema/customer/customer.ts";
import { ENDPOINTS } from "../../../schema/endpoint/api.ts";
import type { LedgerRow } from "../../../schema/ledger/ledger.ts";
import type { ImportResult } from "../../../schema/people/people-import.ts";
import type { SessionInfo } from "../../../schema/people/session.ts";
import { hashPassword } from "../../../worker/access/password.ts";
import { syntheticCustomer } from "../../../worker/domain/customer/synthetic-customer.ts";
import { addPerson, findPerson, rememberPassword } from "../../../worker/records/people/person.ts";
import { aBranch, commitsOf, MONDAY, newCommandId } from "../../branch/a-branch.ts";
import { breakMemory } from "../../branch/failing-memory.ts";
import { beforeWriting, breakLedger, draft, forwarded, ledgerOf, newChain } from "../../ledger/a-ledger.ts";
import { aBank, aboveRegion, added, aStaffId, headOf, joinerAt } from "../a-bank.ts";
import { ask, askRecord, caseIdOf, codeOf, recorded } from "../a-referral.ts";
import { AUDITOR, bearer, call, deviceAt, staffAt } from "../callers.ts";

/** What stands in a chain by now, oldest first. */
async function entriesOf(chain: string, query = ""): Promise<LedgerRow[]> {
	await forwarded(chain);
	const response = await call(`/ledger?limit=200&nodeId=${chain}${query}`, { headers: await bearer(AUDITOR) });
	return ENDPOINTS.ledger.output.parse(await response.json()).rows.reverse();
}

/** What was to be done, to whom, and what came of it unless it was done. */
const told = ({ act, subject, result: { state, code } }: LedgerRow) => [
	act,
	subject,
	...(state === "done" ? [] : [`${state}:${code}`]),
];
const CUSTOMER = syntheticCustomer(20_261_121, 0);

afterEach(() => {
	vi.unstubAllGlobals();
});

describe("looking up a customer", () => {
	async function aHall() {
		const { branchId } = await aBranch();
		const kiosk = deviceAt("kiosk", branchId);
		const manager = staffAt("lobby-manager", branchId, "li-na");
		const recognise = (actor: typeof kiosk, body: object, secrets: object = {}) =>
			ask<RecognitionAnswer>(actor, "POST", `/branches/${branchId}/recognitions`, { body, secrets });
		return { branchId, kiosk, manager, recognise };
	}

	it("[AUD-10] is on record with who or which device, branch and kind of number, and nothing of the customer", async ({
		expect,
	}) => {
		const { branchId, kiosk, manager, recognise } = await aHall();
		expect(codeOf(await recognise(kiosk, { by: "card", value: CUSTOMER.card }))).toBe("done");
		expect(codeOf(await recognise(manager, { by: "phone", value: CUSTOMER.phone }))).toBe("done");
		expect(codeOf(await recognise(manager, { by: "id-number", value: "990000199001010000" }))).toBe("done");
		const entries = await entriesOf(branchId, "&act=recognise");
		expect(entries.map(({ actor, subject }) => [actor, subject])).toEqual([
			[
				{ kind: "device", deviceId: "kiosk-1", purpose: "kiosk", nodeId: branchId },
				{ branchId, by: "card" },
			],
			[
				{ kind: "staff", staffId: "li-na", role: "lobby-manager", nodeId: branchId },
				{ branchId, by: "phone" },
			],
			[
				{ kind: "staff", staffId: "li-na", role: "lobby-manager", nodeId: branchId },
				{ branchId, by: "id-number" },
			],
		]);
		const text = JSON.stringify(entries);
		for (const value of [CUSTOMER.card, CUSTOMER.phone, CUSTOMER.name, CUSTOMER.reference, "9900001990"]) {
			expect(text).not.toContain(value);
		}
	});

	it("[AUD-10] [PRV-11] that cannot be on record asks nobody: an ordinary ticket at the kiosk, staff try again", async ({
		expect,
	}) => {
		const { branchId, kiosk, manager, recognise } = await aHall();
		const directory = vi.fn(async () => Response.json({ customer: null }));
		vi.stubGlobal("fetch", directory);
		const secrets = { CUSTOMER_DIRECTORY_URL: "https://directory.bank.test" };
		const mend = breakLedger();
		const answers = [];
		try {
			for (const actor of [kiosk, manager]) {
				answers.push(await recognise(actor, { by: "card", value: CUSTOMER.card }, secrets));
			}
		} finally {
			mend();
		}
		const [atKiosk, byStaff] = answers;
		expect(Object.keys(atKiosk?.body ?? {}).sort()).toEqual(["expiresAt", "recognition"]);
		expect([byStaff?.status, byStaff && codeOf(byStaff)]).toEqual([503, "not-ready"]);
		expect(directory).not.toHaveBeenCalled();
		const command = { type: "issue-ticket", services: ["cash"], recognition: atKiosk?.body.recognition };
		const wish = { body: { command }, commandId: newCommandId() };
		expect(codeOf(await ask(kiosk, "POST", `/branches/${branchId}/commands`, wish))).toBe("done");
		const [issued] = (await commitsOf(branchId, MONDAY)).flatMap(({ events }) =>
			events.filter((event) => event.type === "ticket-issued"),
		);
		expect(issued).toMatchObject({ class: "unknown" });
	});
});

describe("erasing a customer's record", () => {
	it("[AUD-1] [PRV-4] is on record with its reason, without the numbers in it", async ({ expect }) => {
		const { branchId } = await aBranch();
		const head = headOf(branchId);
		const referralId = await recorded(head, branchId);
		const caseId = caseIdOf(branchId, referralId);
		const body = { reason: "本人 13800138000 书面要求" };
		expect(
			codeOf(await askRecord(head, "POST", `/branches/${branchId}/referrals/${referralId}/erasure`, { body })),
		).toBe("done");
		const [entry] = await entriesOf(branchId, `&act=eraseCase&subject=${caseId}`);
		expect(entry).toMatchObject({ subject: { branchId, caseId }, reason: "本人 … 书面要求" });
	});
});

describe("a file of people", () => {
	const bring = (actor: ReturnType<typeof headOf>, lines: readonly string[], dryRun = false) =>
		ask<ImportResult>(actor, "POST", "/people/import", {
			body: { csv: ["工号,姓名,岗位,机构,状态", ...lines].join("\n"), dryRun },
		});

	it("[AUD-9] names everybody who joins, changes or leaves by it, in which roles; a dry run names nobody", async ({
		expect,
	}) => {
		const { main, sister, region, memory } = await aBank();
		const hr = aboveRegion("human-resources", region);
		const [stays, goes] = [await added(hr, joinerAt(main)), await added(hr, joinerAt(main))];
		const [fresh, same] = [aStaffId(), await added(hr, joinerAt(main))];
		const file = [
			`${fresh},王小明,lobby-manager,${main},`,
			`${fresh},王小明,stand-in,${sister},`,
			`${stays.person.staffId},张伟,guard,${sister},`,
			`${goes.person.staffId},,,,离职`,
			`${same.person.staffId},张伟,closed-teller,${main},`,
		];
		// The name in English is another one than the one they joined with: a change as well.
		const { seq } = (await ledgerOf(region).attest(0)).head;
		expect((await bring(hr, file, true)).body).toMatchObject({ counts: { join: 1, change: 2, leave: 1 } });
		expect((await ledgerOf(region).attest(0)).head.seq).toBe(seq);
		expect((await bring(hr, file)).body.applied).toBe(true);
		const entries = (await entriesOf(region)).filter((entry) => entry.seq > seq);
		expect(entries.map(told)).toEqual([
			["importPeople", {}],
			["addPerson", { staffId: fresh, roles: `lobby-manager@${main} stand-in@${sister}` }],
			["changePerson", { staffId: stays.person.staffId, roles: `guard@${sister}` }],
			["changePerson", { staffId: same.person.staffId, roles: `closed-teller@${main}` }],
			["leave", { staffId: goes.person.staffId }],
		]);
		expect(new Set(entries.map(({ requestId }) => requestId)).size).toBe(1);
		const [found] = await entriesOf(region, `&subject=${fresh}`);
		expect(found).toMatchObject({ act: "addPerson", actor: { kind: "staff", staffId: "human-resources-1" } });
		// A name stands in no entry; it is looked up when an entry is read.
		expect(JSON.stringify(entries.map(({ said: _, ...entry }) => entry))).not.toMatch(/王小明|张伟/);
		expect(entries[1]?.said.zh).toContain(`王小明（${fresh}）`);
		expect((await findPerson(memory, fresh))?.status).toBe("active");
		const again = await bring(hr, file);
		expect(again.body.counts.same).toBe(4);
		// Each of them and its outcome; of the second file the one entry that it was tried, and its outcome.
		expect((await ledgerOf(region).attest(0)).head.seq).toBe(seq + 2 * 5 + 2);
	});

	it("[AUD-9] [AUD-1] that is refused at last is so for each of them; one that cannot be on record is not done", async ({
		expect,
	}) => {
		const { main, region, memory } = await aBank();
		const hr = aboveRegion("human-resources", region);
		const [one, two] = [aStaffId(), aStaffId()];
		const file = [`${one},王小明,guard,${main},`, `${two},李娜,guard,${main},`];
		const mend = breakLedger();
		try {
			expect(codeOf(await bring(hr, file))).toBe("not-ready");
		} finally {
			mend();
		}
		expect(await findPerson(memory, one)).toBeNull();
		const { seq } = (await ledgerOf(region).attest(0)).head;
		// Somebody of the file is added by another hand between the entries and what they announce.
		const stop = beforeWriting(async ([draft]) => {
			if (draft?.act !== "addPerson" || draft.outcome !== undefined) return;
			await addPerson(memory, joinerAt(main, "guard", two), { passwordHash: "", now: 1 });
		});
		const refused = await bring(hr, file);
		stop();
		expect(codeOf(refused)).toBe("changed-since-read");
		const entries = (await entriesOf(region)).filter((entry) => entry.seq > seq);
		const because = "refused:changed-since-read";
		const roles = `guard@${main}`;
		expect(entries.map((entry) => [...told(entry), entry.result.toldBy?.seq])).toEqual([
			["importPeople", {}, because, seq + 6],
			["addPerson", { staffId: one, roles }, because, seq + 4],
			["addPerson", { staffId: two, roles }, because, seq + 5],
		]);
		expect(await findPerson(memory, one)).toBeNull();
	});
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

describe("what came of it", () => {
	const joins = (actor: ReturnType<typeof headOf>, joiner: ReturnType<typeof joinerAt>) =>
		ask(actor, "POST", "/people", { body: joiner });

	it("[AUD-12] [AUD-13] stands beside what was to be done, as a sentence with names, in the list and in the file", async ({
		expect,
	}) => {
		const { main, region } = await aBank();
		const hr = aboveRegion("human-resources", region);
		const joiner = joinerAt(main);
		expect(codeOf(await joins(hr, joiner))).toBe("done");
		expect(codeOf(await joins(hr, joiner))).toBe("person-exists");
		const { staffId, name } = joiner;
		const rows = (await entriesOf(region)).slice(-2);
		expect(rows.map(({ act, result }) => [act, result.state, result.code])).toEqual([
			["addPerson", "done", null],
			["addPerson", "refused", "person-exists"],
		]);
		for (const { said, seq, result } of rows) {
			expect(said.zh).toContain(`新增人员${name.zh}（${staffId}）`);
			expect(said.en).toContain(`Add ${name.en} (${staffId})`);
			expect(said.en).not.toContain(main);
			expect(result.toldBy?.seq).toBe(seq + 1);
		}
		expect(rows[1]?.result.why?.zh).toContain("该工号已存在");
		const file = await call(`/ledger/export?nodeId=${region}&subject=${staffId}`, { headers: await bearer(AUDITOR) });
		const text = await file.text();
		expect(text).toContain(`新增人员${name.zh}（${staffId}）`);
		expect(text).toContain("被拒绝：该工号已存在");
		expect(text.split("\n").filter((line) => line.includes("addPerson"))).toHaveLength(2);
		for (const { hash, result } of rows) {
			expect(text).toContain(hash);
			expect(text).toContain(result.toldBy?.hash);
		}
	});

	it("[AUD-12] is not known when it could not be written down, or the call broke off", async ({ expect }) => {
		const { main, region, memory } = await aBank();
		const hr = aboveRegion("human-resources", region);
		const joiner = joinerAt(main);
		const stop = beforeWriting(async ([draft]) => {
			if (draft?.outcome !== undefined) throw new Error("the ledger went away meanwhile");
		});
		try {
			expect(codeOf(await joins(hr, joiner))).toBe("done");
		} finally {
			stop();
		}
		const mend = breakMemory("loses the answer");
		const lost = joinerAt(main);
		const another = await joins(hr, lost).finally(mend);
		expect(another.status).toBe(500);
		expect(await findPerson(memory, lost.staffId)).not.toBeNull();
		const rows = (await entriesOf(region)).slice(-2);
		expect(rows.map(({ act, result }) => [act, result.state, result.code])).toEqual([
			["addPerson", "unknown", null],
			["addPerson", "unknown", "unexpected"],
		]);
	});

	it("[AUD-12] [AUD-3] of entries from before outcomes were written is as far as it is known, and they still verify", async ({
		expect,
	}) => {
		const chain = newChain();
		const act = { act: "revokeDevice", subject: { deviceId: "kiosk-1", branchId: chain } };
		const drafts = [
			draft(`${chain}-1`, act),
			draft(`${chain}-2`, act),
			draft(`${chain}-3`, { ...act, outcome: "refused:unknown-device", refersTo: 2 }),
		];
		await ledgerOf(chain).appendAll(drafts);
		const rows = await entriesOf(chain);
		expect(rows.map(({ seq, result }) => [seq, result.state, result.code])).toEqual([
			[1, "unknown", null],
			[2, "refused", "unknown-device"],
		]);
		const verified = await call(`/ledger/${chain}/verification`, { headers: await bearer(AUDITOR) });
		expect(await verified.json()).toMatchObject({ holds: true, entries: 3, brokenAt: null });
	});
});
