import { startLocalServer, WORKER_NAME } from "../../scripts/serve/local-server.ts";

type Tables = { readonly results: readonly { readonly name: string }[] };
const OWN_TABLES =
	"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_%' ESCAPE '\\'";

/** A server of its own, whose D1 can be taken away: every statement then fails, as when it cannot be reached. */
export async function startWithD1() {
	const server = await startLocalServer();
	async function takeD1(): Promise<void> {
		const database = await server.miniflare.getD1Database("DB", WORKER_NAME);
		const { results } = (await database.prepare(OWN_TABLES).all()) as unknown as Tables;
		await database.batch(results.map(({ name }) => database.prepare(`ALTER TABLE "${name}" RENAME TO "gone_${name}"`)));
	}
	return { stop: server.stop, takeD1, url: server.url };
}
