/**
 * `npm run deploy [-- --dry-run] [--jurisdiction eu] [--address https://…]`: the whole way to a running deployment, and to a newer one: pages and worker are
 * built and weighed, a database is made if there is none, missing secrets are asked for, migrations are applied, then the code goes up.
 * A dry run does all that needs no account, against an empty database of this machine, and is part of `npm run check`.
 */
import { parseArgs } from "node:util";
import { OUTPUT } from "../build/build-clients.ts";
import { bundleWorker } from "../build/bundle-worker.ts";
import { bringReplaced } from "../offline/replaced-files.ts";
import { rehearse } from "./deploy-rehearsal.ts";
import { withSecrets } from "./deploy-secrets.ts";
import { addressIn, DATABASE, databaseId, putDatabaseId, wrangler } from "./deploy-tools.ts";

const { values } = parseArgs({
	options: {
		"dry-run": { type: "boolean", default: false },
		/** Where Cloudflare keeps the data to: `eu`, `us` or `fedramp`; only when the database is made. */
		jurisdiction: { type: "string" },
		/** Where the database is near to when no jurisdiction says so. */
		location: { type: "string", default: "apac" },
		/** Of the deployment that runs: what its open pages may still load is served on. */
		address: { type: "string" },
	},
});

const faults = await rehearse();
if (faults.length > 0) {
	for (const fault of faults) console.error(fault);
	process.exit(1);
}
if (values["dry-run"]) {
	console.log("deploy: everything that needs no account is in order");
	process.exit(0);
}
await wrangler(["whoami"]);
if (databaseId() === null) {
	const place = values.jurisdiction ? ["--jurisdiction", values.jurisdiction] : ["--location", values.location];
	putDatabaseId(await wrangler(["d1", "create", DATABASE, ...place]));
	console.log(`数据库已建 · database made; its id is in wrangler.toml now: commit it`);
}
if (values.address !== undefined) {
	const count = await bringReplaced(OUTPUT, values.address.replace(/\/$/, ""), Date.now());
	console.log(`旧文件保留一天 · files of the build before, kept for a day: ${count}`);
}
await withSecrets(async (secretsFile) => {
	// The code of before must go on with the tables of after: migrations only add (docs/operating.md).
	await wrangler(["d1", "migrations", "apply", DATABASE, "--remote"]);
	const module = await bundleWorker();
	const told = await wrangler([
		"deploy",
		module,
		"--no-bundle",
		...(secretsFile === null ? [] : ["--secrets-file", secretsFile]),
	]);
	await checkHealth(addressIn(told));
});

/** What answers at the new address; a deployment that does not is said to have failed. */
async function checkHealth(address: string | null): Promise<void> {
	if (address === null) return console.log("已部署 · deployed; look at /api/health at your own address");
	const { status } = await fetch(`${address}/api/health`);
	console.log(`${status === 200 ? "已部署 · deployed" : `${status} ?!`}: ${address}`);
	if (status !== 200) process.exitCode = 1;
	else console.log("首次部署请接着运行 · the first time, go on with: node scripts/deploy/first-operator.ts --remote");
}
