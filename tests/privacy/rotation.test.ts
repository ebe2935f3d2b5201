import { env } from "cloudflare:workers";
import { describe, it } from "vitest";
import { referralIdOf } from "../../rules/case/referral.ts";
import { seededRandom } from "../../simulation/seeded-random.ts";
import { rewrap } from "../../worker/privacy/data-key.ts";
import { destroyKey, keysToRewrap, replaceWrapping } from "../../worker/records/case/data-key.ts";
import { memoryOf } from "../../worker/records/memory.ts";
import { hallOf, inFull } from "../api/a-case.ts";
import { ask, codeOf, listed, recorded } from "../api/a-referral.ts";
import { OPERATOR, staffAt } from "../api/callers.ts";
import { aBranch } from "../branch/a-branch.ts";
import { RandomHall } from "../branch/random-hall.ts";
import { count } from "../counts.ts";
import { aVault, ringWith, SECRETS } from "./a-vault.ts";

const RECORDS = count(15, 100);
const DAY_SEED = 31_201;
const memory = () => memoryOf(env.DB);
const contact = (index: number) => ({ kind: "phone", value: `154000${String(index).padStart(5, "0")}` }) as const;

/** What happens in the hall between two records that are shown. */
const STEPS_A_SHOW = 5;

describe("turning the keys", () => {
	it("[PRV-2] in the middle of a busy day no read fails, what is new takes the new key, and the old one can go", async ({
		expect,
	}) => {
		const branch = await aBranch();
		const { branchId } = branch;
		const hall = new RandomHall(branch, seededRandom(DAY_SEED));
		console.log(`seed ${DAY_SEED}`);
		const { path, manager } = hallOf(branchId);
		const adviser = staffAt("relationship-manager", branchId, "xu-na");
		const ids: string[] = [];
		for (let index = 0; index < RECORDS; index++) {
			ids.push(await recorded(manager, branchId, { fields: { contact: contact(index) } }));
		}
		const secrets = ringWith("two");
		let reading = true;
		let reads = 0;
		const reader = async () => {
			while (reading) {
				const before = await listed(manager, branchId, "limit=200", reads % 2 === 0 ? SECRETS : secrets);
				expect(before.status).toBe(200);
				expect(before.body.rows).toHaveLength(RECORDS);
				expect(before.body.rows.every((row) => row.fields.name === "李*明")).toBe(true);
				reads++;
			}
		};
		// The hall goes on meanwhile: tickets are taken and called, the branch is evicted, somebody shows a record.
		const day = async () => {
			for (let step = 1; reading; step++) {
				for (let each = 0; each < STEPS_A_SHOW; each++) await hall.step();
				if (step % 20 === 0) await branch.evict();
				const one = `${path}/${ids[step % ids.length]}`;
				const shown = await inFull(adviser, one, ["name"], step % 2 === 0 ? SECRETS : secrets);
				expect(["done", "too-many-shows"]).toContain(codeOf(shown));
			}
		};
		const readers = [reader(), reader(), day()];
		let left = Number.POSITIVE_INFINITY;
		for (let batch = 0; left > 0; batch++) {
			expect(batch).toBeLessThan(1_000);
			const turned = await ask<{ rewrapped: number; left: number }>(OPERATOR, "POST", "/keys/rotation", {
				body: { limit: 2 },
				secrets,
			});
			expect(turned.body.rewrapped).toBeLessThanOrEqual(2);
			left = turned.body.left;
		}
		reading = false;
		await Promise.all(readers);
		expect(reads).toBeGreaterThan(3);
		expect(hall.done).toBeGreaterThan(3);
		const alone = ringWith("two", ["two"]);
		for (const [index, caseId] of ids.entries()) {
			if (index % 5 > 0) continue;
			const shown = await inFull(manager, `${path}/${caseId}`, ["contact"], alone);
			expect(shown.body.fields).toEqual({ contact: contact(index) });
		}
		const lost = await ask(manager, "GET", `${path}/${ids[0]}`, { secrets: ringWith("one", ["one"]) });
		expect(codeOf(lost)).toBe("not-ready");
	});

	it("[PRV-2] [PRV-4] a key destroyed while it was being wrapped anew stays destroyed", async ({ expect }) => {
		const { branchId } = await aBranch();
		const caseId = await recorded(staffAt("lobby-manager", branchId), branchId);
		const keyId = `referral:${branchId}:${referralIdOf(caseId)}`;
		const vault = await aVault(ringWith("two"));
		const [old] = (await keysToRewrap(memory(), "two", 1_000)).filter((key) => key.keyId === keyId);
		if (old === undefined) throw new Error("the key was not found");
		const fresh = await rewrap(vault, old);
		await destroyKey(memory(), keyId, Date.now());
		await replaceWrapping(memory(), old, fresh);
		const stored = await env.DB.prepare("SELECT wrapped FROM data_keys WHERE key_id = ?").bind(keyId).first();
		expect(stored).toEqual({ wrapped: null });
	});

	it("[PRV-2] is for head office alone, and bounded", async ({ expect }) => {
		const { branchId } = await aBranch();
		const turn = (actor: typeof OPERATOR, limit: number) =>
			ask(actor, "POST", "/keys/rotation", { body: { limit } }).then(codeOf);
		expect(await turn(staffAt("branch-head", branchId), 5)).toBe("not-permitted");
		expect(await turn(OPERATOR, 100_000)).toBe("invalid-input");
	});
});
