import { convertV4MiniflareOptions, Miniflare, type V4WorkerOptionsShape } from "miniflare";
import { unstable_getMiniflareWorkerOptions as readWorkerOptions } from "wrangler";
import { applyMigrations } from "./apply-migrations.ts";
import { QUIET } from "./wrangler.ts";

/**
 * Applies the migrations to the D1 database that `wrangler dev` keeps in `persist`. A workerd of its own holding nothing but that
 * database takes half a second, where a call of wrangler takes five and up.
 */
export async function migrateState(persist: string): Promise<void> {
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
		await applyMigrations(await miniflare.getD1Database("DB", "migrate"));
	} finally {
		await miniflare.dispose();
	}
}
