/** The wrangler program itself, to be run by `process.execPath`: the wrapper in `.bin` would add a process that signals must pass. */
export const WRANGLER = "node_modules/wrangler/bin/wrangler.js";

/** Keeps wrangler from calling home, for which every start would wait, and from storing a trace of every request of a busy demo. */
export const QUIET = {
	CLOUDFLARE_CF_FETCH_ENABLED: "false",
	WRANGLER_LOG: "warn",
	WRANGLER_HIDE_BANNER: "true",
	WRANGLER_SEND_METRICS: "false",
	WRANGLER_SEND_ERROR_REPORTS: "false",
	X_LOCAL_OBSERVABILITY: "false",
} as const;
