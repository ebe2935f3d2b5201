import { runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, it, vi } from "vitest";
import { DISPATCH } from "../../schema/configuration/dispatch/dispatch.ts";
import type { DispatchPolicy } from "../../schema/hall/configuration.ts";
import { aRegion, heldAt, publishedVersion } from "../api/configuration/a-section.ts";
import { commitsOf, evict, MONDAY, newCommandId, staff } from "./a-branch.ts";

beforeEach(() => {
	vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
});
afterEach(() => {
	vi.restoreAllMocks();
	vi.useRealTimers();
});

const withoutMid = (dispatch: DispatchPolicy) => ({
	...dispatch,
	classes: dispatch.classes.filter(({ id }) => id !== "mid"),
});

/** A branch where somebody of the class `mid` has taken a number. */
async function aWaitingCustomer() {
	const { region, branches } = await aRegion();
	const [branch] = branches;
	if (branch === undefined) throw new Error("no branch");
	const manager = staff(branch.branchId, "lobby-manager");
	const send = (command: object) =>
		branch.stub().execute({ commandId: newCommandId(), command: command as never }, manager);
	const given = await send({ type: "issue-ticket", services: ["cash"], class: "mid" });
	return { region, branch, send, given };
}

describe("a branch that is told of a published section", () => {
	it("[CFG-3] [CFG-11] refuses what a customer in the hall stands on, says so, and takes it when that is over", async ({
		expect,
	}) => {
		const { region, branch, send, given } = await aWaitingCustomer();
		await publishedVersion({ nodeId: region, section: "dispatch", change: withoutMid });
		const classes = async () => (await branch.configuration()).dispatch.classes.map(({ id }) => id);
		expect(await classes()).toContain("mid");
		expect((await heldAt(region, "dispatch")).refused).toMatchObject([{ code: "configuration-in-use", detail: "mid" }]);
		await send({ type: "cancel-ticket", ticketId: given.status === "done" ? given.ticketId : "" });
		for (let tries = 0; tries < 8; tries++) {
			vi.setSystemTime(Date.now() + 600_000);
			await runDurableObjectAlarm(branch.stub());
		}
		expect(await classes()).not.toContain("mid");
		expect((await heldAt(region, "dispatch")).said).toMatchObject({ branches: 1, holds: 1, refused: 0 });
	});

	it("[CFG-11] [CFG-18] takes it once, whole, through evictions, doubles and D1 being away", async ({ expect }) => {
		const { region, branch, send } = await aWaitingCustomer();
		const rank = (dispatch: DispatchPolicy) => ({
			...dispatch,
			classes: dispatch.classes.map((each) => (each.id === "mid" ? { ...each, overtakeBudget: 7 } : each)),
		});
		const memory = vi.spyOn(env.DB, "prepare");
		await publishedVersion({ nodeId: region, section: "dispatch", change: rank });
		memory.mockImplementation(() => {
			throw new Error("D1 is away");
		});
		await evict(branch.branchId);
		await branch.stub().sectionsChanged();
		await evict(branch.branchId);
		memory.mockRestore();
		vi.setSystemTime(Date.now() + 60_000);
		await runDurableObjectAlarm(branch.stub());
		await Promise.all([branch.stub().sectionsChanged(), branch.stub().sectionsChanged()]);
		await evict(branch.branchId);
		await send({ type: "issue-ticket", services: ["cash"] });
		const commits = await commitsOf(branch.branchId, MONDAY);
		const taken = commits.filter(({ events }) => events.some(({ type }) => type === "section-taken"));
		expect(taken).toHaveLength(1);
		// What the bank's books say of the branch is what it holds, not what it held before.
		const row = env.DB.prepare("select held_key from section_branches where branch_id = ? and section_id = 'dispatch'");
		const { key } = await branch.stub().section("dispatch");
		expect(await row.bind(branch.branchId).first("held_key")).toBe(key);
		const held = (await heldAt(branch.branchId, "dispatch")).value;
		expect(DISPATCH.of(await branch.configuration())).toEqual(held);
	});

	it("[CFG-11] does not let the same part be changed by hand as well", async ({ expect }) => {
		const { region, branch } = await aWaitingCustomer();
		await publishedVersion({ nodeId: region, section: "dispatch", change: withoutMid });
		const other = await aRegion();
		const [free] = other.branches;
		if (free === undefined) throw new Error("no branch");
		const raise = (dispatch: DispatchPolicy) => ({ ...dispatch, appointment: { headStartMs: 60_000, lateMs: 60_000 } });
		await publishedVersion({ nodeId: other.region, section: "dispatch", change: raise });
		const configuration = await free.configuration();
		const by = { kind: "staff", role: "head-office-operator", staffId: "head", place: { kind: "bank" } } as const;
		const hand = (dispatch: DispatchPolicy) =>
			free
				.stub()
				.execute(
					{ commandId: newCommandId(), command: { type: "configure", configuration: { ...configuration, dispatch } } },
					by,
				);
		expect(await hand({ ...configuration.dispatch, defaultClass: "ordinary" })).toMatchObject({
			code: "section-published",
		});
		expect(await hand(configuration.dispatch)).toMatchObject({ status: "done" });
		expect((await branch.configuration()).dispatch.classes.map(({ id }) => id)).toContain("mid");
	});
});
