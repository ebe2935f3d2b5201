import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { HolderActor, Place, ServiceScope } from "../../../schema/actor.ts";
import type { Commit } from "../../../schema/hall/event.ts";
import type { LedgerRow } from "../../../schema/ledger/ledger.ts";
import { SERVICE_SECRET_OVERLAP_MS } from "../../../schema/limits.ts";
import type { GivenSecret, ServiceAccount } from "../../../schema/people/service-account.ts";
import { createApp } from "../../../worker/api/app.ts";
import { addNode } from "../../../worker/records/bank/institution.ts";
import { memoryOf } from "../../../worker/records/memory.ts";
import { aBranch, DAY_MS, eventually, HOUR_MS, MONDAY, type TestBranch } from "../../branch/a-branch.ts";
import { breakMemory } from "../../branch/failing-memory.ts";
import { breakLedger } from "../../ledger/a-ledger.ts";
import { type Answer, ask } from "../a-referral.ts";
import { AUDITOR, call, OPERATOR } from "../callers.ts";

let made = 0;
const newId = () => `program-${++made}`;
// Each call in a session of its own: time goes on by days.
const operatorAt = (place: Place): HolderActor => ({
	kind: "staff",
	role: "head-office-operator",
	staffId: "operator",
	place,
});

async function make(
	nodeId: string,
	scopes: ServiceScope[],
	{ accountId = newId(), by = OPERATOR, lastsDays = 90 } = {},
): Promise<Answer<GivenSecret & { code?: string }>> {
	const body = { accountId, name: "总行大屏", scopes, lastsDays };
	return ask({ ...by }, "POST", `/nodes/${nodeId}/service-accounts`, { body });
}
const pathOf = ({ nodeId, accountId }: ServiceAccount) => `/nodes/${nodeId}/service-accounts/${accountId}`;
const rotate = (account: ServiceAccount, lastsDays = 90) =>
	ask<GivenSecret & { code?: string }>({ ...OPERATOR }, "POST", `${pathOf(account)}/secret`, { body: { lastsDays } });
const revoke = (account: ServiceAccount) =>
	ask<ServiceAccount & { code?: string }>({ ...OPERATOR }, "DELETE", pathOf(account));

async function code(secret: string, path: string, init: RequestInit = {}): Promise<string | number> {
	const headers = { ...(init.headers as Record<string, string>), Authorization: `Bearer ${secret}` };
	const response = await call(path, { ...init, headers });
	const answer = await response.json<{ code?: string }>();
	return answer.code ?? response.status;
}

const issue = (services: string[], more: object = {}): RequestInit => ({
	method: "POST",
	headers: { "Idempotency-Key": crypto.randomUUID() },
	body: JSON.stringify({ command: { type: "issue-ticket", services, ...more } }),
});

describe("a service account", () => {
	let branch: TestBranch;
	let other: TestBranch;
	const region = `r${crypto.randomUUID().slice(0, 6)}`;

	beforeAll(async () => {
		[branch, other] = [await aBranch(), await aBranch()];
		const memory = memoryOf(env.DB);
		const name = { zh: "机构", en: "Node" };
		await addNode(memory, { nodeId: "sh", parentId: "bank", name });
		for (const [nodeId, parentId] of [
			[branch.branchId, "sh"],
			[other.branchId, "sh"],
			[region, "bank"],
		] as const) {
			const added = await addNode(memory, { nodeId, parentId, name });
			if ("refused" in added) throw new Error(added.refused);
		}
	});
	beforeEach(() => {
		vi.useFakeTimers({ toFake: ["Date"] });
	});
	afterEach(() => {
		vi.useRealTimers();
	});

	it("[SVC-1] does what its scopes say at its place, together, and nothing else anywhere", async () => {
		const { secret } = (await make(branch.branchId, ["status.read", "tickets.read"])).body;
		const at = (branchId: string, what: string) => code(secret, `/branches/${branchId}/${what}`);
		for (const what of ["status", "tickets"]) {
			expect([what, await at(branch.branchId, what)]).toEqual([what, 200]);
			expect([what, await at(other.branchId, what)]).toEqual([what, "wrong-place"]);
		}
		for (const what of ["configuration", "reports", "devices", "cases"]) {
			expect([what, await at(branch.branchId, what)]).toEqual([what, "not-permitted"]);
		}
		expect(await code(secret, `/branches/${branch.branchId}/commands`, issue(["cash"]))).toBe("not-permitted");
		expect(await code(secret, "/session")).toBe("not-permitted");
		const listed = await call("/branches", { headers: { Authorization: `Bearer ${secret}` } });
		const { rows } = await listed.json<{ rows: { branchId: string }[] }>();
		expect(rows.every(({ branchId }) => branchId === branch.branchId)).toBe(true);
	});

	it("[SVC-1] [SVC-4] reaches what lies below its place, also after a branch has moved there or away", async () => {
		const memory = memoryOf(env.DB);
		const tag = `r${crypto.randomUUID().slice(0, 6)}`;
		const [sub, moving] = [`${tag}.east`, `${tag}-quay`];
		const name = { zh: "机构", en: "Node" };
		await addNode(memory, { nodeId: tag, parentId: "bank", name });
		await addNode(memory, { nodeId: sub, parentId: tag, name });
		await addNode(memory, { nodeId: moving, parentId: tag, name });
		const { secret } = (await make(sub, ["status.read"])).body;
		const status = () => code(secret, `/branches/${moving}/status`);
		expect(await status()).toBe("wrong-place");
		const move = async (parentId: string, version: number) => {
			const options = { body: { name, parentId }, version };
			expect((await ask({ ...OPERATOR }, "PUT", `/institution/nodes/${moving}`, options)).status).toBe(200);
		};
		await move(sub, 1);
		expect(await status()).toBe("branch-not-configured");
		await move(tag, 2);
		expect(await status()).toBe("wrong-place");
	});

	it("[SVC-1] [TKT-13] [CMD-1] issues a ticket as a program: in no class it names, and its refusals are no commits", async () => {
		const { account, secret } = (await make("sh", ["tickets.issue"])).body;
		const path = `/branches/${branch.branchId}/commands`;
		const once = issue(["cash"]);
		expect(await code(secret, path, once)).toBe(200);
		expect(await code(secret, path, once)).toBe(200);
		const before = await branch.stub().status();
		expect(await code(secret, path, issue(["cash"], { class: "vip" }))).toBe("class-not-allowed");
		expect(await code(secret, path, issue(["large-cash"]))).toBe("service-not-on-kiosk");
		expect(await code(secret, path, issue(["nothing"]))).toBe("unknown-service");
		expect(await code(secret, path, { ...issue([]), body: '{"command":{"type":"close-day"}}' })).toBe("not-permitted");
		const after = await branch.stub().status();
		expect(after.ok && before.ok && after.value.seq === before.value.seq).toBe(true);
		const commits = await ask<{ rows: Commit[] }>(
			{ ...AUDITOR },
			"GET",
			`/branches/${branch.branchId}/commits/${MONDAY}`,
		);
		const mine = commits.body.rows.filter(({ actor }) => actor.kind === "service");
		expect(mine).toHaveLength(1);
		expect(mine[0]?.actor).toMatchObject({ accountId: account.accountId });
		expect(mine[0]?.events.at(-1)).toMatchObject({ type: "ticket-issued", channel: "service" });
	});

	it("[SVC-1] [TKT-10] gives only so many numbers at once", async () => {
		const { branchId, stub, configuration } = await aBranch();
		const limits = { ...configuration.limits, devicePace: { burst: 2, everyMs: 6_000 } };
		await stub().execute(
			{ commandId: "configure-anew", command: { type: "configure", configuration: { ...configuration, limits } } },
			OPERATOR,
		);
		const { secret } = (await make("sh", ["tickets.issue"])).body;
		const answers: (string | number)[] = [];
		for (let index = 0; index < 3; index++)
			answers.push(await code(secret, `/branches/${branchId}/commands`, issue(["cash"])));
		expect(answers).toEqual([200, 200, "device-must-rest"]);
	});

	it("[SVC-2] is made within the own place only, once under each id, with some scope and an end", async () => {
		const ofRegion = operatorAt({ kind: "region", region });
		expect((await make(region, ["status.read"], { by: ofRegion })).status).toBe(200);
		expect((await make("sh", ["status.read"], { by: ofRegion })).body.code).toBe("wrong-place");
		expect((await make("bank", ["status.read"], { by: ofRegion })).body.code).toBe("wrong-place");
		const accountId = newId();
		expect((await make(region, ["status.read"], { accountId })).status).toBe(200);
		expect((await make("sh", ["status.read"], { accountId })).body.code).toBe("service-account-exists");
		expect((await make("zz-nowhere", ["status.read"])).body.code).toBe("unknown-node");
		expect((await make("sh", [])).status).toBe(422);
		expect((await make("sh", ["person.manage" as ServiceScope])).status).toBe(422);
		expect((await make("sh", ["status.read"], { lastsDays: 367 })).status).toBe(422);
	});

	it("[SVC-2] [AUD-1] stands in the ledger with who did what to it, and never with its secret", async () => {
		const { account, secret } = (await make("sh", ["status.read", "tickets.read"])).body;
		await rotate(account);
		await revoke(account);
		const ofAccount = async () => {
			const { body } = await ask<{ rows: LedgerRow[] }>({ ...AUDITOR }, "GET", "/ledger?nodeId=sh&limit=200");
			return body.rows.filter(({ subject }) => subject.accountId === account.accountId);
		};
		await eventually("the ledger to be copied", async () => (await ofAccount()).length === 3);
		const rows = await ofAccount();
		expect(rows.map(({ act }) => act).sort()).toEqual([
			"addServiceAccount",
			"revokeServiceAccount",
			"rotateServiceSecret",
		]);
		for (const { actor, result } of rows) {
			expect(actor).toMatchObject({ kind: "staff", staffId: "operator" });
			expect(result.state).toBe("done");
		}
		const added = rows.find(({ act }) => act === "addServiceAccount");
		expect(added?.said.zh).toContain("查看网点状况、查看当日号码");
		expect(JSON.stringify(rows)).not.toContain(secret.split(".")[2]);
	});

	it("[SVC-3] has a secret that is told once and kept as a hash", async () => {
		const { account, secret, oldUntil } = (await make("sh", ["status.read"])).body;
		expect(secret).toMatch(new RegExp(`^a\\.${account.accountId}\\.[A-Za-z0-9_-]{22}$`));
		expect(oldUntil).toBeNull();
		const random = secret.split(".")[2] ?? "";
		const list = await ask<{ rows: ServiceAccount[] }>({ ...OPERATOR }, "GET", "/service-accounts?limit=200");
		expect(list.body.rows.map(({ accountId }) => accountId)).toContain(account.accountId);
		expect(list.text).not.toContain(random);
		const { results } = await env.DB.prepare("select * from service_accounts").all();
		expect(JSON.stringify(results)).not.toContain(random);
		const kept = await runInDurableObject(env.HOLDER.getByName(`service:${account.accountId}`), (_, { storage }) =>
			JSON.stringify(storage.sql.exec("SELECT * FROM holder").toArray()),
		);
		expect(kept).toContain("secrets");
		expect(kept).not.toContain(random);
	});

	it("[SVC-3] with a new secret goes on with the old one for the overlap, and no longer", async () => {
		const { account, secret } = (await make("sh", ["status.read"])).body;
		const path = `/branches/${branch.branchId}/status`;
		const given = (await rotate(account, 200)).body;
		expect(given.secret).not.toBe(secret);
		expect(given.account).toMatchObject({ rotatedBy: "operator" });
		expect(given.oldUntil).toBe(Date.now() + SERVICE_SECRET_OVERLAP_MS);
		vi.setSystemTime(Date.now() + SERVICE_SECRET_OVERLAP_MS - HOUR_MS);
		expect([await code(secret, path), await code(given.secret, path)]).toEqual([200, 200]);
		vi.setSystemTime(Date.now() + HOUR_MS);
		expect([await code(secret, path), await code(given.secret, path)]).toEqual(["session-expired", 200]);
	});

	it("[SVC-3] whose answer was lost keeps what its program uses, also after a second new secret", async () => {
		const { account, secret } = (await make("sh", ["status.read"])).body;
		const path = `/branches/${branch.branchId}/status`;
		const lost = (await rotate(account)).body;
		const given = (await rotate(account)).body;
		for (const each of [secret, lost.secret, given.secret]) expect(await code(each, path)).toBe(200);
	});

	it("[SVC-3] is out at its end, and at the next call once it is revoked, for good", async () => {
		const path = `/branches/${branch.branchId}/status`;
		const short = (await make("sh", ["status.read"], { lastsDays: 1 })).body;
		const { account, secret } = (await make("sh", ["status.read"])).body;
		expect([await code(short.secret, path), await code(secret, path)]).toEqual([200, 200]);
		vi.setSystemTime(Date.now() + DAY_MS);
		expect([await code(short.secret, path), await code(secret, path)]).toEqual(["session-expired", 200]);
		expect((await revoke(account)).body).toMatchObject({ revokedBy: "operator" });
		expect(await code(secret, path)).toBe("session-expired");
		expect((await rotate(account)).body.code).toBe("unknown-service-account");
		expect(await code(secret, path)).toBe("session-expired");
		expect((await revoke({ ...account, nodeId: region })).body.code).toBe("unknown-service-account");
	});

	it("[SVC-3] is revoked also while the ledger cannot be written", async () => {
		const { account, secret } = (await make("sh", ["status.read"])).body;
		const mend = breakLedger();
		try {
			expect((await rotate(account)).body.code).toBe("not-ready");
			expect((await revoke(account)).body).toMatchObject({ revokedBy: "operator" });
		} finally {
			mend();
		}
		expect(await code(secret, `/branches/${branch.branchId}/status`)).toBe("session-expired");
	});

	it("[SVC-4] goes on while the bank's memory is down", async () => {
		const { secret } = (await make("sh", ["status.read"])).body;
		const mend = breakMemory("throws");
		try {
			expect(await code(secret, `/branches/${branch.branchId}/status`)).toBe(200);
		} finally {
			mend();
		}
	});

	it("[SVC-3] is known by its header alone: no cookie carries its secret", async () => {
		const { secret } = (await make("sh", ["status.read"])).body;
		const headers = { Cookie: `__Host-tingtang=${secret}`, "x-tingtang-client": "1" };
		const response = await createApp().request(
			`http://tingtang.test/api/branches/${branch.branchId}/status`,
			{ headers },
			env,
		);
		expect((await response.json<{ code: string }>()).code).toBe("not-signed-in");
	});
});
