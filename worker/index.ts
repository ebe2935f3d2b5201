import { createApp } from "./api/app.ts";
import type { Env } from "./env.ts";

export { BranchObject } from "./branch/branch-object.ts";

const app = createApp();

export default {
	fetch: (request: Request, env: Env, context: ExecutionContext) => app.fetch(request, env, context),
} satisfies ExportedHandler<Env>;
