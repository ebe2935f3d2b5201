import { beforeAll, describe, it } from "vitest";
import type { HolderActor } from "../../../schema/actor.ts";
import { ENDPOINTS } from "../../../schema/endpoint/api.ts";
import type { Endpoint } from "../../../schema/endpoint/endpoint.ts";
import { Problem } from "../../../schema/problem.ts";
import { openApiDocument } from "../../../scripts/contract/openapi.ts";
import { type SeededRandom, seededRandom } from "../../../simulation/seeded-random.ts";
import { aBranch, staff, type TestBranch } from "../../branch/a-branch.ts";
import { count } from "../../counts.ts";
import { allowedActor } from "../any-call.ts";
import { AUDITOR, call, deviceAt, OPERATOR, staffAt, token } from "../callers.ts";
import { below, valuesOf } from "./fuzz-input.ts";

const SEED = 20_261_129;
const CALLS = count(200, 2_000);
const TIMEOUT_MS = count(180_000, 3_600_000);
/** Some calls end sessions, and some the day: both begin anew so often. */
const RENEW_EVERY_CALLS = 150;
/** They would end the day for all other calls, and go to a branch of their own. */
const ELSEWHERE: readonly string[] = ["setClock", "renewEpoch"];

type Row = {
	readonly name: string;
	readonly endpoint: Endpoint;
	readonly params: readonly object[];
	readonly queries: readonly object[];
	readonly bodies: readonly unknown[];
	/** As the published document says. */
	readonly statuses: readonly number[];
};

/** Every endpoint with values that its schemas let in, and the statuses that integrators are told of. */
function allRows(): Row[] {
	const { paths = {} } = openApiDocument() as { paths?: Record<string, Record<string, { responses: object }>> };
	return Object.entries<Endpoint>(ENDPOINTS).map(([name, endpoint], index) => {
		const path = `/api${endpoint.path.replaceAll(/:(\w+)/g, "{$1}")}`;
		const { responses = {} } = paths[path]?.[endpoint.method.toLowerCase()] ?? {};
		return {
			...{ name, endpoint, statuses: Object.keys(responses).map(Number) },
			params: valuesOf(endpoint.params, SEED + index) as object[],
			queries: valuesOf(endpoint.query, SEED + index) as object[],
			bodies: valuesOf(endpoint.body, SEED + index),
		};
	});
}

describe("calls made from the schemas", () => {
	let branch: TestBranch;
	let other: TestBranch;
	const tokens = new Map<string, string>();
	/** What answers gave to go on with: cursors and ETags, by endpoint. */
	const cursors = new Map<string, string>();
	const etags = new Map<string, string>();

	beforeAll(async () => {
		[branch, other] = [await aBranch(), await aBranch()];
		const { branchId } = branch;
		await branch.send(staff(branchId, "closed-teller", "liu-yang"), { type: "open-counter", counterId: "1" });
		for (let index = 0; index < 5; index++) {
			await branch.done(staff(branchId, "lobby-manager"), { type: "issue-ticket", services: ["cash"] });
		}
	});

	async function tokenOf(actor: HolderActor): Promise<string> {
		const key = JSON.stringify(actor);
		const known = tokens.get(key) ?? (await token(actor));
		tokens.set(key, known);
		return known;
	}

	async function goOn(): Promise<void> {
		tokens.clear();
		const head = staff(branch.branchId, "branch-head", "zhang-wei");
		await branch.send(head, { type: "reopen-day", reason: "closed by chance" });
	}

	/** Mostly who may; sometimes somebody else, or a stranger. */
	async function authorizationFor({ permission }: Endpoint, random: SeededRandom): Promise<Record<string, string>> {
		if (random.chance(0.05)) return {};
		const { branchId } = branch;
		const others = [staffAt("open-teller", branchId), deviceAt("kiosk", branchId), AUDITOR, OPERATOR];
		const actor = random.chance(0.85) ? allowedActor(permission, branchId) : random.pick(others);
		return { Authorization: `Bearer ${await tokenOf(actor)}` };
	}

	/** An address whose names are mostly of things that are there. */
	function pathOf({ name, endpoint, params, queries }: Row, random: SeededRandom): string {
		const { branchId } = ELSEWHERE.includes(name) ? other : branch;
		const there: Record<string, string> = {
			...{ branchId, nodeId: "bank", ticketId: "20261123-A001", businessDay: "2026-11-23", staffId: "liu-yang" },
		};
		const made = (params.length === 0 ? {} : random.pick(params)) as Record<string, string>;
		const path = endpoint.path.replaceAll(/:(\w+)/g, (_, key: string) => {
			const known = there[key];
			return encodeURIComponent(known !== undefined && random.chance(0.8) ? known : (made[key] ?? ""));
		});
		if (queries.length === 0) return path;
		const query = new URLSearchParams();
		for (const [key, value] of Object.entries(random.pick(queries))) {
			if (value !== undefined && random.chance(0.5)) query.set(key, String(value));
		}
		const cursor = cursors.get(name);
		if (query.has("cursor") && cursor !== undefined) query.set("cursor", cursor);
		return `${path}?${query}`;
	}

	async function made(row: Row, random: SeededRandom): Promise<{ path: string; init: RequestInit }> {
		const { name, endpoint, bodies } = row;
		const { method, idempotent, versioned, revalidated } = endpoint;
		const etag = etags.get(name);
		const headers = {
			...(await authorizationFor(endpoint, random)),
			...(idempotent && { "Idempotency-Key": crypto.randomUUID() }),
			...(versioned && { "If-Match": String(below(random, 4)) }),
			...(revalidated && etag !== undefined && random.chance(0.5) && { "If-None-Match": etag }),
		};
		const init = { method, headers, redirect: "manual" as const };
		const path = pathOf(row, random);
		return { path, init: bodies.length === 0 ? init : { ...init, body: JSON.stringify(random.pick(bodies)) } };
	}

	/** Null when an answer is what the document and the table say; else what is wrong with it. */
	async function wrongIn({ name, endpoint, statuses }: Row, response: Response): Promise<string | null> {
		const text = await response.text();
		const { status } = response;
		if (status >= 500) return `${status} ${text}`;
		if (!statuses.includes(status)) return `${status}, which the document does not name: ${text}`;
		if (status >= 400) {
			const { code } = Problem.parse(JSON.parse(text));
			// Those of a command are listed with the command.
			return name === "sendCommand" || endpoint.problems.includes(code)
				? null
				: `${code}, which the table does not name`;
		}
		const type = response.headers.get("Content-Type") ?? "";
		const promised = endpoint.output === undefined ? (endpoint.file ?? "") : "application/json";
		if (status === 200 && !type.startsWith(promised)) return `a ${type} in place of ${promised}`;
		if (status === 200 && endpoint.output !== undefined) {
			const { next } = JSON.parse(text) as { next?: string | null };
			if (typeof next === "string") cursors.set(name, next);
		}
		etags.set(name, response.headers.get("ETag") ?? "");
		return null;
	}

	it(`[DOOR-6] [DOOR-14] [DOOR-4] ${CALLS} calls at every endpoint: no 5xx, no answer outside its schema (seed ${SEED})`, {
		timeout: TIMEOUT_MS,
	}, async ({ expect }) => {
		const random = seededRandom(SEED);
		const rows = allRows();
		const wrong = new Map<string, string>();
		const done = new Set<string>();
		for (let index = 0; index < CALLS; index++) {
			if (index % RENEW_EVERY_CALLS === 0) await goOn();
			const row = rows[index % rows.length];
			if (row === undefined) throw new Error("the table is empty");
			const { path, init } = await made(row, random);
			// Throws when the answer is not of its schema.
			const response = await call(path, init);
			const fault = await wrongIn(row, response);
			if (fault !== null)
				wrong.set(`${row.name} ${fault.slice(0, 60)}`, `call ${index} ${path}: ${fault.slice(0, 400)}`);
			if (response.status < 400) done.add(row.name);
		}
		expect([...wrong.values()]).toEqual([]);
		// So many at least were done, not refused: else the calls say little.
		expect(done.size).toBeGreaterThan(rows.length / 4);
	});
});
