import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { PERMISSIONS, type PermissionRow } from "../../../rules/permission.ts";
import type { HolderActor, Place, Role } from "../../../schema/actor.ts";
import { ENDPOINTS, type EndpointName } from "../../../schema/endpoint/api.ts";
import type { Endpoint } from "../../../schema/endpoint/endpoint.ts";
import { hashPassword } from "../../../worker/access/password.ts";
import { createApp } from "../../../worker/api/app.ts";
import { memoryOf } from "../../../worker/records/memory.ts";
import { addPerson, rememberPassword } from "../../../worker/records/people/person.ts";
import { MONDAY } from "../../branch/a-branch.ts";
import { type Answer, ask } from "../a-referral.ts";
import { aWholeBank, CUSTOMER, nameOf, placesOf, somebodyAt } from "../a-whole-bank.ts";
import { call, token } from "../callers.ts";

type Row = Readonly<Record<string, unknown>>;
type Rows = { readonly rows: readonly Row[] };

/** Lists over a part of the bank, and the node that each of their rows is of. */
const LISTS: Partial<Record<EndpointName, (row: Row) => string[]>> = {
	branches: ({ branchId }) => [String(branchId)],
	series: ({ branchId }) => [String(branchId)],
	devices: ({ branchId }) => [String(branchId)],
	serviceAccounts: ({ nodeId }) => [String(nodeId)],
	people: ({ assignments }) => (assignments as { nodeId: string }[]).map(({ nodeId }) => nodeId),
	ledger: ({ chain }) => [String(chain)],
};
/** Reads whose address names a branch or a node. */
const READS = [
	"branchStatus",
	"configuration",
	"tickets",
	"ticket",
	"position",
	"dayReports",
	"forecast",
	"oneMoreCounter",
	"dayReport",
	"daySigning",
	"verifyReport",
	"commits",
	"devicesOfBranch",
	"openCases",
	"caseOwners",
	"credit",
	"whoIsHere",
	"case",
	"showCase",
	"cases",
	"searchCases",
	"exportPerson",
	"ledgerVerification",
	"sections",
	"sectionAt",
	"sectionOfBranch",
	"notices",
	"prompts",
] as const satisfies readonly EndpointName[];
/** Walked one by one below. */
const OTHERS = [
	"nodes",
	"ledgerExport",
	"person",
	"sessionsOfPerson",
	"sectionVersion",
] as const satisfies readonly EndpointName[];
/** What answers with nothing but the caller's own. */
const NOT_OF_A_PLACE = ["session", "sessions", "readiness"] as const satisfies readonly EndpointName[];
const BODIES: Partial<Record<EndpointName, object>> = {
	showCase: { texts: ["customer.1"], reason: "a test" },
	searchCases: { by: "phone", value: CUSTOMER.value, reason: "a test" },
	exportPerson: { by: "phone", value: CUSTOMER.value, reason: "a test" },
};
const QUERIES: Partial<Record<EndpointName, string>> = {
	cases: "?kind=problem&limit=100",
	credit: `?day=${MONDAY}`,
};
/** Who asks, where not everybody who may ask is shown what there is. */
const ASKERS: Partial<Record<EndpointName, Role>> = {
	case: "branch-head",
	showCase: "branch-head",
	cases: "branch-head",
};

let bank: Awaited<ReturnType<typeof aWholeBank>>;
let places: ReturnType<typeof placesOf>;
beforeAll(async () => {
	bank = await aWholeBank();
	places = placesOf(bank.nodes);
}, 60_000);

function rolesFor(name: EndpointName): readonly Role[] {
	const { permission }: Endpoint = ENDPOINTS[name];
	const { roles = [] }: PermissionRow = PERMISSIONS[permission];
	return roles;
}

/** Somebody who may do this somewhere, and stands at this place. */
const actors = new Map<string, HolderActor>();
function askerAt(name: EndpointName, place: Place): HolderActor {
	const role = ASKERS[name] ?? rolesFor(name)[0];
	if (role === undefined) throw new Error(`nobody may ${name}`);
	const key = `${name} ${JSON.stringify(place)}`;
	const actor = actors.get(key) ?? { ...somebodyAt(place, role), staffId: `s${actors.size}` };
	actors.set(key, actor);
	return actor;
}

const inThisBank = (nodeId: string) => Object.values<string>(bank.nodes).includes(nodeId);
const sorted = (nodeIds: Iterable<string>) => [...new Set(nodeIds)].sort();

/** The nodes of our bank that a list answers with, page by page. */
async function nodesIn(name: EndpointName, actor: HolderActor, query = ""): Promise<string[]> {
	const seen: string[] = [];
	const nodesOf = LISTS[name] ?? (({ nodeId }) => [String(nodeId)]);
	for (let cursor: string | null = ""; cursor !== null; ) {
		const path: string = `${ENDPOINTS[name].path}?limit=100${query}${cursor === "" ? "" : `&cursor=${cursor}`}`;
		const answer: Answer<Rows & { next: string | null }> = await ask(actor, "GET", path);
		if (answer.status !== 200) throw new Error(answer.text);
		seen.push(...answer.body.rows.flatMap(nodesOf));
		cursor = answer.body.next;
	}
	return sorted(seen.filter(inThisBank));
}

/** The nodes a list could answer with at all. */
function listed(name: EndpointName, holds: readonly string[]): string[] {
	return sorted(
		["people", "ledger", "nodes", "serviceAccounts"].includes(name)
			? holds
			: holds.filter((id) => bank.branchIds.some((each) => each === id)),
	);
}

describe("every list and read, at every place of a whole bank", () => {
	it("[DOOR-7] no endpoint that reads is left out", () => {
		const reading = Object.entries<Endpoint>(ENDPOINTS).filter(
			([name, { method, permission }]) => permission !== "public" && (method === "GET" || name in BODIES),
		);
		const walked = [...Object.keys(LISTS), ...READS, ...OTHERS, ...NOT_OF_A_PLACE];
		expect(walked.sort()).toEqual(reading.map(([name]) => name).sort());
	});

	it.for(Object.keys(LISTS) as EndpointName[])("[DOOR-7] %s answers with its place's and no others", async (name) => {
		for (const [place, holds] of places) {
			const found = await nodesIn(name, askerAt(name, place));
			expect([name, nameOf(place), found]).toEqual([name, nameOf(place), listed(name, holds)]);
		}
	});

	it.for(["series", "people", "ledger"] as const)("[DOOR-7] a filter of %s widens nothing", async (name) => {
		const { one, two, east, west, west1, north1 } = bank.nodes;
		const wanted = name === "series" ? [one, two] : [one, two, east, west, west1, north1];
		const parameter = name === "series" ? "region" : "nodeId";
		for (const [place, holds] of places) {
			for (const nodeId of wanted) {
				const found = await nodesIn(name, askerAt(name, place), `&${parameter}=${nodeId}`);
				const inNode = places.find(([each]) => nameOf(each).endsWith(` ${nodeId}`))?.[1] ?? [];
				const both = (name === "ledger" ? [nodeId] : inNode).filter((id) => holds.includes(id));
				expect([nameOf(place), nodeId, found]).toEqual([nameOf(place), nodeId, listed(name, both)]);
			}
		}
	});

	it("[DOOR-7] nodes are those within the place and those above it", async () => {
		const { one, two, east, west, north } = bank.nodes;
		for (const [place, holds] of places) {
			const above = [one, east, west, two, north].filter((id) =>
				places.some(([each, within]) => nameOf(each).endsWith(` ${id}`) && holds.every((own) => within.includes(own))),
			);
			expect(await nodesIn("nodes", askerAt("nodes", place))).toEqual(sorted([...holds, ...above]));
		}
	});

	it("[DOOR-7] [AUD-7] the ledger's file holds the place's chains and no others", async () => {
		const app = createApp();
		for (const [place, holds] of places) {
			const headers = { Authorization: `Bearer ${await token(somebodyAt(place, "auditor"))}` };
			const response = await app.request("http://tingtang.test/api/ledger/export?act=planted", { headers }, env);
			const chains = (await response.text()).split("\n").map((line) => line.split(",")[1] ?? "");
			expect([nameOf(place), sorted(chains.filter(inThisBank))]).toEqual([nameOf(place), sorted(holds)]);
		}
	});

	it.for(READS)("[DOOR-7] %s answers at the place's branches and nodes, elsewhere wrong-place", async (name) => {
		const { path, method }: Endpoint = ENDPOINTS[name];
		const ofNode = path.includes(":nodeId");
		for (const [place, holds] of places) {
			const actor = askerAt(name, place);
			for (const at of ofNode ? Object.values(bank.nodes) : bank.branchIds) {
				const address = path
					.replace(/:(branchId|nodeId)/, at)
					.replace(":businessDay", MONDAY)
					.replace(":ticketId", bank.planted[at]?.ticketId ?? "")
					.replace(":caseId", bank.planted[at]?.caseId ?? "")
					.replace(":section", "limits");
				const body = BODIES[name];
				const query = QUERIES[name] ?? "";
				const answer = await ask(actor, method, address + query, body === undefined ? {} : { body });
				const code = (answer.body as { code?: string }).code;
				expect([nameOf(place), at, code]).toEqual([nameOf(place), at, holds.includes(at) ? undefined : "wrong-place"]);
				if (name === "cases" && code === undefined) expect(branchesOf(answer)).toEqual(listed(name, within(at)));
				if (name === "exportPerson" && code === undefined) expect(exported(answer)).toEqual(listed(name, within(at)));
			}
		}
	});

	it("[DOOR-7] [CFG-10] a version is found under its own place only", async () => {
		const { east1, east2 } = bank.nodes;
		const versionId = await plantVersion(east2);
		for (const [at, code] of [
			[east1, "unknown-version"],
			[east2, undefined],
		] as const) {
			const head = somebodyAt({ kind: "branch", branchId: at }, "branch-head");
			const answer = await ask<{ code?: string }>(head, "GET", `/configuration/${at}/versions/${versionId}`);
			expect(answer.body.code).toBe(code);
		}
	});

	it("[DOOR-7] a record is found under its own branch only", async () => {
		const { east1, east2 } = bank.nodes;
		const head = somebodyAt({ kind: "branch", branchId: east1 }, "branch-head");
		const path = `/branches/${east1}/cases/${bank.planted[east2]?.caseId}`;
		expect((await ask<{ code: string }>(head, "GET", path)).body.code).toBe("unknown-case");
	});

	it("[DOOR-7] [PPL-6] a person is there for the places that hold one of their roles", async () => {
		for (const [place, holds] of places) {
			for (const [nodeId, staffId] of Object.entries(bank.people)) {
				const seen = await ask(askerAt("person", place), "GET", `/people/${staffId}`);
				const sessions = await ask(askerAt("sessionsOfPerson", place), "GET", `/people/${staffId}/sessions`);
				const expected = holds.includes(nodeId) ? [200, 200] : [404, 404];
				expect([nameOf(place), nodeId, seen.status, sessions.status]).toEqual([nameOf(place), nodeId, ...expected]);
			}
		}
	});

	it("[DOOR-7] somebody with roles at two places sees both, and nothing beside them", async () => {
		const { east1, west1 } = bank.nodes;
		const headers = { Authorization: `Bearer ${await tokenOfHeadAt(east1, west1)}` };
		for (const name of ["branches", "series", "devices", "people", "ledger"] as const) {
			const response = await call(`${ENDPOINTS[name].path}?limit=200`, { headers });
			const { rows }: Rows = await response.json();
			const found = sorted(rows.flatMap(LISTS[name] ?? (() => [])).filter(inThisBank));
			expect([name, found]).toEqual([name, sorted([east1, west1])]);
		}
	});
});

/** A draft of a branch's own head. */
async function plantVersion(branchId: string): Promise<string> {
	const versionId = `planted-${crypto.randomUUID()}`;
	const headers = {
		Authorization: `Bearer ${await token(somebodyAt({ kind: "branch", branchId }, "branch-head"))}`,
		"Idempotency-Key": versionId,
	};
	const value = { returnGraceMs: 60_000, closeAfterMs: 60_000 };
	const body = JSON.stringify({ value, locked: [], note: "planted", basedOn: 0 });
	const path = `/configuration/${branchId}/sections/limits/versions`;
	const response = await call(path, { method: "POST", headers, body });
	if (!response.ok) throw new Error(await response.text());
	return versionId;
}

/** Somebody the bank knows as head of several branches, who has signed in. */
async function tokenOfHeadAt(...nodeIds: string[]): Promise<string> {
	const joiner = { staffId: "two-places", name: { zh: "王芳", en: "Wang Fang" } };
	const assignments = nodeIds.map((nodeId) => ({ role: "branch-head" as const, nodeId }));
	const given = { passwordHash: hashPassword("correct horse 电池"), now: Date.now() };
	const added = await addPerson(memoryOf(env.DB), { ...joiner, assignments }, given);
	if ("refused" in added) throw new Error(added.refused);
	await rememberPassword(memoryOf(env.DB), joiner.staffId, given.passwordHash, false);
	const holder = env.HOLDER.getByName(`staff:${joiner.staffId}`);
	const opened = await holder.signIn({ password: "correct horse 电池", label: "a test", browser: null });
	if (!opened.ok) throw new Error(opened.code);
	return opened.value.token;
}

const within = (nodeId: string) => places.find(([each]) => nameOf(each).endsWith(` ${nodeId}`))?.[1] ?? [];

function branchesOf(answer: Answer): string[] {
	const { rows } = answer.body as unknown as { rows: { branchId: string }[] };
	return sorted(rows.map(({ branchId }) => branchId));
}

function exported(answer: Answer): string[] {
	const { cases } = answer.body as unknown as { cases: { shown: { branchId: string } }[] };
	return sorted(cases.map(({ shown }) => shown.branchId));
}
