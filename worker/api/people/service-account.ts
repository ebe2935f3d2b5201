import type { GivenSecret, ServiceAccount } from "../../../schema/people/service-account.ts";
import type { Env } from "../../platform/env.ts";
import { memoryOf } from "../../records/memory.ts";
import {
	actorOfAccount,
	addAccount,
	findAccount,
	listAccounts,
	noteRevoked,
	noteRotated,
} from "../../records/people/service-account.ts";
import { placesWith } from "../door/granters.ts";
import { holderOf } from "../door/holder-stub.ts";
import { type Handler, Refused } from "../door/serve.ts";
import { pageOf, startOf } from "../hall/branch.ts";
import { staffIdOf } from "./staff-id-of.ts";

const DAY_MS = 86_400_000;

export const serviceAccounts: Handler<"serviceAccounts"> = async ({ env, caller, query }) => {
	const start = startOf(query.cursor, 1);
	if (start instanceof Refused) return start;
	const page = { limit: query.limit + 1, after: start?.[0] ?? null };
	const rows = await listAccounts(memoryOf(env.DB), placesWith("service-account.read", caller), page);
	return pageOf(rows, query.limit, (row) => [row.accountId]);
};

/** Listed first: should its object not be reached, the list shows an account without a secret, which can be given one. */
export const addServiceAccount: Handler<"addServiceAccount"> = async ({ env, actor, params, body, now }) => {
	const { accountId, name, lastsDays } = body;
	const scopes = [...new Set(body.scopes)];
	const fresh = { ...params, accountId, name, scopes, expiresAt: now + lastsDays * DAY_MS };
	const added = await addAccount(memoryOf(env.DB), fresh, { staffId: staffIdOf(actor), now });
	return "refused" in added ? new Refused(added.refused) : withSecret(env, added);
};

export const rotateServiceSecret: Handler<"rotateServiceSecret"> = async ({ env, actor, params, body, now }) => {
	const by = { staffId: staffIdOf(actor), now, expiresAt: now + body.lastsDays * DAY_MS };
	const rotated = await noteRotated(memoryOf(env.DB), params, by);
	return rotated === null ? new Refused("unknown-service-account") : withSecret(env, rotated);
};

/** Its secrets go first: should the list not be reached afterwards, the program is out all the same, and asking again helps. */
export const revokeServiceAccount: Handler<"revokeServiceAccount"> = async ({ env, actor, params, now }) => {
	const memory = memoryOf(env.DB);
	const [account, service] = await Promise.all([findAccount(memory, params), actorOfAccount(memory, params.accountId)]);
	if (account === null || service === null) return new Refused("unknown-service-account");
	await holderOf(env, "service", params.accountId).retireService(service);
	const revoked = await noteRevoked(memory, params, { staffId: staffIdOf(actor), now });
	return revoked ?? (await findAccount(memory, params)) ?? new Refused("unknown-service-account");
};

async function withSecret(env: Env, account: ServiceAccount): Promise<GivenSecret | Refused> {
	const actor = await actorOfAccount(memoryOf(env.DB), account.accountId);
	if (actor === null) return new Refused("unknown-service-account");
	const given = await holderOf(env, "service", account.accountId).giveSecret({ actor, endsAt: account.expiresAt });
	// Somebody else has just revoked it.
	if (given === null) return new Refused("unknown-service-account");
	return { account, secret: given.token, oldUntil: given.oldUntil };
}
