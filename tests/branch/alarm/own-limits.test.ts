import { afterEach, beforeEach, describe, it, vi } from "vitest";
import type { BranchLimits } from "../../../schema/hall/configuration.ts";
import type { StaffAlert } from "../../../schema/hall/view.ts";
import { opened } from "../../api/a-case.ts";
import { ask } from "../../api/a-referral.ts";
import { staffAt } from "../../api/callers.ts";
import { aBranch, eventually, kiosk, MINUTE_MS, MONDAY_10, SECOND_MS, staff } from "../a-branch.ts";
import { tokenOf } from "../door.ts";
import { LiveClient } from "../live-client.ts";

type Here = { readonly reachable: readonly string[]; readonly offers: readonly StaffAlert[] };

beforeEach(() => {
	vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
});
afterEach(() => {
	vi.useRealTimers();
});

/** A branch with limits of its own, on which two managers and the lobby manager have a page each. */
async function aHall(limits: Partial<BranchLimits>) {
	const branch = await aBranch(MONDAY_10, (shipped) => ({ ...shipped, limits: { ...shipped.limits, ...limits } }));
	const { branchId } = branch;
	await branch.done(kiosk(branchId), { type: "issue-ticket", services: ["cash"] });
	const pages: LiveClient[] = [];
	for (const [role, staffId] of [
		["relationship-manager", "hu-yue"],
		["relationship-manager", "xu-na"],
		["lobby-manager", "li-na"],
	] as const) {
		const credential = `token.${await tokenOf(staff(branchId, role, staffId))}`;
		pages.push(await LiveClient.open({ branchId, audience: "staff", credential }));
	}
	const manager = staffAt("lobby-manager", branchId, "li-na");
	const here = async () => (await ask<Here>(manager, "GET", `/branches/${branchId}/here`)).body;
	return {
		...branch,
		manager,
		here,
		rung: async () => (await here()).offers[0]?.told.persons[0],
		offer: () =>
			opened(manager, `/branches/${branchId}/cases`, {
				...{ kind: "referral", ownerId: undefined, texts: {}, fields: { name: "李小明" } },
				facts: { reasonCode: "large-cash" },
			}),
		close: () => pages.map((client) => client.close()),
	};
}

describe("a branch with limits of its own", () => {
	it("[ALR-16] [ALR-24] says who is reachable by them, not by what ships", async ({ expect }) => {
		const quick = await aHall({ notReachableAfterMs: MINUTE_MS });
		const patient = await aHall({ notReachableAfterMs: 10 * MINUTE_MS });
		const shipped = await aHall({});
		const everybody = ["hu-yue", "li-na", "xu-na"];
		const reachable = async (hall: typeof quick) => [...(await hall.here()).reachable].sort();
		const all = [quick, patient, shipped];
		expect(await Promise.all(all.map(reachable))).toEqual([everybody, everybody, everybody]);
		vi.setSystemTime(Date.now() + MINUTE_MS + SECOND_MS);
		expect(await Promise.all(all.map(reachable))).toEqual([[], everybody, everybody]);
		vi.setSystemTime(Date.now() + 2 * MINUTE_MS);
		expect(await Promise.all(all.map(reachable))).toEqual([[], everybody, []]);
		// Who is not reachable is passed over, and who is by these limits is rung.
		await patient.offer();
		expect(everybody).toContain(await patient.rung());
		await shipped.offer();
		expect((await shipped.here()).offers[0]?.tried?.map(({ why }) => why)).toContain("unreachable");
		for (const hall of all) hall.close();
	});

	it("[ALR-19] [ALR-24] rings one manager as long as they say, by the branch's one alarm", async ({ expect }) => {
		vi.useRealTimers();
		const hall = await aHall({ offerRingsMs: 90 * SECOND_MS });
		await hall.offer();
		const first = await hall.rung();
		await hall.setTime(MONDAY_10 + 90 * SECOND_MS - 1);
		await hall.evict();
		expect(await hall.rung()).toBe(first);
		await hall.setTime(MONDAY_10 + 90 * SECOND_MS - 200, 60);
		await eventually("the next to be rung", async () => (await hall.rung()) !== first);
		hall.close();
	});
});
