import door, { BranchObject } from "./worker.js";

export { HolderObject, LedgerObject } from "./worker.js";

/** Rows written so far, by what they were written for. */
type Rows = Record<string, number>;

/** Outlives the object, which the bench evicts again and again. */
const rows: Rows = {};
let armedAt: number | null = null;

/** The one clock of this worker. Real time would squeeze a day into seconds, and its alarms into one. */
let now = 0;
Date.now = () => now;

/** The branch as deployed, on a storage that counts. Its alarm fires by the bench's clock. */
export class CountingBranch extends BranchObject {
	constructor(context: DurableObjectState, env: Env) {
		super(counted(context), env);
	}

	async setTime(to: number): Promise<void> {
		while (armedAt !== null && armedAt <= to) {
			now = Math.max(now, armedAt);
			armedAt = null;
			await this.alarm();
		}
		now = to;
	}
}

/** Every row of a statement counts, and one for setting or deleting the alarm, as the platform bills them. */
function counted(context: DurableObjectState): DurableObjectState {
	const { storage } = context;
	const { sql } = storage;
	const exec: typeof sql.exec = (query, ...bindings) => {
		const cursor = sql.exec(query, ...bindings);
		count(purposeOf(query), cursor.rowsWritten);
		return cursor as never;
	};
	const replace = (name: string, value: unknown) => Object.defineProperty(storage, name, { configurable: true, value });
	replace("sql", {
		exec,
		get databaseSize() {
			return sql.databaseSize;
		},
	});
	// The object says how long to wait in the platform's time; the bench's clock waits as long.
	replace("getAlarm", async () => (armedAt === null ? null : armedAt - now + platformNow()));
	replace("setAlarm", async (at: number) => {
		armedAt = Math.round(at - platformNow()) + now;
		count("alarm", 1);
	});
	replace("deleteAlarm", async () => {
		armedAt = null;
		count("alarm", 1);
	});
	return context;
}

function platformNow(): number {
	return performance.timeOrigin + performance.now();
}

function count(purpose: string, written: number): void {
	if (written > 0) rows[purpose] = (rows[purpose] ?? 0) + written;
}

/** The table a statement writes to; a day's commits are all one thing. */
function purposeOf(query: string): string {
	const [, table = "other"] =
		/^\s*(?:INSERT(?: OR REPLACE)? INTO|DELETE FROM|UPDATE|CREATE TABLE(?: IF NOT EXISTS)?)\s+(\w+)/i.exec(query) ?? [];
	// That D1 has a case is written when nobody waits for it.
	if (/^\s*UPDATE\s+cases/i.test(query)) return "cases sent";
	return /^\s*CREATE/i.test(query) ? "schema" : table.replace(/_\d+$/, "");
}

type Env = { readonly BRANCH: DurableObjectNamespace<CountingBranch> };

export default {
	async fetch(request, env, context): Promise<Response> {
		const { pathname, searchParams } = new URL(request.url);
		switch (pathname) {
			case "/bench/time":
				await env.BRANCH.getByName(searchParams.get("branch") ?? "").setTime(Number(searchParams.get("at")));
				return Response.json({});
			case "/bench/rows":
				return Response.json(rows);
			default:
				return door.fetch(request, env, context);
		}
	},
} satisfies ExportedHandler<Env>;
