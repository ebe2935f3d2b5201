import { runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, it, vi } from "vitest";
import { COUNTERS } from "../../schema/configuration/counters/counters.ts";
import { DISPATCH } from "../../schema/configuration/dispatch/dispatch.ts";
import type { BranchConfiguration, BranchLimits, DispatchPolicy } from "../../schema/hall/configuration.ts";
import { aRegion, ask, DRAFTER, drafted, heldAt, publishedVersion } from "../api/configuration/a-section.ts";
import { commitsOf, evict, HEAD_OFFICE, MONDAY, newCommandId, staff } from "./a-branch.ts";
import { inside } from "./storage.ts";

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

/** What a branch has stored, as if it had been configured when a service needed no counter: none does business banking. */
async function asStoredBefore(branchId: string): Promise<void> {
	await inside(branchId, (_, { sql }) => {
		const tables = sql.exec<{ name: string }>("SELECT name FROM sqlite_master WHERE name LIKE 'commits%'").toArray();
		for (const { name } of tables) {
			for (const { seq, body } of sql.exec<{ seq: number; body: string }>(`SELECT seq, body FROM ${name}`).toArray()) {
				const stored = body
					.replaceAll('"services":["corporate"]', '"services":["transfer"]')
					.replaceAll(',"corporate"', "");
				sql.exec(`UPDATE ${name} SET body = ? WHERE seq = ?`, stored, seq);
			}
		}
	});
	await evict(branchId);
}

describe("a branch that runs on a configuration of before, in which no counter does one service", () => {
	it("[QUE-11] [QUE-12] takes what does not make it worse and what mends it, refuses what does, and its customers stay", async ({
		expect,
	}) => {
		const { region, branches } = await aRegion();
		const [branch] = branches;
		if (branch === undefined) throw new Error("no branch");
		await asStoredBefore(branch.branchId);
		const manager = staff(branch.branchId, "lobby-manager");
		const send = (command: object, actor = manager) =>
			branch.stub().execute({ commandId: newCommandId(), command: command as never }, actor);
		const given = await send({ type: "issue-ticket", services: ["cash"] });
		expect(given.status).toBe("done");
		const doers = async (id: string) =>
			(await branch.configuration()).counters.filter(({ modes }) =>
				modes.some(({ services }) => services.includes(id)),
			);
		expect(await doers("corporate")).toEqual([]);
		// A section of which the fault is no part; then the hours of a day, by hand.
		const sooner = (limits: BranchLimits) => ({ ...limits, returnGraceMs: 600_000 });
		await publishedVersion({ nodeId: region, section: "limits", change: sooner });
		const configuration = await branch.configuration();
		expect(configuration.limits.returnGraceMs).toBe(600_000);
		const byHand = [{ date: "2026-11-24", hours: null, name: { zh: "停电", en: "Power cut" } }];
		const closed = { ...configuration, calendar: { ...configuration.calendar, byHand } };
		expect(await send({ type: "configure", configuration: closed }, HEAD_OFFICE)).toMatchObject({ status: "done" });
		// One more service without a counter is refused when it is checked, with its place and what to do.
		const { counters } = COUNTERS.shipped;
		const fewer = counters.filter(({ modes }) => !modes.some(({ services }) => services.includes("loan")));
		const worse = (held: Pick<BranchConfiguration, "zones" | "counters">) => ({ ...held, counters: fewer });
		const draft = (await drafted({ nodeId: region, section: "counters", change: worse })).body.version;
		const checked = await ask<{ readonly refusals: readonly object[] }>(
			DRAFTER,
			"POST",
			`${region}/versions/${draft.versionId}/check`,
		);
		expect(checked.body.refusals).toMatchObject([
			{ code: "section-unfit", detail: expect.stringMatching(/^没有窗口能办理/) },
		]);
		// The counters that mend it.
		const mended = counters.map((each) =>
			each.id === "1" ? { ...each, label: { zh: "零号窗口", en: "Zero" } } : each,
		);
		const better = (held: object) => ({ ...held, counters: mended });
		await publishedVersion({ nodeId: region, section: "counters", change: better });
		expect(await doers("corporate")).not.toEqual([]);
		await evict(branch.branchId);
		expect(await send({ type: "cancel-ticket", ticketId: "ticketId" in given ? given.ticketId : "" })).toMatchObject({
			status: "done",
		});
		expect((await heldAt(region, "counters")).said).toMatchObject({ holds: 1, refused: 0 });
	});

	it("[CFG-11] opens its day with no word of its content in a commit, however much that is", async ({ expect }) => {
		const { region, branches } = await aRegion();
		const [branch] = branches;
		if (branch === undefined) throw new Error("no branch");
		const many = () => ({
			notices: Array.from({ length: 40 }, (_, at) => ({
				id: `n${at}`,
				title: { zh: `提示${at}`, en: `Notice ${at}` },
				text: { zh: `第${at}条${"长".repeat(60)}`, en: `No ${at} ${"long ".repeat(20)}` },
			})),
		});
		await publishedVersion({ nodeId: region, section: "notices", change: many });
		expect(JSON.stringify((await branch.stub().section("notices")).value).length).toBeGreaterThan(9_000);
		await branch
			.stub()
			.execute(
				{ commandId: newCommandId(), command: { type: "issue-ticket", services: ["cash"] } },
				staff(branch.branchId, "lobby-manager"),
			);
		const commits = await commitsOf(branch.branchId, MONDAY);
		expect(commits.map(({ events }) => events.map(({ type }) => type))).toEqual([["day-opened", "ticket-issued"]]);
		expect(JSON.stringify(commits)).not.toContain("long long");
		expect(commits[0]?.events[0]).toMatchObject({ sections: { notices: expect.stringContaining(".") } });
	});
});
