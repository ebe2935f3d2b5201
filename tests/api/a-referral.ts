import { env } from "cloudflare:workers";
import type { HolderActor } from "../../schema/actor.ts";
import type { ReferralBody, ReferralRow } from "../../schema/customer/referral.ts";
import { createApp } from "../../worker/api/app.ts";
import { findCase } from "../../worker/records/case/case.ts";
import { memoryOf } from "../../worker/records/memory.ts";
import { eventually } from "../branch/a-branch.ts";
import { asPromised } from "../schema/as-promised.ts";
import { bearer } from "./callers.ts";

export type Answer<Body = Record<string, unknown>> = {
	readonly status: number;
	readonly body: Body;
	readonly text: string;
};
type Wish = {
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

let made = 0;

/** Records somebody and waits until the bank's memory has it; gives the record's id. */
export async function recorded(
	actor: HolderActor,
	branchId: string,
	more: Partial<ReferralBody> = {},
): Promise<string> {
	made += 1;
	const body = { name: "李小明", reasonCode: "large-cash", ...more };
	const answer = await ask<{ referralId: string }>(actor, "POST", `/branches/${branchId}/referrals`, {
		body,
		commandId: `referral-${String(made).padStart(6, "0")}`,
	});
	if (answer.status !== 200) throw new Error(answer.text);
	const { referralId } = answer.body;
	await eventually(`D1 to know ${referralId}`, async () => (await inMemory(branchId, referralId)) !== null);
	return referralId;
}

/** The case that a record is. */
export const caseIdOf = (branchId: string, referralId: string) => `${branchId}_${referralId.slice(1)}`;

/** A record as D1 has it. */
export const inMemory = (branchId: string, referralId: string) =>
	findCase(memoryOf(env.DB), branchId, caseIdOf(branchId, referralId));

export async function rowOf(actor: HolderActor, branchId: string, referralId: string): Promise<ReferralRow> {
	return (await ask<ReferralRow>(actor, "GET", `/branches/${branchId}/referrals/${referralId}`)).body;
}
