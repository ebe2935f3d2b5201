import { env } from "cloudflare:workers";
import { afterEach, describe, it, vi } from "vitest";
import { BranchMetrics } from "../../../worker/branch/metrics.ts";
import { initialState } from "../../../worker/domain/hall/branch-state.ts";
import { aBranch, kiosk, MINUTE_MS, MONDAY_10, staff, type TestBranch } from "../a-branch.ts";

afterEach(() => {
	vi.restoreAllMocks();
});

type Point = { readonly indexes: string[]; readonly blobs: string[]; readonly doubles: number[] };

/** What operators are told of one branch from here on. */
function listen({ branchId }: TestBranch): () => Point[] {
	if (env.METRICS === undefined) throw new Error("wrangler.toml names no place for figures");
	const sink = vi.spyOn(env.METRICS, "writeDataPoint");
	return () => sink.mock.calls.map(([point]) => point as Point).filter(({ indexes }) => indexes[0] === branchId);
}

async function serveOne(branch: TestBranch): Promise<void> {
	const teller = staff(branch.branchId, "closed-teller", "liu-yang");
	await branch.done(kiosk(branch.branchId), { type: "issue-ticket", services: ["cash"] });
	await branch.setTime(MONDAY_10 + 5 * MINUTE_MS);
	await branch.done(teller, { type: "open-counter", counterId: "1" });
	const { ticketId = "" } = await branch.done(teller, { type: "call-next", counterId: "1" });
	await branch.setTime(MONDAY_10 + 6 * MINUTE_MS);
	await branch.done(teller, { type: "start-service", ticketId });
	await branch.send(teller, { type: "call-next", counterId: "99" });
}

describe("figures for operators", () => {
	it("[OPS-2] are one point for each command, with what came of it, and one for each wait that ended", async ({
		expect,
	}) => {
		const branch = await aBranch();
		const told = listen(branch);
		await serveOne(branch);
		const points = told();
		expect(points.filter(({ blobs }) => blobs[0] === "command").map(({ blobs }) => blobs.join(" "))).toEqual([
			"command issue-ticket done kiosk",
			"command open-counter done closed-teller",
			"command call-next done closed-teller",
			"command start-service done closed-teller",
			"command call-next unknown-counter closed-teller",
		]);
		const waits = points.filter(({ blobs }) => blobs[0] === "wait");
		expect(waits.map(({ doubles }) => doubles)).toEqual([[5 * MINUTE_MS]]);
		expect(points.filter(({ blobs }) => blobs[0] === "parked")).toEqual([]);
	});

	it("[OPS-2] that are refused, or have nowhere to go, hold up no command", async ({ expect }) => {
		const branch = await aBranch();
		const told = listen(branch);
		vi.mocked(env.METRICS?.writeDataPoint)?.mockImplementation(() => {
			throw new Error("too many points");
		});
		await serveOne(branch);
		expect(told().length).toBeGreaterThan(5);
		const nowhere = new BranchMetrics(undefined, branch.branchId);
		nowhere.command("issue-ticket", kiosk(branch.branchId), { status: "done", seq: 1 });
		nowhere.wait(initialState("a"), initialState("a"));
		nowhere.parked(1, "poison");
	});
});
