import { beforeAll, describe, expect, it } from "vitest";
import type { BranchTicket } from "../../../schema/endpoint/branch-endpoints.ts";
import { aBranch, kiosk, MINUTE_MS, MONDAY, MONDAY_10, newBranchId, staff } from "../../branch/a-branch.ts";
import { bearer, call, OPERATOR, staffAt } from "../callers.ts";

type Page = { rows: BranchTicket[]; next: string | null; businessDay: string | null; at: number };

const TICKETS = 7;

describe("today's tickets", () => {
	let branch: Awaited<ReturnType<typeof aBranch>>;
	let headers: Record<string, string> = {};

	beforeAll(async () => {
		branch = await aBranch();
		const { branchId } = branch;
		headers = await bearer(OPERATOR);
		for (let index = 0; index < TICKETS; index++) {
			// Two at one moment, so that order does not hang on the time alone.
			await branch.setTime(MONDAY_10 + Math.floor(index / 2) * MINUTE_MS);
			const services = index % 3 === 0 ? ["transfer"] : ["cash", "transfer"];
			await branch.done(kiosk(branchId), { type: "issue-ticket", services: services.slice(0, 1 + (index % 2)) });
		}
		const teller = staff(branchId, "closed-teller", "liu-yang");
		await branch.done(teller, { type: "open-counter", counterId: "1" });
		await branch.done(teller, { type: "call-next", counterId: "1" });
	});

	async function page(query = ""): Promise<Page> {
		const response = await call(`/branches/${branch.branchId}/tickets${query}`, { headers });
		expect(response.status).toBe(200);
		return response.json();
	}

	it("[DOOR-15] stand in the order of issue, with their day and the time of the answer", async () => {
		const { rows, next, businessDay, at } = await page();
		expect(rows).toHaveLength(TICKETS);
		expect(next).toBeNull();
		expect(businessDay).toBe(MONDAY);
		expect(at).toBeGreaterThanOrEqual(MONDAY_10);
		const times = rows.map(({ issuedAt }) => issuedAt);
		expect(times).toEqual([...times].sort((one, other) => one - other));
		// Nobody was away or on hold: everybody is ready since the number was taken.
		expect(rows.map(({ readyAt }) => readyAt)).toEqual(times);
	});

	it("[DOOR-15] come page by page without gap or repeat, also when one moves on in between", async () => {
		const all = (await page()).rows.map(({ ticketId }) => ticketId);
		const seen: string[] = [];
		for (let cursor: string | null = ""; cursor !== null; ) {
			const { rows, next }: Page = await page(`?limit=2${cursor === "" ? "" : `&cursor=${cursor}`}`);
			seen.push(...rows.map(({ ticketId }) => ticketId));
			cursor = next;
			if (seen.length === 2) {
				const cancel = { type: "cancel-ticket" as const, ticketId: all[0] ?? "" };
				await branch.send(staff(branch.branchId, "branch-head"), cancel);
			}
		}
		expect(seen).toEqual(all);
		const made = await call(`/branches/${branch.branchId}/tickets?cursor=nonsense`, { headers });
		expect(made.status).toBe(422);
	});

	it("[DOOR-15] are found by status, service and number", async () => {
		const { rows } = await page();
		const called = await page("?status=called");
		expect(called.rows.map(({ counterId }) => counterId)).toEqual(["1"]);
		expect(called.rows[0]?.calledAt).not.toBeNull();
		const loans = await page("?service=transfer&status=waiting");
		expect(loans.rows).toEqual(
			rows.filter(({ services, status }) => status === "waiting" && services.includes("transfer")),
		);
		expect(loans.rows.length).toBeGreaterThan(0);
		const wanted = rows.at(-1);
		expect((await page(`?number=${wanted?.number}`)).rows).toEqual([wanted]);
		expect((await page("?number=Z99999")).rows).toEqual([]);
	});

	it("[DOOR-15] [PRV-12] say nothing of class, customer or link", async () => {
		const { rows } = await page();
		expect(Object.keys(rows[0] ?? {}).sort()).toEqual([
			"appointmentAt",
			"calledAt",
			"counterId",
			"issuedAt",
			"number",
			"outcome",
			"readyAt",
			"services",
			"since",
			"status",
			"ticketId",
		]);
	});

	it("[DOOR-15] are read one by one; one of another day or branch is unknown", async () => {
		const [first] = (await page()).rows;
		const path = `/branches/${branch.branchId}/tickets`;
		const one = await call(`${path}/${first?.ticketId}`, { headers });
		expect(await one.json()).toEqual(first);
		expect((await call(`${path}/20200101-A001`, { headers })).status).toBe(404);
		const elsewhere = await bearer(staffAt("guard", newBranchId()));
		expect((await call(`${path}/${first?.ticketId}`, { headers: elsewhere })).status).toBe(403);
	});

	it("[DOOR-15] of a branch that is not set up are refused, and store nothing", async () => {
		const response = await call(`/branches/${newBranchId()}/tickets`, { headers });
		expect((await response.json<{ code: string }>()).code).toBe("branch-not-configured");
	});
});
