import { env } from "cloudflare:workers";
import type { HolderActor, Place, Role } from "../../schema/actor.ts";
import type { Joiner } from "../../schema/people/person.ts";
import { addNode } from "../../worker/records/bank/institution.ts";
import { devices } from "../../worker/records/device/device.ts";
import { memoryOf } from "../../worker/records/memory.ts";
import { addPerson } from "../../worker/records/people/person.ts";
import { addAccount } from "../../worker/records/people/service-account.ts";
import {
	configurationOf,
	doneOf,
	eventually,
	HEAD_OFFICE,
	kiosk,
	MONDAY,
	MONDAY_10,
	newCommandId,
	staff,
} from "../branch/a-branch.ts";
import { known, opened } from "./a-case.ts";
import { ask, recorded } from "./a-referral.ts";
import { OPERATOR, staffAt } from "./callers.ts";

/** The same customer stands in a record of every branch. */
export const CUSTOMER = { kind: "phone", value: "13812345678" } as const;

type Tree = Awaited<ReturnType<typeof aTree>>;
export type Planted = { readonly ticketId: string; readonly caseId: string };

/** Two regions; in the first two sub-branches, with two branches and one, and a branch of the region's own. */
async function aTree() {
	const key = crypto.randomUUID().replaceAll("-", "").slice(0, 6);
	const [one, two] = [`a${key}`, `b${key}`] as const;
	const nodes = {
		one,
		two,
		east: `${one}.east`,
		west: `${one}.west`,
		north: `${two}.north`,
		east1: `${one}-east1`,
		east2: `${one}-east2`,
		west1: `${one}-west1`,
		own: `${one}-own`,
		north1: `${two}-north1`,
	} as const;
	const parents = {
		one: "bank",
		two: "bank",
		east: one,
		west: one,
		north: two,
		east1: nodes.east,
		east2: nodes.east,
		west1: nodes.west,
		own: one,
		north1: nodes.north,
	} as const;
	const memory = memoryOf(env.DB);
	for (const [name, nodeId] of Object.entries(nodes)) {
		const parentId = parents[name as keyof typeof parents];
		const added = await addNode(memory, { nodeId, parentId, name: { zh: "机构", en: name } });
		if ("refused" in added) throw new Error(`${nodeId}: ${added.refused}`);
	}
	return nodes;
}

const BRANCHES = ["east1", "east2", "west1", "own", "north1"] as const satisfies readonly (keyof Tree)[];

/** Every kind of thing that a list or read can answer, planted at every node of a bank of two regions. */
export async function aWholeBank() {
	const nodes = await aTree();
	const planted: Record<string, Planted> = {};
	for (const name of BRANCHES) planted[nodes[name]] = await plantAtBranch(nodes[name]);
	const people: Record<string, string> = {};
	for (const nodeId of Object.values(nodes)) {
		people[nodeId] = await plantPerson(nodeId);
		await plantAccount(nodeId);
		await env.LEDGER.getByName(nodeId).append({
			entryId: crypto.randomUUID(),
			at: MONDAY_10,
			actor: { kind: "system" },
			requestId: "planted",
			act: "planted",
			subject: { nodeId },
		});
	}
	await eventually("the ledger to be copied", async () => {
		const answer = await ask<{ rows: unknown[] }>(OPERATOR, "GET", "/ledger?act=planted&limit=100");
		return answer.body.rows.length >= Object.keys(nodes).length;
	});
	return { nodes, branchIds: BRANCHES.map((name) => nodes[name]), planted, people };
}

/** A closed day with a ticket, a record, a case and a device. */
async function plantAtBranch(branchId: string): Promise<Planted> {
	const stub = () => env.BRANCH.getByName(branchId);
	await stub().setClock({ kind: "virtual", at: MONDAY_10, speed: 0 });
	const configure = { type: "configure" as const, configuration: configurationOf(branchId) };
	doneOf(await stub().execute({ commandId: newCommandId(), command: configure }, HEAD_OFFICE));
	const issue = { type: "issue-ticket" as const, services: ["cash"] };
	const issued = doneOf(await stub().execute({ commandId: newCommandId(), command: issue }, kiosk(branchId)));
	await recorded(staffAt("branch-head", branchId, "head-1"), branchId, { fields: { contact: CUSTOMER } });
	const problem = { texts: { what: "叫号屏不亮", customer: CUSTOMER.value } };
	const { body } = await opened(staffAt("branch-head", branchId, "zhang-wei"), `/branches/${branchId}/cases`, problem);
	await known(branchId, body);
	const close = { commandId: newCommandId(), command: { type: "close-day" as const } };
	doneOf(await stub().execute(close, staff(branchId, "branch-head")));
	await eventually(
		`the report of ${branchId}`,
		async () => (await ask(OPERATOR, "GET", `/branches/${branchId}/reports/${MONDAY}`)).status === 200,
	);
	const deviceId = `d-${branchId}`;
	const facts = { deviceId, branchId, name: "大屏", purpose: "display", label: "x", clientVersion: "1" };
	await memoryOf(env.DB)
		.insert(devices)
		.values({ ...facts, pairedBy: "somebody", pairedAt: 1 });
	return { ticketId: issued.ticketId ?? "", caseId: body.caseId };
}

async function plantPerson(nodeId: string): Promise<string> {
	const staffId = `p${crypto.randomUUID().replaceAll("-", "").slice(0, 12)}`;
	const role: Role = "it-support";
	const joiner: Joiner = { staffId, name: { zh: "张伟", en: "Zhang Wei" }, assignments: [{ role, nodeId }] };
	const added = await addPerson(memoryOf(env.DB), joiner, { passwordHash: null, now: MONDAY_10 });
	if ("refused" in added) throw new Error(added.refused);
	return staffId;
}

async function plantAccount(nodeId: string): Promise<void> {
	const facts = { nodeId, name: "大屏", scopes: ["status.read" as const], expiresAt: MONDAY_10 };
	const accountId = `a-${nodeId.replace(".", "-")}`;
	const added = await addAccount(memoryOf(env.DB), { accountId, ...facts }, { staffId: "somebody", now: 1 });
	if ("refused" in added) throw new Error(added.refused);
}

/** Every place of the tree beside the nodes that it holds, written by hand. */
export function placesOf(nodes: Tree): readonly (readonly [place: Place, holds: readonly string[]])[] {
	const { one, two, east, west, north, east1, east2, west1, own, north1 } = nodes;
	const subBranch = (nodeId: string, ...branchIds: string[]): Place => ({ kind: "sub-branch", nodeId, branchIds });
	const branch = (branchId: string): Place => ({ kind: "branch", branchId });
	return [
		[{ kind: "bank" }, Object.values(nodes)],
		[{ kind: "region", region: one }, [one, east, west, east1, east2, west1, own]],
		[{ kind: "region", region: two }, [two, north, north1]],
		[subBranch(east, east1, east2), [east, east1, east2]],
		[subBranch(west, west1), [west, west1]],
		[subBranch(north, north1), [north, north1]],
		[branch(east1), [east1]],
		[branch(east2), [east2]],
		[branch(west1), [west1]],
		[branch(own), [own]],
		[branch(north1), [north1]],
	];
}

export function nameOf(place: Place): string {
	return Object.values(place).slice(0, 2).join(" ");
}

export function somebodyAt(place: Place, role: Role): HolderActor {
	return { kind: "staff", role, staffId: `${role}-1`, place };
}
