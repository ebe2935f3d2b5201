import type { HolderActor } from "../../../schema/actor.ts";
import { SEARCHES_PER_HOUR_MAX, SHOWS_PER_HOUR_MAX } from "../../../schema/limits.ts";
import { caseOfKey } from "../../domain/case/case-place.ts";
import type { Env } from "../../platform/env.ts";
import { rewrap } from "../../privacy/data-key.ts";
import { type Vault, vaultOf } from "../../privacy/vault.ts";
import { countKeysToRewrap, keysToRewrap, type LivingKey, replaceWrapping } from "../../records/case/data-key.ts";
import { countDisclosure, type DisclosureKind } from "../../records/case/disclosure.ts";
import { type Memory, memoryOf } from "../../records/memory.ts";
import { askBranch } from "../door/branch-stub.ts";
import { type Handler, Refused } from "../door/serve.ts";
import { orNotReady } from "../door/unavailable.ts";

/** How much of each kind one person may do within an hour. */
const ALLOWANCES = { show: SHOWS_PER_HOUR_MAX, search: SEARCHES_PER_HOUR_MAX } as const;

export const rotateKeys: Handler<"rotateKeys"> = ({ env, body }) =>
	orNotReady(async () => {
		const memory = memoryOf(env.DB);
		const vault = await vaultOf(env);
		if (vault === null) return new Refused("not-ready");
		const old = await keysToRewrap(memory, vault.currentId, body.limit);
		const rewrapped = await rewrapAll(env, vault, old);
		return { rewrapped, left: await countKeysToRewrap(memory, vault.currentId) };
	});

/** Branches first, D1 last: D1's rows are the list of what is left to do, so the keys of a branch that did not answer are tried again. */
async function rewrapAll(env: Env, vault: Vault, old: readonly LivingKey[]): Promise<number> {
	const fresh = await Promise.all(
		old.map(async (key) => ({ key, caseId: caseOfKey(key), wrapping: await rewrap(vault, key) })),
	);
	const ofCases = Map.groupBy(
		fresh.flatMap(({ key, caseId, wrapping }) =>
			caseId === null ? [] : [{ ...wrapping, caseId, branchId: key.branchId }],
		),
		({ branchId }) => branchId,
	);
	const unreachable = new Set<string>();
	for (const [branchId, each] of ofCases) {
		const cases = each.map(({ branchId: _, ...wrapping }) => wrapping);
		const answer = await askBranch(env, branchId, async (branch) => branch.rewrapCases(cases));
		if (answer instanceof Refused) unreachable.add(branchId);
	}
	const reached = fresh.filter(({ key, caseId }) => caseId === null || !unreachable.has(key.branchId));
	for (const { key, wrapping } of reached) await replaceWrapping(memoryOf(env.DB), key, wrapping);
	return reached.length;
}

/** Counts one disclosure to this person; a refusal when the hour's allowance is used up. */
export async function countOrRefuse(
	memory: Memory,
	actor: HolderActor | null,
	kind: Exclude<DisclosureKind, "recognise">,
	now: number,
): Promise<Refused | null> {
	if (actor?.kind !== "staff") return new Refused("not-permitted");
	const allowed = await countDisclosure(memory, { staffId: actor.staffId, kind, max: ALLOWANCES[kind] }, now);
	return allowed ? null : new Refused("too-many-shows");
}
