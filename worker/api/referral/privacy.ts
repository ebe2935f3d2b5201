import { anyHolds } from "../../../rules/holding.ts";
import type { PersonQuery } from "../../../schema/customer/customer-values.ts";
import { ReferralField } from "../../../schema/customer/referral.ts";
import { PERSON_RECORDS_MAX, SHOWN_FOR_MS } from "../../../schema/limits.ts";
import { bareNumber } from "../../../schema/text/written-number.ts";
import { caseIdOfRow } from "../../domain/case/case-place.ts";
import { blindIndexes } from "../../privacy/blind-index.ts";
import { unwrap } from "../../privacy/data-key.ts";
import { maskedReferral, openValues } from "../../privacy/masked-referral.ts";
import { type Vault, vaultOf } from "../../privacy/vault.ts";
import { findPerson, type PersonKey } from "../../records/case/referral.ts";
import { memoryOf } from "../../records/memory.ts";
import { eraseAt } from "../case/erase-case.ts";
import { actorsOf, readersOf } from "../case/stored-case.ts";
import { denyShowing } from "../customer/privacy.ts";
import { type Handler, Refused } from "../door/serve.ts";
import { orNotReady } from "../door/unavailable.ts";
import { bringCases, inReferralWords, maskedRows, namesFor, readable } from "./read-referral.ts";

export const showReferral: Handler<"showReferral"> = (call) =>
	orNotReady(async () => {
		const { env, actor, params, body, now } = call;
		const vault = await vaultOf(env);
		if (vault === null) return new Refused("not-ready");
		const stored = await readable(call);
		if (stored instanceof Refused) return stored;
		if (stored.key === null) return new Refused("referral-erased");
		const denied = await denyShowing(memoryOf(env.DB), actor, "show", now);
		if (denied !== null) return denied;
		const values = await openValues(await unwrap(vault, stored.key), stored, body.fields);
		return { referralId: params.referralId, values, hideAt: now + SHOWN_FOR_MS };
	});

/** Those that the caller may read; all of them for whoever may export them. */
export const searchReferrals: Handler<"searchReferrals"> = ({ env, caller, actor, params, body, now }) =>
	orNotReady(async () => {
		const { branchId } = params;
		const vault = await vaultOf(env);
		if (vault === null) return new Refused("not-ready");
		const denied = await denyShowing(memoryOf(env.DB), actor, "search", now);
		if (denied !== null) return denied;
		await bringCases(env, branchId);
		const found = await findPerson(memoryOf(env.DB), branchId, await keyOf(vault, body), PERSON_RECORDS_MAX);
		const isAll = anyHolds(actorsOf(caller), "privacy.export", branchId);
		const rows = await maskedRows(env, isAll ? found : found.filter((each) => readersOf(caller, each).length > 0));
		return rows instanceof Refused ? rows : { rows };
	});

export const exportPerson: Handler<"exportPerson"> = ({ env, actor, params, body, now }) =>
	orNotReady(async () => {
		const memory = memoryOf(env.DB);
		const vault = await vaultOf(env);
		if (vault === null) return new Refused("not-ready");
		const denied = await denyShowing(memory, actor, "show", now);
		if (denied !== null) return denied;
		const found = await findPerson(memory, params.nodeId, await keyOf(vault, body), PERSON_RECORDS_MAX + 1);
		const names = await namesFor(env, found);
		const referrals = found.slice(0, PERSON_RECORDS_MAX).map(async (stored) => ({
			record: await maskedReferral(vault, stored, names),
			values:
				stored.key === null ? {} : await openValues(await unwrap(vault, stored.key), stored, ReferralField.options),
		}));
		return { madeAt: now, cut: found.length > PERSON_RECORDS_MAX, referrals: await Promise.all(referrals) };
	});

export const eraseReferral: Handler<"eraseReferral"> = async ({ env, actor, params, now }) => {
	const { branchId, referralId } = params;
	const done = await eraseAt(
		env,
		{ branchId, caseId: caseIdOfRow({ kind: "referral", branchId }, referralId) },
		actor,
		now,
	);
	return done instanceof Refused ? inReferralWords(done) : done;
};

async function keyOf(vault: Vault, { by, value }: PersonQuery): Promise<PersonKey> {
	if (by === "reference") return { name: "customerReference", hashes: [bareNumber(value)] };
	return { name: by === "phone" ? "contact" : "number", hashes: await blindIndexes(vault, by, value) };
}
