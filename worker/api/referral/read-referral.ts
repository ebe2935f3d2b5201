import { definitionOf } from "../../../rules/case/kinds.ts";
import { anyHolds } from "../../../rules/holding.ts";
import type { StoredCase } from "../../../schema/customer/case.ts";
import type { ReferralRow } from "../../../schema/customer/referral.ts";
import type { Bilingual } from "../../../schema/ids.ts";
import { caseIdOfRow } from "../../domain/case/case-place.ts";
import { EnvelopeError } from "../../privacy/envelope.ts";
import { closedReferral, maskedReferral } from "../../privacy/masked-referral.ts";
import { type Vault, vaultOf } from "../../privacy/vault.ts";
import { listReferrals, type Seen } from "../../records/case/referral.ts";
import { memoryOf } from "../../records/memory.ts";
import { staffNames } from "../../records/people/staff-name.ts";
import { actorsOf, readersOf, storedCase } from "../case/stored-case.ts";
import { askBranch } from "../door/branch-stub.ts";
import { inTime } from "../door/in-time.ts";
import { type Call, type Handler, Refused } from "../door/serve.ts";
import { orNotReady } from "../door/unavailable.ts";
import { pageOf, startOf } from "../hall/branch.ts";
import { staffIdOf } from "../people/staff-id-of.ts";

/** A record is read without D1 too, and then without the names of its staff. */
const NAMES_MAX_MS = 1_000;
const BRING_MAX_MS = 3_000;

export const referrals: Handler<"referrals"> = async ({ env, caller, params, query }) => {
	const start = startOf(query.cursor, 2);
	if (start instanceof Refused) return start;
	const [at, caseId = ""] = start ?? [];
	const openedAt = Number(at);
	if (at !== undefined && !Number.isSafeInteger(openedAt)) return new Refused("invalid-input");
	const { branchId } = params;
	const { from, to, status, limit } = query;
	const seen = seenBy(caller, branchId);
	const mine = query.mine === "true" ? (seen.staffId ?? "") : undefined;
	const flags = { unsigned: flagOf(query.unsigned), incomplete: flagOf(query.incomplete) };
	const after = at === undefined ? null : { openedAt, caseId };
	return orNotReady(async () => {
		await bringCases(env, branchId);
		const filter = { from, to, status, mine, ...flags, seen };
		const found = await listReferrals(memoryOf(env.DB), branchId, filter, { limit: limit + 1, after });
		const page = pageOf(found, limit, (each) => [String(each.openedAt), each.caseId]);
		const rows = await maskedRows(env, page.rows);
		return rows instanceof Refused ? rows : { ...page, rows };
	});
};

/** D1 gets what waits in the branch, so that a list has what was just recorded; a list need not wait for all of it. */
export async function bringCases(env: Call<"referrals">["env"], branchId: string): Promise<void> {
	await inTime(
		BRING_MAX_MS,
		askBranch(env, branchId, async (branch) => branch.bringCases()),
	);
}

/** A flag of a URL; undefined when it was not given. */
function flagOf(flag: "true" | "false" | undefined): boolean | undefined {
	return flag === undefined ? undefined : flag === "true";
}

/** What of a branch's records somebody may read. */
function seenBy(caller: Call<"referrals">["caller"], branchId: string): Seen {
	const actors = actorsOf(caller);
	return {
		all: anyHolds(actors, definitionOf("referral").rights.read, branchId),
		free: anyHolds(actors, "referral.sign", branchId),
		staffId: actors.flatMap((each) => staffIdOf(each) ?? [])[0] ?? null,
	};
}

/** A list whose values do not all open goes on without those. */
export async function maskedRows(env: Call<"referrals">["env"], found: readonly StoredCase[]) {
	const vault = await vaultOf(env);
	if (vault === null) return new Refused("not-ready");
	const names = await namesFor(env, found);
	return Promise.all(found.map((each) => openedOrClosed(vault, each, names)));
}

async function openedOrClosed(vault: Vault, stored: StoredCase, names: Awaited<ReturnType<typeof namesFor>>) {
	try {
		return await maskedReferral(vault, stored, names);
	} catch (error) {
		if (!(error instanceof EnvelopeError)) throw error;
		console.error(JSON.stringify({ message: "a record does not open", caseId: stored.caseId, error: error.message }));
		return closedReferral(stored, names);
	}
}

/** What the staff on records are called; nobody while D1 does not say at once. */
export async function namesFor(env: Call<"referrals">["env"], found: readonly StoredCase[]) {
	const ids = found.flatMap(({ ownerId, facts }) => [ownerId, String(facts.staffId), String(facts.signedBy)]);
	const named = staffNames(memoryOf(env.DB), ids).catch(() => null);
	return (await inTime(NAMES_MAX_MS, named)) ?? new Map<string, Bilingual>();
}

/** Read from its branch while it is open, D1 away or not. */
export const referral: Handler<"referral"> = async (call) => {
	const stored = await readable(call);
	return stored instanceof Refused ? stored : rowOf(call.env, stored);
};

type OfOne = Pick<Call<"referral">, "env" | "caller" | "params">;

/** A record, masked, with what the staff on it are called. */
export async function rowOf(env: OfOne["env"], stored: StoredCase): Promise<ReferralRow | Refused> {
	const vault = await vaultOf(env);
	const names = await namesFor(env, [stored]);
	try {
		return vault === null ? new Refused("not-ready") : await maskedReferral(vault, stored, names);
	} catch (error) {
		if (!(error instanceof EnvelopeError)) throw error;
		console.error(JSON.stringify({ message: "a record does not open", caseId: stored.caseId, error: error.message }));
		return new Refused("not-ready");
	}
}

/** A record that the caller may read; to everybody else there is none. */
export async function readable({ env, caller, params }: OfOne): Promise<StoredCase | Refused> {
	const { branchId, referralId } = params;
	const stored = await storedCase(env, branchId, caseIdOfRow({ kind: "referral", branchId }, referralId));
	if (stored instanceof Refused) return stored;
	const isFound = stored !== null && stored.kind === "referral" && readersOf(caller, stored).length > 0;
	return isFound ? stored : new Refused("unknown-referral");
}

/** A refusal of the case behind a record, as it is called at this door. */
export function inReferralWords(refused: Refused): Refused {
	switch (refused.code) {
		case "unknown-case":
			return new Refused("unknown-referral", refused.more);
		case "case-erased":
			return new Refused("referral-erased", refused.more);
		default:
			return refused;
	}
}
