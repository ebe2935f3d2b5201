import { env } from "cloudflare:workers";
import { newDataKey } from "../../worker/privacy/data-key.ts";
import { sealText } from "../../worker/privacy/envelope.ts";
import { aVault } from "../privacy/a-vault.ts";
import { evict, MONDAY, MONDAY_10 } from "./a-branch.ts";
import { inside } from "./storage.ts";

/** Column and value of a row of the table in which records were before they were cases. */
export type RowOfBefore = Readonly<Record<string, string | number | null>>;

let made = 0;

/** A record as code of before made one, sealed for the place it stood at; `more` is what became of it. */
export async function sealedBefore(branchId: string, name: string, more: RowOfBefore = {}) {
	made += 1;
	const referralId = `r${String(made).padStart(24, "0")}`;
	const vault = await aVault();
	const subject = { retention: "referral", branchId, subject: referralId } as const;
	const { key, stored } = await newDataKey(vault, subject, Date.now());
	const place = (column: string) => ({ branchId, table: "referrals", column, row: referralId });
	const contact = JSON.stringify({ kind: "phone", value: "13812345678" });
	const row: RowOfBefore = {
		...{ referral_id: referralId, branch_id: branchId, business_day: MONDAY, recorded_at: MONDAY_10 - made },
		...{ status: "offered", reason_code: "large-cash", staff_id: "li-na", role: "lobby-manager" },
		...{ manager_id: null, ticket_id: null, customer_reference: "C-7000-0009", key_id: stored.keyId },
		sealed_name: await sealText(key, place("name"), name),
		sealed_contact: await sealText(key, place("contact"), contact),
		sealed_best_contact_time: await sealText(key, place("bestContactTime"), "工作日下午"),
		...{ contact_kind: "phone", contact_index: `of-before-${branchId}`, consent: "given", consent_how: "spoken" },
		...{ consent_at: MONDAY_10, version: 1, ...more },
	};
	return { referralId, caseId: `${branchId}_${referralId.slice(1)}`, row, key: stored };
}
export type SealedBefore = Awaited<ReturnType<typeof sealedBefore>>;

/** Puts a record into D1 as code of before did. */
export async function remembered({ row, key }: SealedBefore): Promise<void> {
	await env.DB.batch([insert("data_keys", snake(key)), insert("referrals", row)]);
}

/** As it waited in a branch, or rested there once it was delivered. */
export function entryOf({ referralId, row, key }: SealedBefore): string {
	return JSON.stringify({
		...{ referralId, branchId: row.branch_id, key },
		values: { name: row.sealed_name, contact: row.sealed_contact, bestContactTime: row.sealed_best_contact_time },
		...{ numberKind: null, contactKind: "phone", numberIndex: null, contactIndex: row.contact_index },
		...{ customerReference: row.customer_reference, consent: { status: "given", how: "spoken", at: MONDAY_10 } },
		...{ businessDay: MONDAY, recordedAt: row.recorded_at, status: "offered", reasonCode: "large-cash" },
		...{ staffId: "li-na", role: "lobby-manager", managerId: null, ticketId: null },
	});
}

/** Makes a branch's storage what it was before records were cases, with what waits and what rests there, and ends the object. */
export async function setBefore(
	branchId: string,
	{ waiting, delivered }: { readonly waiting: readonly SealedBefore[]; readonly delivered: readonly SealedBefore[] },
): Promise<void> {
	await inside(branchId, (_, { sql }) => {
		sql.exec("CREATE TABLE outbox (seq INTEGER PRIMARY KEY, body TEXT NOT NULL)");
		sql.exec("DROP TABLE section");
		sql.exec("DELETE FROM migration WHERE id >= 5");
		sql.exec("DELETE FROM memo WHERE id = 6");
		for (const [index, each] of waiting.entries()) {
			sql.exec("INSERT INTO outbox (seq, body) VALUES (?, ?)", 100 + index, entryOf(each));
		}
		for (const [index, each] of delivered.entries()) {
			const values = [50 + index, Date.now(), each.referralId, entryOf(each)];
			sql.exec("INSERT INTO delivered (seq, at, referral_id, body) VALUES (?, ?, ?, ?)", ...values);
		}
	});
	await evict(branchId);
}

function snake(values: object): RowOfBefore {
	const named = Object.entries(values).map(([name, value]) => [
		name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
		value,
	]);
	return Object.fromEntries(named);
}

function insert(table: string, row: RowOfBefore): D1PreparedStatement {
	const columns = Object.keys(row);
	const query = `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`;
	return env.DB.prepare(query).bind(...Object.values(row));
}
