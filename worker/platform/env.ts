import type { HolderObject } from "../access/holder-object.ts";
import type { BranchObject } from "../branch/branch-object.ts";
import type { LedgerObject } from "../ledger/ledger-object.ts";

/** What the platform hands the worker; branch and door know each other only through these types. */
export type Env = {
	readonly BRANCH: DurableObjectNamespace<BranchObject>;
	readonly LEDGER: DurableObjectNamespace<LedgerObject>;
	readonly DB: D1Database;
	readonly ASSETS: Fetcher;
	/** Figures for operators; absent on one machine. */
	readonly METRICS?: AnalyticsEngineDataset;
	readonly HOLDER: DurableObjectNamespace<HolderObject>;
	/** Addresses besides the worker's own whose pages may use the API, separated by commas. */
	readonly ALLOWED_ORIGINS?: string;
	/** Where whoever finds a hole in this system writes to, as `/.well-known/security.txt` says: `mailto:` or `https:`. */
	readonly SECURITY_CONTACT?: string;
	/** The bank's OpenID Connect provider: JSON `{"issuer", "clientId", "clientSecret"?, "staffIdClaim"?, "scope"?}`. */
	readonly IDENTITY_PROVIDER?: string;
	/** The keys that wrap data keys: JSON `{"current": id, "keys": {id: base64 of 256 bits}}`. */
	readonly KEY_ENCRYPTION_KEYS?: string;
	/** The key of the blind index: base64 of 256 bits. */
	readonly BLIND_INDEX_KEY?: string;
	/** Where the bank's own directory of customers answers, and the bearer secret it asks for. */
	readonly CUSTOMER_DIRECTORY_URL?: string;
	readonly CUSTOMER_DIRECTORY_SECRET?: string;
	/** The bank's messenger: where it is asked (https alone), and the secret that signs: base64 of 24 bytes or more. */
	readonly MESSENGER_URL?: string;
	readonly MESSENGER_SECRET?: string;
	/** Calls a second, on average, of one session, and from one address without a session; absent: the usual limits. */
	readonly SESSION_REQUESTS_PER_SECOND?: string;
	readonly ADDRESS_REQUESTS_PER_SECOND?: string;
	/** How many times faster than usual a branch lets all its senders go on; absent: once. */
	readonly BRANCH_PACE_FACTOR?: string;
	/** How much faster than usual strangers may try passwords and the identity provider: for tests only; absent: 1. */
	readonly STRANGER_PACE_FACTOR?: string;
	/** `"true"` in a bank of one person: who has drafted a version may approve it. */
	readonly APPROVE_OWN_DRAFTS?: string;
	/** `"true"` opens the demo's door. */
	readonly DEMO_MODE?: string;
};
