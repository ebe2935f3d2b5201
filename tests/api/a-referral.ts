import { env } from "cloudflare:workers";
import type { HolderActor } from "../../schema/actor.ts";
import type { CaseDone } from "../../schema/customer/case.ts";
import type { Output } from "../../schema/endpoint/api.ts";
import { createApp } from "../../worker/api/app.ts";
import { findCase } from "../../worker/records/case/case.ts";
import { memoryOf } from "../../worker/records/memory.ts";
import { eventually, newCommandId } from "../branch/a-branch.ts";
import { asPromised } from "../schema/as-promised.ts";
import { bearer } from "./callers.ts";

export type Answer<Body = Record<string, unknown>> = {
	readonly status: number;
	readonly body: Body;
	readonly text: string;
};
export type Wish = {
	readonly body?: unknown;
	readonly version?: number;
	readonly commandId?: string;
	/** Other secrets than the worker's own, as after somebody has changed them. */
	readonly secrets?: object;
};

const app = createApp();
const headersOf = new Map<HolderActor, Promise<Record<string, string>>>();

/** One call of the API as this person or device, whose session is opened once. */
export async function ask<Body = Record<string, unknown>>(
	actor: HolderActor,
	method: string,
	path: string,
	{ body, version, commandId, secrets = {} }: Wish = {},
): Promise<Answer<Body>> {
	const session = headersOf.get(actor) ?? bearer(actor);
	headersOf.set(actor, session);
	const headers: Record<string, string> = {
		"Content-Type": "application/json",
		...(await session),
		...(version === undefined ? {} : { "If-Match": String(version) }),
		...(commandId === undefined ? {} : { "Idempotency-Key": commandId }),
	};
	const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
	const response = await app.request(`http://tingtang.test/api${path}`, init, { ...env, ...secrets });
	await asPromised(method, `http://tingtang.test/api${path}`, response);
	const text = await response.text();
	return { status: response.status, body: JSON.parse(text) as Body, text };
}

export const codeOf = ({ status, body }: Answer<unknown>): string =>
	status === 200 ? "done" : (body as { code: string }).code;

/** Every field that a record of an identified customer may bring. */
export const FIELDS = {
	name: "欧阳小明",
	number: { kind: "account", value: "6222021234561234" },
	contact: { kind: "phone", value: "13812345678" },
	bestContactTime: "工作日下午",
	remarks: "想了解大额存单",
} as const;

/** What a record brings beside a name and a reason, or in place of them. */
export type NewRecord = {
	readonly fields?: object;
	readonly ties?: object;
	readonly facts?: object;
	readonly stage?: string;
	readonly ownerId?: string;
};

/** Opens a case of an identified customer, by default of nothing but a name and a reason. */
export function openRecord(
	actor: HolderActor,
	branchId: string,
	{ fields, facts, ...more }: NewRecord = {},
	commandId = newCommandId(),
): Promise<Answer<CaseDone>> {
	const told = { fields: { name: "李小明", ...fields }, facts: { reasonCode: "large-cash", ...facts } };
	const body = { kind: "referral", ...told, ...more };
	return ask(actor, "POST", `/branches/${branchId}/cases`, { body, commandId });
}

/** As `openRecord`, and waits until the bank's memory has it; gives the case's id. */
export async function recorded(actor: HolderActor, branchId: string, more: NewRecord = {}): Promise<string> {
	const { status, body, text } = await openRecord(actor, branchId, more);
	if (status !== 200) throw new Error(text);
	const { caseId } = body;
	const isKnown = async () => (await findCase(memoryOf(env.DB), branchId, caseId)) !== null;
	await eventually(`D1 to know ${caseId}`, isKnown);
	return caseId;
}

/** A branch's records, open or over, the newest first. */
export function listed(
	actor: HolderActor,
	branchId: string,
	query = "",
	secrets = {},
): Promise<Answer<Output<"cases">>> {
	const path = `/nodes/${branchId}/cases?kind=referral&open=any&sort=opened&order=desc`;
	return ask(actor, "GET", query === "" ? path : `${path}&${query}`, { secrets });
}

/** The ids of what is listed, sorted, as lists are compared. */
export const listedIds = async (actor: HolderActor, branchId: string, query = ""): Promise<string[]> =>
	(await listed(actor, branchId, query)).body.rows.map(({ caseId }) => caseId).sort();
