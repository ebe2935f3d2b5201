import type { HolderActor } from "../../schema/actor.ts";
import { PERSON_RECORDS_MAX, SEARCHES_PER_HOUR_MAX, SHOWN_FOR_MS, SHOWS_PER_HOUR_MAX } from "../../schema/limits.ts";
import { type PersonQuery, ReferralField } from "../../schema/referral.ts";
import { bareNumber } from "../../schema/written-number.ts";
import type { Env } from "../env.ts";
import { blindIndexes } from "../privacy/blind-index.ts";
import { caseOfKey, rewrap, unwrap } from "../privacy/data-key.ts";
import { maskedReferral } from "../privacy/masked-referral.ts";
import { openValues } from "../privacy/referral-values.ts";
import { type Vault, vaultOf } from "../privacy/vault.ts";
import { countKeysToRewrap, destroyKey, keysToRewrap, type LivingKey, replaceWrapping } from "../records/data-key.ts";
import { countDisclosure, type DisclosureKind } from "../records/disclosure.ts";
import { type Memory, memoryOf } from "../records/memory.ts";
import { blankReferral, findPerson, findReferral, type PersonKey } from "../records/referral.ts";
import { askBranch } from "./branch-stub.ts";
import { maskedRows } from "./referral.ts";
import { type Handler, Refused } from "./serve.ts";
import { orNotReady } from "./unavailable.ts";

/** How much of each kind one person may do within an hour. */
const ALLOWANCES = { show: SHOWS_PER_HOUR_MAX, search: SEARCHES_PER_HOUR_MAX } as const;

export const showReferral: Handler<"showReferral"> = ({ env, actor, params, body, now }) =>
	orNotReady(async () => {
		const memory = memoryOf(env.DB);
		const vault = await vaultOf(env);
		if (vault === null) return new Refused("not-ready");
		const found = await findReferral(memory, params.branchId, params.referralId);
		if (found === null) return new Refused("unknown-referral");
		if (found.key === null) return new Refused("referral-erased");
		const denied = await deny(memory, actor, "show", now);
		if (denied !== null) return denied;
		const values = await openValues(await unwrap(vault, found.key), found.row, body.fields);
		return { referralId: params.referralId, values, hideAt: now + SHOWN_FOR_MS };
	});

export const searchReferrals: Handler<"searchReferrals"> = ({ env, actor, params, body, now }) =>
	orNotReady(async () => {
		const memory = memoryOf(env.DB);
		const vault = await vaultOf(env);
		if (vault === null) return new Refused("not-ready");
		const denied = await deny(memory, actor, "search", now);
		if (denied !== null) return denied;
		const found = await findPerson(memory, params.branchId, await keyOf(vault, body), PERSON_RECORDS_MAX);
		const rows = await maskedRows(vault, found);
		return rows instanceof Refused ? rows : { rows };
	});

export const exportPerson: Handler<"exportPerson"> = ({ env, actor, params, body, now }) =>
	orNotReady(async () => {
		const memory = memoryOf(env.DB);
		const vault = await vaultOf(env);
		if (vault === null) return new Refused("not-ready");
		const denied = await deny(memory, actor, "show", now);
		if (denied !== null) return denied;
		const found = await findPerson(memory, params.nodeId, await keyOf(vault, body), PERSON_RECORDS_MAX + 1);
		const referrals = found.slice(0, PERSON_RECORDS_MAX).map(async (stored) => ({
			record: await maskedReferral(vault, stored),
			values:
				stored.key === null ? {} : await openValues(await unwrap(vault, stored.key), stored.row, ReferralField.options),
		}));
		return { madeAt: now, cut: found.length > PERSON_RECORDS_MAX, referrals: await Promise.all(referrals) };
	});

export const eraseReferral: Handler<"eraseReferral"> = ({ env, params, now }) =>
	orNotReady(async () => {
		const memory = memoryOf(env.DB);
		const found = await findReferral(memory, params.branchId, params.referralId);
		if (found === null) return new Refused("unknown-referral");
		// Before the key goes: after it nobody would know that a copy is left.
		const forgotten = await askBranch(env, params.branchId, async (branch) => branch.forgetReferral(params.referralId));
		if (forgotten instanceof Refused) return forgotten;
		await memory.batch([destroyKey(memory, found.row.keyId, now), blankReferral(memory, params.referralId, now)]);
		return { done: true as const };
	});

export const rotateKeys: Handler<"rotateKeys"> = ({ env, body }) =>
	orNotReady(async () => {
		const memory = memoryOf(env.DB);
		const vault = await vaultOf(env);
		if (vault === null) return new Refused("not-ready");
		const old = await keysToRewrap(memory, vault.currentId, body.limit);
		const rewrapped = await rewrapAll(env, vault, old);
		return { rewrapped, left: await countKeysToRewrap(memory, vault.currentId) };
	});

/** First in the branches, whose rows of cases hold a copy of the key, then in D1. A branch that does not answer keeps its keys waiting. */
async function rewrapAll(env: Env, vault: Vault, old: readonly LivingKey[]): Promise<number> {
	const fresh = await Promise.all(old.map(async (key) => ({ key, wrapping: await rewrap(vault, key) })));
	const ofCases = Map.groupBy(
		fresh.filter(({ key }) => key.retention === "case"),
		({ key }) => key.branchId,
	);
	const silent = new Set<string>();
	for (const [branchId, each] of ofCases) {
		const cases = each.map(({ key, wrapping }) => ({ caseId: caseOfKey(key), ...wrapping }));
		const told = await askBranch(env, branchId, async (branch) => branch.rewrapCases(cases));
		if (told instanceof Refused) silent.add(branchId);
	}
	const reached = fresh.filter(({ key }) => key.retention !== "case" || !silent.has(key.branchId));
	for (const { key, wrapping } of reached) await replaceWrapping(memoryOf(env.DB), key, wrapping);
	return reached.length;
}

/** Null when the caller's hour has room to be shown one more. */
export function denyShowing(memory: Memory, actor: HolderActor | null, now: number): Promise<Refused | null> {
	return deny(memory, actor, "show", now);
}

/** Null when the hour has room for one more. */
async function deny(
	memory: Memory,
	actor: HolderActor | null,
	kind: Exclude<DisclosureKind, "recognise">,
	now: number,
): Promise<Refused | null> {
	if (actor?.kind !== "staff") return new Refused("not-permitted");
	const allowed = await countDisclosure(memory, { staffId: actor.staffId, kind, max: ALLOWANCES[kind] }, now);
	return allowed ? null : new Refused("too-many-shows");
}

async function keyOf(vault: Vault, { by, value }: PersonQuery): Promise<PersonKey> {
	if (by === "reference") return { column: "customerReference", reference: bareNumber(value) };
	const hashes = await blindIndexes(vault, by, value);
	return { column: by === "phone" ? "contactIndex" : "numberIndex", hashes };
}
