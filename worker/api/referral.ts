import type { ReferralBody, ReferralRow } from "../../schema/referral.ts";
import type { RecordReferral, SealedReferral } from "../../schema/sealed-referral.ts";
import { REASON_CODES } from "../../schema/shipped-reason-codes.ts";
import { keyedHash } from "../privacy/blind-index.ts";
import { newDataKey } from "../privacy/data-key.ts";
import { EnvelopeError } from "../privacy/envelope.ts";
import { closedReferral, maskedReferral } from "../privacy/masked-referral.ts";
import { indexesOf, sealValues, valuesOf } from "../privacy/referral-values.ts";
import { type Vault, vaultOf } from "../privacy/vault.ts";
import { memoryOf } from "../records/memory.ts";
import { findReferral, listReferrals, type StoredReferral } from "../records/referral.ts";
import { pageOf, startOf } from "./branch.ts";
import { askBranch } from "./branch-stub.ts";
import { type Handler, Refused } from "./serve.ts";
import { orNotReady } from "./unavailable.ts";

const ID_BYTES = 12;

/** Sealed here, decided and remembered by the branch, brought to the bank's memory whenever that answers. */
export const createReferral: Handler<"createReferral"> = async ({ env, actor, params, body, commandId, now }) => {
	if (!isReasonCode(body.reasonCode)) return new Refused("unknown-reason-code", { detail: body.reasonCode });
	const vault = await vaultOf(env);
	if (vault === null || actor === null) return new Refused("not-ready");
	const sealed = await sealedReferral(vault, params.branchId, body, now);
	const request = { commandId, command: await commandOf(vault, body) };
	const answer = await askBranch(env, params.branchId, async (branch) => branch.recordReferral(request, sealed, actor));
	if (answer instanceof Refused) return answer;
	if (answer.status === "refused") return new Refused(answer.code, { ...(answer.detail && { detail: answer.detail }) });
	return answer.referralId === undefined ? new Refused("command-id-reused") : { referralId: answer.referralId };
};

export function isReasonCode(id: string): boolean {
	return REASON_CODES.some((code) => code.id === id);
}

async function sealedReferral(
	vault: Vault,
	branchId: string,
	body: ReferralBody,
	now: number,
): Promise<SealedReferral> {
	const referralId = newReferralId();
	const { key, stored } = await newDataKey(vault, { retention: "referral", branchId, subject: referralId }, now);
	const values = valuesOf(body);
	const sealed = await sealValues(key, { branchId, referralId }, values);
	const { status, how } = body.consent ?? { status: "not-asked" as const };
	return {
		referralId,
		branchId,
		key: stored,
		// A new record has nothing to take away, so nothing here is null.
		values: sealed as SealedReferral["values"],
		numberKind: null,
		contactKind: null,
		numberIndex: null,
		contactIndex: null,
		...(await indexesOf(vault, values)),
		customerReference: body.customerReference ?? null,
		consent: { status, how: how ?? null, at: status === "not-asked" ? null : now },
	};
}

async function commandOf(vault: Vault, body: ReferralBody): Promise<RecordReferral> {
	const { status, reasonCode, identifiedBy, managerId, ticketId } = body;
	const values = valuesOf(body);
	return {
		type: "record-referral",
		status,
		reasonCode,
		...(identifiedBy === undefined ? {} : { identifiedBy }),
		...(managerId === undefined ? {} : { managerId }),
		...(ticketId === undefined ? {} : { ticketId }),
		holds: Object.entries(values).flatMap(([field, value]) =>
			value === undefined ? [] : [field as keyof typeof values],
		),
		hasReference: body.customerReference !== undefined,
		content: await keyedHash(vault, "content", JSON.stringify(body)),
	};
}

function newReferralId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES));
	return `r${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

export const referrals: Handler<"referrals"> = async ({ env, actor, params, query }) => {
	const start = startOf(query.cursor, 2);
	if (start instanceof Refused) return start;
	const [at, referralId] = start ?? [];
	const recordedAt = Number(at);
	if (at !== undefined && !Number.isSafeInteger(recordedAt)) return new Refused("invalid-input");
	const { from, to, status, limit } = query;
	const filter = {
		from,
		to,
		status,
		unsigned: flagOf(query.unsigned),
		incomplete: flagOf(query.incomplete),
		mine: query.mine === "true" && actor?.kind === "staff" ? actor.staffId : undefined,
	};
	const after = referralId === undefined ? null : { recordedAt, referralId };
	return orNotReady(async () => {
		const stored = await listReferrals(memoryOf(env.DB), params.branchId, filter, { limit: limit + 1, after });
		const page = pageOf(stored, limit, ({ row }) => [String(row.recordedAt), row.referralId]);
		const rows = await maskedRows(await vaultOf(env), page.rows);
		return rows instanceof Refused ? rows : { ...page, rows };
	});
};

/** A flag of a URL; undefined when it was not given. */
function flagOf(flag: "true" | "false" | undefined): boolean | undefined {
	return flag === undefined ? undefined : flag === "true";
}

export async function maskedRows(
	vault: Vault | null,
	stored: readonly StoredReferral[],
): Promise<ReferralRow[] | Refused> {
	if (vault === null) return new Refused("not-ready");
	return Promise.all(
		stored.map(async (each) => {
			try {
				return await maskedReferral(vault, each);
			} catch (error) {
				if (!(error instanceof EnvelopeError)) throw error;
				const { referralId } = each.row;
				console.error(JSON.stringify({ message: "a record does not open", referralId, error: error.message }));
				return closedReferral(each);
			}
		}),
	);
}

export const referral: Handler<"referral"> = ({ env, params }) =>
	orNotReady(async () => {
		const found = await findReferral(memoryOf(env.DB), params.branchId, params.referralId);
		const vault = await vaultOf(env);
		if (vault === null) return new Refused("not-ready");
		return found === null ? new Refused("unknown-referral") : maskedReferral(vault, found);
	});
