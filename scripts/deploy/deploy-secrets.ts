import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { wrangler } from "./deploy-tools.ts";

const KEY_BYTES = 32;
const OWNER_ONLY = 0o600;
const SAVED = "saved";

/** What no deployment runs without, and how a new one is made. */
const NEEDED: Readonly<Record<string, () => string>> = {
	KEY_ENCRYPTION_KEYS: () => JSON.stringify({ current: "k1", keys: { k1: newKey() } }),
	BLIND_INDEX_KEY: newKey,
};

/** Names of the secrets that a deployment still lacks, by what wrangler lists; a worker that is not there yet has none. */
export function missingSecrets(listed: string): readonly string[] {
	const list = /\[[\s\S]*\]/.exec(listed)?.[0];
	const names: readonly { readonly name?: string }[] = list === undefined ? [] : JSON.parse(list);
	return Object.keys(NEEDED).filter((name) => !names.some((each) => each.name === name));
}

/**
 * Asks for what is missing and does the work with a file of it, which nobody else can read and which is gone afterwards. A
 * secret cannot be read back, and without these keys nothing sealed ever opens again: a new one goes on when somebody has it safe.
 */
export async function withSecrets(work: (file: string | null) => Promise<void>): Promise<void> {
	const listed = await wrangler(["secret", "list", "--format", "json"]).catch((error: Error) => {
		if (/not found|does not exist|10007/i.test(error.message)) return "[]";
		throw error;
	});
	const missing = missingSecrets(listed);
	if (missing.length === 0) return work(null);
	if (!process.stdin.isTTY)
		throw new Error(`secrets are missing, and nobody is here to be asked: ${missing.join(", ")}`);
	const folder = mkdtempSync(join(tmpdir(), "tingtang-"));
	try {
		const file = join(folder, "secrets.json");
		writeFileSync(file, JSON.stringify(await askFor(missing)), { mode: OWNER_ONLY });
		await work(file);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

async function askFor(names: readonly string[]): Promise<Record<string, string>> {
	const asked: Record<string, string> = {};
	const terminal = createInterface({ input: process.stdin, output: process.stdout });
	for (const name of names) {
		const typed = await terminal.question(`${name}（回车新建 · Enter: make a new one）: `);
		asked[name] = typed.trim() === "" ? await shownOnce(name, terminal) : typed.trim();
	}
	terminal.close();
	return asked;
}

type Terminal = ReturnType<typeof createInterface>;

async function shownOnce(name: string, terminal: Terminal): Promise<string> {
	const value = NEEDED[name]?.() ?? newKey();
	console.log(`\n${value}\n`);
	const wanted = `只显示这一次；存入密钥库后输入 ${SAVED} · Shown once: put it into the bank's key store, then type ${SAVED}: `;
	while ((await terminal.question(wanted)).trim() !== SAVED) {
		// Without it nothing sealed would open again, so there is no other way on.
	}
	return value;
}

function newKey(): string {
	return randomBytes(KEY_BYTES).toString("base64");
}
