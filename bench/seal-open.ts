import { randomBytes } from "node:crypto";
import { openFields, sealFields } from "../worker/privacy/case-fields.ts";
import { newDataKey, unwrap } from "../worker/privacy/data-key.ts";
import { type Vault, vaultOf } from "../worker/privacy/vault.ts";
import { interleave, spread } from "./measure/interleave.ts";
import { BenchFailure, type Measure, measure } from "./measure/measure.ts";
import { median } from "./measure/statistics.ts";

const ROUNDS = 40;
const RECORDS_PER_SLICE = 200;
const TARGET = { of: "ratio", atMost: 6 } as const;
const AT = Date.UTC(2026, 10, 23, 2);
const VALUES = {
	name: "欧阳明",
	number: { kind: "account" as const, value: "6222021234567890123" },
	contact: { kind: "phone" as const, value: "13800138000" },
	bestContactTime: "工作日晚上七点以后",
	remarks: "对三年期大额存单感兴趣，下周再来",
};
const FIELDS = Object.keys(VALUES);

/**
 * Sealing and opening a whole record (a data key of its own made, wrapped and unwrapped, five values bound to their
 * place) beside nothing but the cipher: the same five texts encrypted and decrypted with one key.
 */
export async function sealOpen(): Promise<Measure> {
	const vault = await aVault();
	const bare = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
	const ways = { record: (index: number) => throughVault(vault, index), cipher: () => throughCipher(bare) };
	const taken = await interleave(["record", "cipher"], ROUNDS, async (way) => {
		const startedAt = performance.now();
		for (let index = 0; index < RECORDS_PER_SLICE; index++) await ways[way](index);
		return ((performance.now() - startedAt) * 1_000) / RECORDS_PER_SLICE;
	});
	return measure({
		value: median(taken.record),
		baseline: median(taken.cipher),
		unit: "us/record",
		spread: spread(taken.record, taken.cipher),
		target: TARGET,
		beside: { rounds: ROUNDS, recordsPerSlice: RECORDS_PER_SLICE, fields: FIELDS.length },
		notes: "In this process, with the platform's own cipher on both sides; one record after the other.",
	});
}

async function aVault(): Promise<Vault> {
	const key = () => randomBytes(32).toString("base64");
	const keys = JSON.stringify({ current: "k1", keys: { k1: key() } });
	const vault = await vaultOf({ KEY_ENCRYPTION_KEYS: keys, BLIND_INDEX_KEY: key() });
	if (vault === null) throw new BenchFailure("the keys made for the bench are not taken");
	return vault;
}

async function throughVault(vault: Vault, index: number): Promise<void> {
	const at = { kind: "referral", branchId: "sh-bench", caseId: `sh-bench_${index}` } as const;
	const subject = `r${index}`;
	const { key, stored } = await newDataKey(vault, { retention: "referral", branchId: at.branchId, subject }, AT);
	const fields = (await sealFields(key, at, VALUES)) as Record<string, string>;
	const opened = await openFields(await unwrap(vault, stored), { ...at, fields }, FIELDS);
	if (opened.name !== VALUES.name) throw new BenchFailure("a record did not open as it was sealed");
}

async function throughCipher(key: CryptoKey): Promise<void> {
	await Promise.all(
		Object.values(VALUES).map(async (value) => {
			const iv = crypto.getRandomValues(new Uint8Array(12));
			const text = new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));
			const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, text);
			new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, sealed));
		}),
	);
}
