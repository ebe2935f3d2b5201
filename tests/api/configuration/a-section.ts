import { env } from "cloudflare:workers";
import type { HolderActor } from "../../../schema/actor.ts";
import type { SectionVersion } from "../../../schema/configuration/version.ts";
import type { Output } from "../../../schema/endpoint/api.ts";
import { rememberBranch } from "../../../worker/records/bank/branch.ts";
import { addNode } from "../../../worker/records/bank/institution.ts";
import { memoryOf } from "../../../worker/records/memory.ts";
import { configurationOf, HEAD_OFFICE, MONDAY_10, newCommandId } from "../../branch/a-branch.ts";
import { bearer, call } from "../callers.ts";

type Answered<Value> = { readonly status: number; readonly body: Value };

/** A region of its own with a working branch in it, which the bank's memory knows. */
export async function aRegion(branches = 1) {
	const region = `c${crypto.randomUUID().replaceAll("-", "").slice(0, 8)}`;
	const memory = memoryOf(env.DB);
	const name = { zh: "分行", en: "Region" };
	await addNode(memory, { nodeId: region, parentId: "bank", name });
	const made = [];
	for (let at = 0; at < branches; at++) {
		const branchId = `${region}-b${at}`;
		await addNode(memory, { nodeId: branchId, parentId: region, name });
		made.push(await branchNamed(branchId));
	}
	return { region, branches: made };
}

/** Rows of branches, named by `prefix` and a number, that nobody asks anything but whether they have heard. */
export async function plantBranches(prefix: string, region: string, count: number): Promise<void> {
	await env.DB.prepare(
		`insert into branches (branch_id, region, kind, name_zh, name_en, region_name_zh, region_name_en, epoch, seq)
		with recursive n (i) as (select 0 union all select i + 1 from n where i < ${count - 1})
		select '${prefix}' || printf('%06d', i), '${region}', 'standard', 'x', 'x', 'x', 'x', 1, 1 from n`,
	).run();
}

async function branchNamed(branchId: string) {
	const configuration = configurationOf(branchId);
	const stub = () => env.BRANCH.getByName(branchId);
	await stub().setClock({ kind: "virtual", at: MONDAY_10, speed: 0 });
	await stub().execute({ commandId: newCommandId(), command: { type: "configure", configuration } }, HEAD_OFFICE);
	await rememberBranch(memoryOf(env.DB), configuration, { epoch: 1, seq: 1 });
	return { branchId, stub, configuration: async () => (await stub().configuration()) ?? configuration };
}

export function operator(staffId: string): HolderActor {
	return { kind: "staff", role: "head-office-operator", staffId, place: { kind: "bank" } };
}

export const DRAFTER = operator("drafter");
export const SECOND = operator("second");

/** One call of the configuration's endpoints. */
export async function ask<
	Value = { readonly version: SectionVersion; readonly code?: string; readonly detail?: string },
>(
	actor: HolderActor,
	method: string,
	path: string,
	{
		body,
		version,
		commandId,
	}: { readonly body?: unknown; readonly version?: number; readonly commandId?: string } = {},
): Promise<Answered<Value>> {
	const headers = {
		...(await bearer(actor)),
		...(version === undefined ? {} : { "If-Match": String(version) }),
		...(commandId === undefined ? {} : { "Idempotency-Key": commandId }),
	};
	const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
	const response = await call(`/configuration/${path}`, init);
	return { status: response.status, body: await response.json<Value>() };
}

/** What holds of a section at a place, as the console shows it. */
export async function heldAt(nodeId: string, section: string): Promise<Output<"sectionAt">> {
	return (await ask<Output<"sectionAt">>(DRAFTER, "GET", `${nodeId}/sections/${section}`)).body;
}

type Wish = {
	readonly nodeId: string;
	readonly section: string;
	readonly change: (value: never) => object;
	readonly locked?: readonly string[];
};

/** A draft of a section at a place, made from what holds there. */
export async function drafted({ nodeId, section, change, locked = [] }: Wish, by = DRAFTER) {
	const { value, newest } = await heldAt(nodeId, section);
	const body = { value: change(value as never), locked, note: "一次改动", basedOn: newest };
	const commandId = `draft-${crypto.randomUUID()}`;
	return ask(by, "POST", `${nodeId}/sections/${section}/versions`, { body, commandId });
}

/** Drafts, checks and has a second person approve. */
export async function approvedVersion(wish: Wish): Promise<SectionVersion> {
	let { version } = (await drafted(wish)).body;
	const path = `${wish.nodeId}/versions/${version.versionId}`;
	while (!version.check.done) version = (await ask(DRAFTER, "POST", `${path}/check`)).body.version;
	return (await ask(SECOND, "POST", `${path}/approve`, { version: version.version })).body.version;
}

export async function publish(version: SectionVersion, reach: object = { kind: "all" }, more: object = {}) {
	const path = `${version.nodeId}/versions/${version.versionId}/publish`;
	return (await ask(SECOND, "POST", path, { version: version.version, body: { reach, ...more } })).body.version;
}

/** From draft to every branch of the place. */
export async function publishedVersion(wish: Wish): Promise<SectionVersion> {
	return publish(await approvedVersion(wish));
}

export async function takeBack(version: SectionVersion) {
	const path = `${version.nodeId}/versions/${version.versionId}/take-back`;
	return ask(SECOND, "POST", path, { version: version.version, body: { reason: "不合适" } });
}
