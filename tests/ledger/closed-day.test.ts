import { env } from "cloudflare:workers";
import { describe, it } from "vitest";
import { aBranch, eventually, kiosk, MONDAY, staff } from "../branch/a-branch.ts";
import { expectExact, nextTry } from "../branch/bank-memory.ts";
import { progressOf, sentUpTo } from "../branch/storage.ts";
import { ledgerOf } from "./a-ledger.ts";

/** Every ledger is away until the returned function brings it back. */
function breakLedger(): () => void {
	const real = env.LEDGER.getByName.bind(env.LEDGER);
	const away = () => Promise.reject(new Error("the ledger is away"));
	const broken = () => ({ append: away, tryWriting: away, attest: away });
	Object.defineProperty(env.LEDGER, "getByName", { configurable: true, value: broken });
	return () => {
		Object.defineProperty(env.LEDGER, "getByName", { configurable: true, value: real });
	};
}

describe("closing a day", () => {
	it("[AUD-6] with the ledger away: the branch does not notice, the cursor waits, no day is parked, and then all is sent", async ({
		expect,
	}) => {
		const branch = await aBranch();
		await branch.done(kiosk(branch.branchId), { type: "issue-ticket", services: ["cash"] });
		await sentUpTo(branch.branchId, 2);
		const mend = breakLedger();
		try {
			const { seq } = await branch.done(staff(branch.branchId, "lobby-manager"), { type: "close-day" });
			expect(seq).toBe(3);
			await eventually("the first try", async () => (await progressOf(branch.branchId)).retryAt !== null);
			for (let tries = 0; tries < 8; tries++) await nextTry(branch);
			expect(await progressOf(branch.branchId)).toMatchObject({ seq: 2, parked: [], poisonAttempts: 0 });
		} finally {
			mend();
		}
		expect((await ledgerOf(branch.branchId).attest(0)).head.seq).toBe(0);
		await nextTry(branch);
		await sentUpTo(branch.branchId, 3);
		await expectExact(expect, branch, MONDAY);
		expect((await ledgerOf(branch.branchId).attest(0)).head.seq).toBe(1);
	});
});
