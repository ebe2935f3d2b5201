import { runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, it } from "vitest";
import { referralIdOf } from "../../../rules/case/referral.ts";
import { type CaseRequest, type SealedTexts, StoredCase } from "../../../schema/customer/case.ts";
import { RECENT_BLOCK_IDS, RECENT_COMMANDS_MIN, RECENT_COMMANDS_MS } from "../../../schema/limits.ts";
import { findCaseThere, rememberCase } from "../../../worker/records/case/case.ts";
import { memoryOf } from "../../../worker/records/memory.ts";
import { eventually, MINUTE_MS, MONDAY_10, newCommandId, staff } from "../../branch/a-branch.ts";
import { CRAWL, nextTry } from "../../branch/bank-memory.ts";
import { fetchDoor, tokenOf } from "../../branch/door.ts";
import { breakMemory } from "../../branch/failing-memory.ts";
import { LiveClient } from "../../branch/live-client.ts";
import { dumpOf, inside, progressOf, withFailingStatement } from "../../branch/storage.ts";
import { erased, moved, shown } from "../a-case.ts";
import { codeOf, listed, recorded } from "../a-referral.ts";
import { aSlowHall, unsentOf } from "./a-slow-hall.ts";

const caseIdOf = (branchId: string, index: number) => `${branchId}_${String(index).padStart(24, "0")}`;

const REQUEST = (branchId: string, index: number): CaseRequest => ({
	commandId: `failing-${String(index).padStart(4, "0")}`,
	command: {
		...{ type: "move-case", caseId: caseIdOf(branchId, index), kind: "referral", step: "open", version: 0 },
		...{ texts: [], stage: "offered", facts: { reasonCode: "large-cash" }, holds: ["name"], content: "x".repeat(43) },
	},
});

/** The sealed half as the door sends it; it opens with no key. */
function sealedFor(branchId: string, index: number): SealedTexts {
	const keyId = `referral:${branchId}:${referralIdOf(caseIdOf(branchId, index))}`;
	const wrapped = `A256GCM.one.${"A".repeat(16)}.${"A".repeat(64)}`;
	return {
		key: { keyId, retention: "referral", branchId, wrappingKeyId: "one", wrapped, createdAt: 0, expiresAt: 4e12 },
		texts: {},
		fields: { name: `A256GCM.${keyId}.${"A".repeat(16)}.${"A".repeat(30)}` },
	};
}

describe("a record on its way to D1", () => {
	it("[LOG-1] [PRV-8] a failure of any statement stores neither the commit nor what waits", async ({ expect }) => {
		const { branch, branchId, manager, create } = await aSlowHall();
		await create();
		await eventually("nothing to wait", async () => (await unsentOf(branchId)).length === 0);
		for (let failing = 1; ; failing++) {
			const before = await dumpOf(branchId);
			const { statements, error } = await inside(branchId, (object, storage) =>
				withFailingStatement(storage, failing, () => {
					object.moveCase(REQUEST(branchId, failing), sealedFor(branchId, failing), manager);
				}),
			);
			if (error === null) {
				expect(failing).toBe(statements + 1);
				expect(statements).toBeGreaterThan(2);
				break;
			}
			await branch.evict();
			expect(await dumpOf(branchId)).toEqual(before);
		}
		await branch.evict();
		await branch.setTime(MONDAY_10 + 2 * MINUTE_MS, CRAWL);
		await runDurableObjectAlarm(branch.stub());
		await eventually("nothing to wait again", async () => (await unsentOf(branchId)).length === 0);
		// What was put there by this test opens with no key: the list goes on without its values.
		const { rows } = (await listed(manager, branchId)).body;
		expect(rows.map((row) => row.fields)).toEqual(
			expect.arrayContaining([expect.objectContaining({ name: "李*明" }), {}]),
		);
	});
});

describe("a delivery that comes late or twice", () => {
	it("[PRV-4] [PRV-8] changes nothing that was changed since, and brings nothing erased back", async ({ expect }) => {
		const { branch, branchId, manager, head, path, create } = await aSlowHall();
		const repair = breakMemory("loses the answer");
		const one = `${path}/${(await create()).body.caseId}`;
		await eventually("D1 to have it without the branch knowing", async () => (await progressOf(branchId)).failures > 0);
		repair();
		const [waiting] = await unsentOf(branchId);
		const entry = StoredCase.parse(JSON.parse(String(waiting?.body)));
		const changed = await moved(manager, one, 1, { step: "change", stage: "introduced" });
		expect(changed.version).toBe(2);
		await nextTry(branch);
		await eventually("nothing to wait", async () => (await unsentOf(branchId)).length === 0);
		expect(await shown(manager, one)).toMatchObject({ version: 2, stage: "introduced" });
		expect(codeOf(await erased(head, one))).toBe("done");
		const there = await findCaseThere(memoryOf(env.DB), branchId, entry.caseId);
		await rememberCase(memoryOf(env.DB), entry, there?.epoch ?? 0);
		expect((await shown(manager, one)).fields).toEqual({});
		const key = await env.DB.prepare("SELECT wrapped FROM data_keys WHERE key_id = ?").bind(entry.keyId).first();
		expect(key).toEqual({ wrapped: null });
	});
});

describe("a record sent again", () => {
	it("[CASE-2] [PRV-8] long after the branch has forgotten its command is the same record, once", async ({
		expect,
	}) => {
		const { branch, branchId, create, known } = await aSlowHall();
		const commandId = newCommandId();
		const first = await create(commandId);
		const lobby = staff(branchId, "lobby-manager");
		for (let each = 0; each < RECENT_BLOCK_IDS; each++) {
			await branch.send(lobby, { type: "issue-ticket", services: ["cash"] });
		}
		await branch.setTime(MONDAY_10 + RECENT_COMMANDS_MS + 2 * MINUTE_MS, CRAWL);
		for (let each = 0; each < RECENT_COMMANDS_MIN; each++) {
			await branch.send(lobby, { type: "issue-ticket", services: ["cash"] });
		}
		expect((await create(commandId)).body).toEqual(first.body);
		await eventually("D1 to have it", async () => (await known()).length === 1);
		expect(await known()).toEqual([first.body.caseId]);
	});
});

describe("nobody but the door", () => {
	it("[PRV-16] brings a record to a branch: neither the command door nor a socket takes one", async ({ expect }) => {
		const { branchId, manager } = await aSlowHall();
		const actor = staff(branchId, "lobby-manager");
		const { command } = REQUEST(branchId, 1);
		const response = await fetchDoor(`/branches/${branchId}/commands`, {
			method: "POST",
			headers: {
				Authorization: `Bearer ${await tokenOf(actor)}`,
				"Idempotency-Key": newCommandId(),
				"Content-Type": "application/json",
			},
			body: JSON.stringify({ command }),
		});
		expect(response.status).toBe(422);
		const client = await LiveClient.open({ branchId, audience: "staff", credential: `token.${await tokenOf(actor)}` });
		client.say(JSON.stringify({ type: "command", commandId: newCommandId(), command }));
		await eventually("the socket to refuse it", () => client.problems.length > 0);
		expect(client.problems[0]?.code).toBe("malformed-frame");
		expect(await unsentOf(branchId)).toEqual([]);
		client.close();
		expect(await recorded(manager, branchId)).toMatch(new RegExp(`^${branchId}_`));
	});
});
