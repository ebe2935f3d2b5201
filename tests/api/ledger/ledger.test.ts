import { env } from "cloudflare:workers";
import { parse } from "csv-parse/sync";
import { describe, it } from "vitest";
import type { HolderActor } from "../../../schema/actor.ts";
import { ENDPOINTS } from "../../../schema/endpoint/api.ts";
import type { LedgerRow } from "../../../schema/ledger/ledger.ts";
import { Problem } from "../../../schema/problem.ts";
import { type Act, announce, noteSignIn } from "../../../worker/api/door/ledger-entry.ts";
import { breakMemory } from "../../branch/failing-memory.ts";
import { breakLedger, draft, forwarded, ledgerOf, newChain } from "../../ledger/a-ledger.ts";
import { aBank, aboveRegion, added, aStaffId, joinerAt } from "../a-bank.ts";
import { AUDITOR, bearer, call, OPERATOR, staffAt } from "../callers.ts";

async function get(path: string, actor: HolderActor): Promise<Response> {
	return call(path, { headers: await bearer(actor) });
}

async function listed(query: string, actor: HolderActor = AUDITOR): Promise<LedgerRow[]> {
	const response = await get(`/ledger?limit=200${query}`, actor);
	return ENDPOINTS.ledger.output.parse(await response.json()).rows;
}

async function written(chain: string, entries: Parameters<typeof draft>[1][]): Promise<void> {
	for (const [index, more] of entries.entries()) await ledgerOf(chain).append(draft(`${chain}-${index}`, more));
	await forwarded(chain);
}

async function seqOf(more: Partial<Act>): Promise<number | undefined> {
	const act = {
		act: "revokeDevice",
		now: Date.now(),
		requestId: "request",
		actor: OPERATOR,
		params: {},
		body: undefined,
	};
	return (await announce(env, [{ ...act, ...more }]))?.seqs[0];
}

describe("the door", () => {
	it("[AUD-1] [AUD-12] writes an audited call down before it is done, and what came of it after", async ({
		expect,
	}) => {
		const branchId = newChain();
		const exported = await get(`/ledger/export?nodeId=${branchId}`, AUDITOR);
		expect(exported.status).toBe(200);
		await exported.text();
		await forwarded("bank");
		const [entry] = await listed("&nodeId=bank&act=ledgerExport");
		expect(entry).toMatchObject({
			chain: "bank",
			act: "ledgerExport",
			actor: { kind: "staff", staffId: "auditor", role: "auditor", nodeId: "bank" },
			subject: {},
		});
		expect(entry?.sessionId).toMatch(/^[A-Za-z0-9_-]{16}$/);
		expect(entry?.outcome).toBeUndefined();
		expect(entry?.result).toMatchObject({ state: "done", toldBy: { seq: (entry?.seq ?? 0) + 1 } });
	});

	it("[AUD-1] does nothing that cannot be written down", async ({ expect }) => {
		const mend = breakLedger();
		try {
			const response = await get("/ledger/export", AUDITOR);
			expect(response.status).toBe(503);
			expect(Problem.parse(await response.json()).code).toBe("not-ready");
		} finally {
			mend();
		}
	});

	it("[AUD-1] a caller cannot choose an id that makes two acts look like one", async ({ expect }) => {
		const before = (await ledgerOf("bank").attest(0)).head.seq;
		const headers = { ...(await bearer(AUDITOR)), "X-Request-Id": "the-same-every-time" };
		for (let count = 0; count < 2; count++) await (await call("/ledger/export?act=nothing", { headers })).text();
		expect((await ledgerOf("bank").attest(0)).head.seq).toBe(before + 2 * 2);
	});

	it("[AUD-1] the chain is that of the place spoken of; of a body only the reason stands in it, without numbers", async ({
		expect,
	}) => {
		const branchId = newChain();
		const body = { reason: "客户 6222 0210 0112 3456 789 来电 13800138000，邮箱 a@b.cn", name: "王小明" };
		expect(await seqOf({ params: { branchId, referralId: "r1" }, body })).toBe(1);
		expect(await seqOf({ params: { nodeId: branchId } })).toBe(2);
		const local = staffAt("branch-head", branchId);
		expect(await seqOf({ actor: local, params: { staffId: "li-na" } })).toBe(3);
		await forwarded(branchId);
		const rows = await listed(`&nodeId=${branchId}`);
		expect(rows.map(({ seq }) => seq)).toEqual([3, 2, 1]);
		expect(rows[2]?.subject).toEqual({ branchId, referralId: "r1" });
		expect(rows[2]?.reason).toBe("客户 … 来电 …，邮箱 …");
		expect(JSON.stringify(rows)).not.toMatch(/王小明|6222|138001|a@b/);
	});

	it("[AUD-1] a sign-in is on record; a number that is nobody's is not", async ({ expect }) => {
		const branchId = newChain();
		const actor = staffAt("branch-head", branchId);
		const signIn = { actor, method: "password", device: "Chrome", requestId: "request", now: Date.now() };
		const sessionId = "abcdefghijklmnop";
		expect(await noteSignIn(env, { ...signIn, staffId: "li-na", known: true, sessionId })).toBe(1);
		await noteSignIn(env, { ...signIn, staffId: "li-na", known: true, refused: "sign-in-failed" });
		await noteSignIn(env, { ...signIn, staffId: "my-secret", known: false, actor, refused: "sign-in-failed" });
		await forwarded(branchId);
		const rows = await listed(`&nodeId=${branchId}`);
		expect(rows.map((row) => [row.act, row.outcome])).toEqual([
			["sign-in-refused", "refused:sign-in-failed"],
			["sign-in-refused", "refused:sign-in-failed"],
			["sign-in", undefined],
		]);
		expect(rows[2]).toMatchObject({ sessionId, device: "Chrome", subject: { staffId: "li-na" } });
		expect(JSON.stringify(rows)).not.toContain("my-secret");
	});
});

describe("signing in", () => {
	const signIn = (staffId: string, password: string) =>
		call("/session", { method: "POST", body: JSON.stringify({ staffId, password, carry: "token" }) });

	it("[AUD-1] is on record with its session and device, refused or not, and ends what cannot be written", async ({
		expect,
	}) => {
		const { main, region } = await aBank();
		const head = aboveRegion("human-resources", region);
		const joiner = joinerAt(main);
		const { firstPassword } = await added(head, joiner);
		const { staffId } = joiner;
		expect((await signIn(staffId, "quite another one")).status).toBe(401);
		expect((await signIn(aStaffId(), "quite another one")).status).toBe(401);
		expect((await signIn(staffId, firstPassword)).status).toBe(200);
		await forwarded(main);
		await forwarded("bank");
		const [began] = await listed(`&nodeId=${main}&act=sign-in`);
		expect(began).toMatchObject({ actor: { kind: "staff", staffId }, subject: { staffId, method: "password" } });
		expect(began?.sessionId).toMatch(/^[A-Za-z0-9_-]{16}$/);
		const refused = await listed("&nodeId=bank&act=sign-in-refused&limit=1");
		expect(refused.map(({ subject }) => subject)).toEqual([{ staffId, method: "password" }]);
		const mend = breakLedger();
		try {
			expect((await signIn(staffId, firstPassword)).status).toBe(503);
		} finally {
			mend();
		}
		expect(await env.HOLDER.getByName(`staff:${staffId}`).list(null)).toHaveLength(1);
	});
});

describe("reading the ledger", () => {
	it("[AUD-7] is for one's own part of the bank", async ({ expect }) => {
		const region = `r${crypto.randomUUID().slice(0, 6)}`;
		const [own, sister, foreign] = [newChain(region), newChain(region), newChain(`${region}x`)];
		for (const chain of [own, sister, foreign, region, `${region}.sub`]) await written(chain, [{}]);
		const seen = async (actor: HolderActor) => {
			const rows = await listed("", actor);
			return rows
				.map(({ chain }) => chain)
				.filter((chain) => chain.startsWith(region))
				.sort();
		};
		expect(await seen(staffAt("branch-head", own))).toEqual([own]);
		const retail = { kind: "staff", role: "retail-department", staffId: "retail" } as const;
		const atRegion = { ...retail, place: { kind: "region" as const, region } };
		expect(await seen(atRegion)).toEqual([region, `${region}.sub`, own, sister].sort());
		const place = { kind: "sub-branch" as const, nodeId: `${region}.sub`, branchIds: [sister] };
		expect(await seen({ ...retail, place })).toEqual([`${region}.sub`, sister].sort());
		expect(await seen(AUDITOR)).toEqual([region, `${region}.sub`, own, sister, foreign].sort());
		expect(await listed(`&nodeId=${sister}`, staffAt("branch-head", own))).toEqual([]);
	});

	it("[AUD-7] filters by time, person, act and subject, newest first, page by page", async ({ expect }) => {
		const chain = newChain();
		const staff = (staffId: string) => ({
			kind: "staff" as const,
			staffId,
			role: "branch-head" as const,
			nodeId: chain,
		});
		await written(
			chain,
			Array.from({ length: 9 }, (_, index) => ({
				at: 1_000_000 + Math.floor(index / 2) * 1_000,
				actor: staff(index % 3 === 0 ? "li-na" : "wang-wei"),
				act: index < 5 ? "showReferral" : "revokeDevice",
				subject: { referralId: `r${index}`, branchId: chain },
			})),
		);
		const seqs = async (query: string) => (await listed(`&nodeId=${chain}${query}`)).map(({ seq }) => seq);
		expect(await seqs("")).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
		expect(await seqs("&from=1001000&to=1002000")).toEqual([6, 5, 4, 3]);
		expect(await seqs("&staffId=li-na")).toEqual([7, 4, 1]);
		expect(await seqs("&act=revokeDevice")).toEqual([9, 8, 7, 6]);
		expect(await seqs("&subject=r3")).toEqual([4]);
		expect(await seqs("&subject=r")).toEqual([]);
		expect(await seqs("&staffId=li-na&act=showReferral&to=1000000")).toEqual([1]);
		const paged: number[] = [];
		for (let cursor = ""; ; ) {
			const response = await get(`/ledger?nodeId=${chain}&limit=2${cursor}`, AUDITOR);
			const page = ENDPOINTS.ledger.output.parse(await response.json());
			paged.push(...page.rows.map(({ seq }) => seq));
			if (page.next === null) break;
			cursor = `&cursor=${page.next}`;
		}
		expect(paged).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
		const bad = await get("/ledger?cursor=bm90aGluZw", AUDITOR);
		expect(Problem.parse(await bad.json()).code).toBe("invalid-input");
	});

	it("[AUD-7] as a file for a spreadsheet: marked as UTF-8, formulas harmless, for auditors alone", async ({
		expect,
	}) => {
		const chain = newChain();
		await written(chain, [
			{ at: 1, reason: '=HYPERLINK("http://evil.example","点我")' },
			{ at: 1, reason: "+1", subject: { deviceId: "@SUM(A1)" } },
			{ at: 1, reason: '他说"好"，\n然后走了' },
		]);
		const response = await get(`/ledger/export?nodeId=${chain}`, AUDITOR);
		expect(response.headers.get("Content-Type")).toContain("text/csv");
		expect(response.headers.get("Content-Disposition")).toMatch(
			new RegExp(`^attachment; filename="ledger-${chain}-\\d{4}-\\d\\d-\\d\\d\\.csv"$`),
		);
		const bytes = new Uint8Array(await response.arrayBuffer());
		expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
		const rows: string[][] = parse(new TextDecoder().decode(bytes), { bom: true });
		expect(rows).toHaveLength(4);
		for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+@-]/);
		expect(rows[1]).toContain('他说"好"，\n然后走了');
		expect(rows[3]?.join()).toContain("'=HYPERLINK");
		const denied = await get(`/ledger/export?nodeId=${chain}`, staffAt("branch-head", chain));
		expect(Problem.parse(await denied.json()).code).toBe("not-permitted");
	});

	it("[AUD-7] while D1 is away says so, and is no unexpected fault", async ({ expect }) => {
		const headers = await bearer(AUDITOR);
		const mend = breakMemory("rejects");
		try {
			for (const path of ["/ledger", "/ledger/export", "/ledger/bank/verification"]) {
				const response = await call(path, { headers });
				expect([path, response.status]).toEqual([path, 503]);
			}
		} finally {
			mend();
		}
	});

	it("[AUD-3] verified through the API, by auditors alone", async ({ expect }) => {
		const chain = newChain();
		await written(chain, [{}, {}]);
		const response = await get(`/ledger/${chain}/verification`, AUDITOR);
		const verification = ENDPOINTS.ledgerVerification.output.parse(await response.json());
		expect(verification).toMatchObject({ chain, holds: true, entries: 2, pending: 0, brokenAt: null });
		const denied = await get(`/ledger/${chain}/verification`, staffAt("branch-head", chain));
		expect(denied.status).toBe(403);
	});
});
