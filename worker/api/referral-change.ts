import { type ReferralChange, type ReferralField, type ReferralRow, ReferralStatus } from "../../schema/referral.ts";
import { clashOf, isOver, missingFrom, statusAfterOutcome } from "../domain/referral.ts";
import type { Env } from "../env.ts";
import { unwrap } from "../privacy/data-key.ts";
import { maskedReferral } from "../privacy/masked-referral.ts";
import { type ClearValues, indexesOf, sealValues } from "../privacy/referral-values.ts";
import { type Vault, vaultOf } from "../privacy/vault.ts";
import { memoryOf } from "../records/memory.ts";
import {
	changeReferral as change,
	findReferral,
	type ReferralColumns,
	type StoredReferral,
} from "../records/referral.ts";
import { askBranch } from "./branch-stub.ts";
import { isReasonCode } from "./referral.ts";
import { type Call, type Handler, Refused } from "./serve.ts";
import { orNotReady } from "./unavailable.ts";

type Changing = "changeReferral" | "signReferral" | "recordOutcome";

export const changeReferral: Handler<"changeReferral"> = async (call) => {
	const { env, params, body, now } = call;
	if (body.reasonCode !== undefined && !isReasonCode(body.reasonCode)) {
		return new Refused("unknown-reason-code", { detail: body.reasonCode });
	}
	return changing(call, async (before, vault) => {
		const refusal = await refusalOf(env, params.branchId, before, body);
		if (refusal !== null) return refusal;
		const { consent, objection, name, number, contact, bestContactTime, remarks, ...plain } = body;
		const sealed = await resealed(vault, before, { name, number, contact, bestContactTime, remarks });
		return {
			...named(plain),
			...sealed,
			...(consent === undefined ? {} : { consent: consent.status, consentHow: consent.how ?? null, consentAt: now }),
			...(objection === undefined ? {} : { objectedAt: objection ? (before.row.objectedAt ?? now) : null }),
		};
	});
};

export const signReferral: Handler<"signReferral"> = (call) =>
	changing(call, async ({ row }) => {
		if (row.signedBy !== null) return new Refused("already-signed");
		if (call.actor?.kind !== "staff") return new Refused("not-permitted");
		const { staffId } = call.actor;
		const before = ReferralStatus.parse(row.status);
		const status = isOver(before) ? before : call.body.status;
		return signature(row, staffId, call.now, status);
	});

export const recordOutcome: Handler<"recordOutcome"> = (call) =>
	changing(call, async (before, vault) => {
		const { body, now } = call;
		const clash = clashOf(body);
		if (clash !== null) return new Refused("invalid-input", { errors: [{ path: "body.status", message: clash }] });
		if (body.accounts.some(({ number }) => number !== undefined)) {
			const referenceOnly = await keepsReferencesOnly(call.env, call.params.branchId);
			if (referenceOnly instanceof Refused) return referenceOnly;
			if (referenceOnly) return new Refused("reference-only");
		}
		if (call.actor?.kind !== "staff") return new Refused("not-permitted");
		const { accounts, sold } = body;
		const status = statusAfterOutcome(ReferralStatus.parse(before.row.status), body);
		// Nothing opened and nothing sold: the status says it all.
		const outcome = accounts.length + sold.length === 0 ? null : { accounts, sold };
		const confirmed =
			before.row.signedBy === null ? signature(before.row, call.actor.staffId, now, status) : { status };
		return { ...(await resealed(vault, before, { outcome })), ...confirmed, outcomeAt: now };
	});

/** Who records what came of it has met the customer: that is the confirmation too. */
function signature(row: StoredReferral["row"], staffId: string, now: number, status: ReferralStatus): ReferralColumns {
	return { status, signedBy: staffId, signedAt: now, signedStatus: status, managerId: row.managerId ?? staffId };
}

/** Reads a record in the version the caller has seen, works out what changes, and changes that unless somebody was faster. */
function changing(
	{ env, params, version }: Pick<Call<Changing>, "env" | "params" | "version">,
	columnsOf: (before: StoredReferral, vault: Vault) => Promise<ReferralColumns | Refused>,
): Promise<ReferralRow | Refused> {
	return orNotReady(async () => {
		const memory = memoryOf(env.DB);
		const vault = await vaultOf(env);
		if (vault === null) return new Refused("not-ready");
		const before = await findReferral(memory, params.branchId, params.referralId);
		if (before === null) return new Refused("unknown-referral");
		if (before.row.erasedAt !== null || before.key === null) return new Refused("referral-erased");
		if (before.row.version !== version) return new Refused("changed-since-read");
		const columns = await columnsOf(before, vault);
		if (columns instanceof Refused) return columns;
		if (!(await change(memory, params.referralId, version, columns))) return new Refused("changed-since-read");
		const after = await findReferral(memory, params.branchId, params.referralId);
		return after === null ? new Refused("unknown-referral") : maskedReferral(vault, after);
	});
}

/** New values under the record's own key, with their indexes. */
async function resealed(vault: Vault, { row, key }: StoredReferral, values: ClearValues): Promise<ReferralColumns> {
	if (key === null) return {};
	const sealed = await sealValues(await unwrap(vault, key), row, values);
	return { ...sealed, ...(await indexesOf(vault, values)) };
}

/** Without what was not named, so that it stays as it is. */
function named<Fields extends object>(fields: Fields): ReferralColumns {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** What the branch may keep of a customer is its configuration's business; null: all of this. */
async function refusalOf(
	env: Env,
	branchId: string,
	{ row }: StoredReferral,
	body: ReferralChange,
): Promise<Refused | null> {
	const { name, number, contact, customerReference } = body;
	const given: readonly ReferralField[] = [
		...(name ? (["name"] as const) : []),
		...(number ? (["number"] as const) : []),
		...(contact ? (["contact"] as const) : []),
	];
	if (given.length === 0 && customerReference === undefined) return null;
	const referenceOnly = await keepsReferencesOnly(env, branchId);
	if (referenceOnly instanceof Refused) return referenceOnly;
	const hasReference = (customerReference === undefined ? row.customerReference : customerReference) !== null;
	const kept: readonly ReferralField[] = row.name !== null && !referenceOnly ? ["name"] : [];
	const missing = missingFrom([...given, ...kept], hasReference, referenceOnly);
	return missing === null ? null : new Refused(missing);
}

async function keepsReferencesOnly(env: Env, branchId: string): Promise<boolean | Refused> {
	const configuration = await askBranch(env, branchId, async (branch) => branch.configuration());
	if (configuration instanceof Refused) return configuration;
	return configuration === null ? new Refused("branch-not-configured") : configuration.referenceOnly === true;
}
