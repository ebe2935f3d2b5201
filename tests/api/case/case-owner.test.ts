import { env } from "cloudflare:workers";
import { describe, it } from "vitest";
import type { HolderActor } from "../../../schema/actor.ts";
import type { Person } from "../../../schema/people/person.ts";
import { configurationOf, HEAD_OFFICE, MONDAY_10, newCommandId } from "../../branch/a-branch.ts";
import { LiveClient } from "../../branch/live-client.ts";
import { aBank, aboveRegion, added, ask, joinerAt } from "../a-bank.ts";
import { opened, shown } from "../a-case.ts";
import { staffAt, token } from "../callers.ts";

/** A branch of the bank's books at which these people work, in the order they joined. */
async function aStaffedHall() {
	const { main, region } = await aBank();
	const stub = env.BRANCH.getByName(main);
	await stub.setClock({ kind: "virtual", at: MONDAY_10, speed: 0 });
	const configuration = configurationOf(main);
	await stub.execute({ commandId: newCommandId(), command: { type: "configure", configuration } }, HEAD_OFFICE);
	const office = aboveRegion("human-resources", region);
	const join = async (role: Parameters<typeof joinerAt>[1]) => {
		const { person } = await added(office, joinerAt(main, role));
		return { person, actor: staffAt(role ?? "guard", main, person.staffId) };
	};
	const leave = ({ person }: { person: Person }) =>
		ask(office, "POST", `/people/${person.staffId}/leave`, { version: person.version });
	return { main, path: `/branches/${main}/cases`, join, leave };
}

const pageOf = async (branchId: string, actor: HolderActor) =>
	LiveClient.open({ branchId, audience: "staff", credential: `token.${await token(actor)}` });

describe("what somebody leaves behind", () => {
	it("[CASE-6] becomes the head's, who is told of it; before there is a head it waits for one", async ({ expect }) => {
		const { main, path, join, leave } = await aStaffedHall();
		const [guard, teller] = [await join("guard"), await join("closed-teller")];
		const { staffId } = guard.person;
		const left = await opened(teller.actor, path, { ownerId: staffId });
		const kept = await opened(teller.actor, path, { ownerId: teller.person.staffId });
		expect((await leave(guard)).status).toBe(200);
		const at = `${path}/${left.body.caseId}`;
		expect(await shown(teller.actor, at)).toMatchObject({ ownerId: staffId, version: 1 });
		const head = await join("branch-head");
		expect(await shown(head.actor, at)).toMatchObject({ ownerId: head.person.staffId, version: 2 });
		expect((await shown(head.actor, at)).steps.at(-1)).toMatchObject({ step: "owner-left", by: null });
		const page = await pageOf(main, head.actor);
		expect((await leave(teller)).status).toBe(200);
		await page.fresh();
		expect(page.cases.map(({ news, caseId }) => [news, caseId])).toEqual([["moved", kept.body.caseId]]);
		page.close();
	});
});
