import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { firstPassword } from "../../worker/access/first-password.ts";

const FILE = ".dev.vars";
const KEY_BYTES = 32;
const OWNER_ONLY = 0o600;

/**
 * The settings and secrets of a server of this machine. What the file has already stays: with other keys nothing that was
 * sealed could be opened any more.
 */
export function writeDevVars(): void {
	const text = existsSync(FILE) ? readFileSync(FILE, "utf8") : "";
	const missing = Object.entries(fresh()).filter(([name]) => !new RegExp(`^${name}\\s*=`, "m").test(text));
	if (missing.length === 0) return;
	const lines = missing.map(([name, value]) => `${name}='${value}'\n`);
	const before = text === "" || text.endsWith("\n") ? text : `${text}\n`;
	writeFileSync(FILE, `${before}${lines.join("")}`, { mode: OWNER_ONLY });
}

function fresh(): Readonly<Record<string, string>> {
	const key = () => randomBytes(KEY_BYTES).toString("base64");
	return {
		DEMO_MODE: "true",
		DEMO_PASSWORD: firstPassword(),
		KEY_ENCRYPTION_KEYS: JSON.stringify({ current: "local-1", keys: { "local-1": key() } }),
		BLIND_INDEX_KEY: key(),
	};
}

/** The password of everybody in the demo; null when this server is none. */
export function demoPassword(): string | null {
	const text = readFileSync(FILE, "utf8");
	const settingOf = (name: string) => new RegExp(`^${name}\\s*=\\s*(['"]?)(.*)\\1\\s*$`, "m").exec(text)?.[2] ?? null;
	return settingOf("DEMO_MODE") === "true" ? settingOf("DEMO_PASSWORD") : null;
}
