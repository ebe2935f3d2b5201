import { createApp } from "./api/app.ts";
import { rollOutTurn } from "./api/configuration/roll-out.ts";
import type { Env } from "./platform/env.ts";
import { retentionRun } from "./privacy/retention.ts";
import { memoryOf } from "./records/memory.ts";

export { HolderObject } from "./access/holder-object.ts";
export { BranchObject } from "./branch/branch-object.ts";
export { LedgerObject } from "./ledger/ledger-object.ts";

/** As in wrangler.toml. */
const EVERY_MINUTE = "* * * * *";

const app = createApp();

export default {
	fetch: (request: Request, env: Env, context: ExecutionContext) => app.fetch(request, env, context),
	/** Every minute: what is published goes on to further branches. Every night: what has been kept long enough is destroyed. */
	scheduled: async ({ scheduledTime, cron }: ScheduledController, env: Env) => {
		if (cron === EVERY_MINUTE) await rollOutTurn(env, scheduledTime);
		else await retentionRun(memoryOf(env.DB), scheduledTime);
	},
} satisfies ExportedHandler<Env>;
