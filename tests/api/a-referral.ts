import { env } from "cloudflare:workers";
import type { HolderActor } from "../../schema/actor.ts";
import { createApp } from "../../worker/api/app.ts";
import { findCase } from "../../worker/records/case/case.ts";
import { memoryOf } from "../../worker/records/memory.ts";
import { eventually, newCommandId } from "../branch/a-branch.ts";
import { asPromised } from "../schema/as-promised.ts";
import { bearer } from "./callers.ts";
import { type ReferralRow, recordCall } from "./record-words.ts";

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

const isOfRecord = (path: string) => /\/referrals|\/personal-data\//.test(path);

/** The address that `askRecord` goes to. */
export function addressOf(method: string, path: string, body: unknown): string {
	return isOfRecord(path) ? recordCall(method, path, body).path : path;
}

/** As `ask`, of a record in the words of its form: put to the doors of cases, and answered in those words. */
export async function askRecord<Body = Record<string, unknown>>(
	actor: HolderActor,
	method: string,
	path: string,
	wish: Wish = {},
): Promise<Answer<Body>> {
	const call = isOfRecord(path) ? recordCall(method, path, wish.body) : null;
	if (call === null) return ask(actor, method, path, wish);
	const commandId = wish.commandId ?? newCommandId();
	const answer = await ask(actor, call.method, call.path, { ...wish, body: call.body, commandId });
	if (answer.status !== 200) return answer as Answer<Body>;
	// A step answers the version; how the record then stands is read, by whoever may still read it.
	const read = call.reads === undefined ? answer : await ask(actor, "GET", call.reads);
	return {
		...answer,
		text: read.text,
		body: (read.status === 200 ? call.answer(read.body as never) : answer.body) as Body,
	};
}

export const codeOf = ({ status, body }: Answer<unknown>): string =>
	status === 200 ? "done" : (body as { code: string }).code;

let made = 0;

/** A new record, in few words. */
export type NewRecord = {
	readonly name?: string;
	readonly customerReference?: string;
	readonly reasonCode?: string;
	readonly status?: string;
	readonly identifiedBy?: string;
	readonly managerId?: string;
	readonly ticketId?: string;
	readonly number?: Known;
	readonly contact?: Known;
	readonly bestContactTime?: string;
	readonly remarks?: string;
	readonly consent?: { readonly status: string; readonly how?: string };
};
type Known = { readonly kind: string; readonly value: string };

/** Records somebody and waits until the bank's memory has it; gives the record's id. */
export async function recorded(actor: HolderActor, branchId: string, more: NewRecord = {}): Promise<string> {
	made += 1;
	const body = { name: "李小明", reasonCode: "large-cash", ...more };
	const answer = await askRecord<{ referralId: string }>(actor, "POST", `/branches/${branchId}/referrals`, {
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
	return (await askRecord<ReferralRow>(actor, "GET", `/branches/${branchId}/referrals/${referralId}`)).body;
}
