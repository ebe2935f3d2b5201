import type { BranchObject } from "./branch/branch-object.ts";

/** What the platform hands the worker; branch and door know each other only through these types. */
export type Env = {
	readonly BRANCH: DurableObjectNamespace<BranchObject>;
	readonly DB: D1Database;
	readonly ASSETS: Fetcher;
	/** Signs and checks tokens; at least 32 characters. Without it every door is shut. */
	readonly TOKEN_SECRET?: string;
	/** `"true"` opens the demo's door. */
	readonly DEMO_MODE?: string;
};
