import { createApp } from "./api/app.ts";
import type { Env } from "./platform/env.ts";
import { retentionRun } from "./privacy/retention.ts";
import { memoryOf } from "./records/memory.ts";

export { HolderObject } from "./access/holder-object.ts";
export { BranchObject } from "./branch/branch-object.ts";
export { LedgerObject } from "./ledger/ledger-object.ts";

const app = createApp();

export default {
	fetch: (request: Request, env: Env, context: ExecutionContext) => app.fetch(request, env, context),
	/** Every night: what has been kept long enough is destroyed. */
	scheduled: async ({ scheduledTime }: ScheduledController, env: Env) => {
		await retentionRun(memoryOf(env.DB), scheduledTime);
	},
} satisfies ExportedHandler<Env>;
