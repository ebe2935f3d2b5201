import { randomBytes } from "node:crypto";

const key = randomBytes(32).toString("base64");

/** The settings of both servers that are compared: those that `npm start` writes, without limits on how often one client may call. */
export const SERVED_VARS = {
	DEMO_MODE: "true",
	SESSION_REQUESTS_PER_SECOND: "1000000",
	ADDRESS_REQUESTS_PER_SECOND: "1000000",
	BRANCH_PACE_FACTOR: "1000000",
	KEY_ENCRYPTION_KEYS: JSON.stringify({ current: "bench", keys: { bench: key } }),
	BLIND_INDEX_KEY: key,
};
