import { afterEach, describe, it } from "vitest";
import { inMemory } from "../../api/a-case.ts";
import { count } from "../../counts.ts";
import { commitsOf, HOUR_MS, MONDAY, staff } from "../a-branch.ts";
import { tokenOf } from "../door.ts";
import { collectionsOf, viewOf } from "../live-client.ts";
import { livesOf } from "./alert-commits.ts";
import { ALERTS_OF_EACH_KIND, AlertHistory } from "./alert-history.ts";

/** Ten offers and ten calls for help each. */
const BRANCHES = count(10, 100);
const ACTIONS = 90;
const FIRST_SEED = 71_330;

let history: AlertHistory | undefined;
afterEach(() => history?.mend());

/** Alerts that are open at the branch, with who has them: those of the hall's view, and those that stand in none. */
async function openAt({ branch, standing }: AlertHistory, offers: Awaited<ReturnType<typeof standing>>) {
	const { branchId } = branch;
	const credential = `token.${await tokenOf(staff(branchId, "branch-head", "zhang-wei"))}`;
	const { alerts = {} } = collectionsOf(await viewOf({ branchId, audience: "staff", credential }));
	const all = [...(Object.values(alerts) as unknown as typeof offers), ...offers];
	return Object.fromEntries(all.map(({ id, acceptedBy }) => [id, acceptedBy]));
}

/** Everything works again: until D1 has each record as the branch has it. */
async function inStep(history: AlertHistory): Promise<void> {
	const { branchId, stub } = history.branch;
	const isInStep = async () => {
		const pairs = await Promise.all(
			history.caseIds.map(async (id) => [await stub().caseOf(id), await inMemory(branchId, id)]),
		);
		return pairs.every(([here, there]) => here?.revision === there?.revision);
	};
	for (let tries = 0; tries < 80 && !(await isInStep()); tries++) {
		await history.moveOn(HOUR_MS);
		await scheduler.wait(tries < 20 ? 50 : 500);
	}
}

describe("alerts and offers that many people answer while D1 and the branch come and go", () => {
	for (let seed = FIRST_SEED; seed < FIRST_SEED + BRANCHES; seed++) {
		it(`[ALR-32] [ALR-4] [ALR-21] are each accepted once, none is lost, and D1 has what the branch has: seed ${seed}`, {
			timeout: 120_000,
		}, async ({ expect }) => {
			history = await AlertHistory.begin(seed);
			for (let action = 0; action < ACTIONS || !history.isComplete; action++) await history.act();
			await history.takeAll();
			history.mend();
			const { branch, caseIds, sender } = history;
			const lives = livesOf(await commitsOf(branch.branchId, MONDAY));
			expect(lives.faults).toEqual([]);
			for (const [commandId, { answer }] of sender.sent) {
				if (answer.status === "done") expect(lives.commands, commandId).toContain(commandId);
			}

			const raised = [...lives.alerts].filter(([, { kind }]) => kind === "offer" || kind === "help");
			expect(raised.filter(([, { kind }]) => kind === "offer")).toHaveLength(ALERTS_OF_EACH_KIND);
			const left = raised.filter(([, { isOver }]) => !isOver);
			for (const [id, { acceptances }] of left) expect([id, acceptances]).toEqual([id, 1]);
			const standing = await openAt(history, await history.standing());
			expect(standing).toMatchObject(Object.fromEntries(left.map(([id, { acceptedBy }]) => [id, acceptedBy])));
			for (const [id] of raised) expect(id in standing, id).toBe(left.some(([other]) => other === id));

			await history.closePages();
			expect(sender.faults).toEqual([]);
			await inStep(history);
			for (const caseId of caseIds) {
				const there = await inMemory(branch.branchId, caseId);
				expect(there, caseId).toEqual(await branch.stub().caseOf(caseId));
				expect(there?.steps.map(({ step }) => step)).toEqual(lives.steps.get(caseId));
				expect(there?.ownerId).toBe(lives.owners.get(caseId));
			}
		});
	}
});
