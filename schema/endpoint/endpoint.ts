import * as z from "zod";
import type { Permission } from "../../rules/permission.ts";
import { BranchId } from "../ids.ts";
import { PAGE_MAX_ROWS } from "../limits.ts";
import type { ProblemCode } from "../problem.ts";

/** One endpoint as data: the door serves it, clients call it, OpenAPI describes it, a test attacks it. */
export type Endpoint = {
	/** Its key in the table; it, method and path are the endpoint's row of `rules/routes/`, by which pages call it. */
	readonly name: string;
	readonly method: "GET" | "POST" | "PUT" | "DELETE";
	/** Hono path below `API_ROOT`. */
	readonly path: string;
	readonly permission: Permission;
	/** A `branchId` or `nodeId` among them is the place the permission is needed for. */
	readonly params?: z.ZodObject;
	readonly query?: z.ZodObject;
	readonly body?: z.ZodType;
	/** The right to send more than `BODY_MAX_BYTES`; absent: whoever may call may send all that `body` allows. */
	readonly longBody?: Permission;
	/** Absent: the endpoint upgrades to a WebSocket, redirects a browser or answers with a file. */
	readonly output?: z.ZodType;
	/** A browser is sent on to another page. */
	readonly redirects?: true;
	/** The media type of the file it answers with. */
	readonly file?: string;
	/** Every code that it may be refused with, those of the branch too. */
	readonly problems: readonly ProblemCode[];
	/** An `Idempotency-Key` header is needed. */
	readonly idempotent?: true;
	/** Changes seldom, and names nobody: the answer may be kept, if it is asked again with its ETag before each use. */
	readonly revalidated?: true;
	/** An `If-Match` header with the version that was read is needed. */
	readonly versioned?: true;
	/**
	 * Written into the ledger of its place before it is done: `change` alters who may do what or what is kept, `show`
	 * reveals personal data. Commands of a branch are on record as its commits; a body with `dryRun: true` does nothing.
	 */
	readonly audit?: "change" | "show";
	/**
	 * Handled although its entry cannot be written: it only takes rights away, or stands in a customer's way. Anything else
	 * that cannot be written is not done.
	 */
	readonly evenUnwritten?: true;
	/** Also open while the session is locked or its first password is not yet changed. */
	readonly whileLocked?: true;
	/** Does not exist unless demo mode is on. */
	readonly demoOnly?: true;
};

export const AtBranch = z.object({ branchId: BranchId });
export const Page = z.object({
	limit: z.coerce.number().int().min(1).max(PAGE_MAX_ROWS).default(50),
	/** Opaque; from `next` of the page before. */
	cursor: z.string().max(200).optional(),
});
export const paged = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.array(row), next: z.string().nullable() });
/** What an endpoint answers that has nothing to say but that it is done. */
export const Done = z.object({ done: z.literal(true) });

/** Problems of an endpoint that wants the version which was read. */
export const VERSIONED = ["version-missing", "changed-since-read"] as const;

/** Problems of every endpoint, also of those that everybody may call. */
export const AT_DOOR = ["foreign-origin", "too-many-requests"] as const satisfies readonly ProblemCode[];
/** Problems of every endpoint that needs a permission. */
export const COMMON = [
	"not-signed-in",
	"session-expired",
	"session-locked",
	"password-change-needed",
	...AT_DOOR,
	"not-permitted",
	"wrong-place",
	"invalid-input",
	"not-ready",
] as const satisfies readonly ProblemCode[];
/** Problems that come of reading a body. */
export const OF_BODY = [
	"unsupported-media-type",
	"malformed-body",
	"body-too-large",
	"invalid-input",
] as const satisfies readonly ProblemCode[];
/** Problems of every endpoint that reads a body. */
export const WITH_BODY = [...COMMON, ...OF_BODY] as const satisfies readonly ProblemCode[];
