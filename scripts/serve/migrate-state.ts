import { convertV4MiniflareOptions, Miniflare, type V4WorkerOptionsShape } from "miniflare";
import { unstable_getMiniflareWorkerOptions as readWorkerOptions } from "wrangler";
import { hashPassword } from "../../worker/access/password.ts";
import { memoryOf } from "../../worker/records/memory.ts";
import { rememberDemoPeople } from "../../worker/records/people/demo-people.ts";
import { QUIET } from "../process/wrangler.ts";
import { applyMigrations } from "./apply-migrations.ts";

/**
 * Applies the migrations to the D1 database that is kept in `persist`. A workerd of its own holding nothing but that
 * database takes half a second, where a call of wrangler takes five and up. With a password the demo's people are put in.
 */
export async function migrateState(persist: string, demoPassword: string | null): Promise<void> {
	Object.assign(process.env, QUIET);
	const { d1Databases }: V4WorkerOptionsShape = readWorkerOptions("wrangler.toml").workerOptions;
	const nothing = { type: "ESModule" as const, path: "nothing.js", contents: "export default {}" };
	const miniflare = new Miniflare({
		...convertV4MiniflareOptions({
			workers: [{ name: "migrate", modules: [nothing], ...(d1Databases && { d1Databases }) }],
		}),
		host: "127.0.0.1",
		port: 0,
		cf: false,
		resourcePersistencePath: persist,
	});
	try {
		const database = await miniflare.getD1Database("DB", "migrate");
		await applyMigrations(database);
		if (demoPassword !== null) await rememberDemoPeople(memoryOf(database), hashPassword(demoPassword), Date.now());
	} finally {
		await miniflare.dispose();
	}
}
