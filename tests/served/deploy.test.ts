import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { missingClasses, tooHeavy } from "../../scripts/deploy/deploy-rehearsal.ts";
import { missingSecrets } from "../../scripts/deploy/deploy-secrets.ts";
import { addressIn, databaseId, withDatabaseId } from "../../scripts/deploy/deploy-tools.ts";
import { run } from "../../scripts/process/run.ts";

const REHEARSAL_TIMEOUT_MS = 180_000;
const SETTINGS = readFileSync("wrangler.toml", "utf8");
const ID = "0f6c1e0a-5b7d-4c2e-9a53-1d2f3a4b5c6d";

it(
	"[OPS-3] a deployment is rehearsed without an account: pages, worker, weight, classes and migrations",
	async () => {
		const told = await run(process.execPath, ["scripts/deploy/deploy.ts", "--dry-run"]);
		expect(told).toContain("deploy: everything that needs no account is in order");
	},
	REHEARSAL_TIMEOUT_MS,
);

it("[OPS-3] what the platform would refuse is found before", () => {
	const code = "var a=1;export{a as BranchObject,b as default}";
	expect(missingClasses(code, SETTINGS)).toEqual([
		"wrangler.toml binds HolderObject, which the worker does not export",
		"wrangler.toml binds LedgerObject, which the worker does not export",
	]);
	expect(tooHeavy(219.9)).toEqual([]);
	expect(tooHeavy(220.1)).toHaveLength(1);
});

it("[OPS-3] only secrets that are missing are asked for", () => {
	const needed = ["KEY_ENCRYPTION_KEYS", "BLIND_INDEX_KEY"];
	expect(missingSecrets("[]")).toEqual(needed);
	expect(missingSecrets('[{"name":"BLIND_INDEX_KEY","type":"secret_text"}]')).toEqual(["KEY_ENCRYPTION_KEYS"]);
	expect(missingSecrets(JSON.stringify(needed.map((name) => ({ name }))))).toEqual([]);
});

it("[OPS-3] a new database's id is put into wrangler.toml, and one that is there is kept", () => {
	const settings = SETTINGS.replace(/^database_id = .*$/m, 'database_id = "00000000-0000-0000-0000-000000000000"');
	expect(databaseId(settings)).toBeNull();
	const after = withDatabaseId(settings, `✅ Successfully created DB 'tingtang'\n"database_id": "${ID}"`);
	expect(databaseId(after)).toBe(ID);
	expect(() => withDatabaseId(settings, "no such account")).toThrow("no such account");
	expect(addressIn("Uploaded\nhttps://tingtang.a-bank.workers.dev\n")).toBe("https://tingtang.a-bank.workers.dev");
	expect(addressIn("Deployed to bank.example")).toBeNull();
});
