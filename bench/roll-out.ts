import type { SectionVersion } from "../schema/configuration/version.ts";
import { type Api, createApi, OPERATOR } from "../simulation/cli/api.ts";
import { createBranchApi } from "../simulation/cli/branch-api.ts";
import { defaultConfiguration } from "../worker/domain/bank/default-configuration.ts";
import { startCounter } from "./hall/counting-server.ts";
import { BenchFailure, type Measure, measure } from "./measure/measure.ts";

const BRANCHES = 40_000;
const REAL = 200;
const REGION = "ro";
const COUNTER = { source: "bench/counting/telling-worker.ts", className: "TellingBranch" };
/** A Monday, ten in the morning in Shanghai: the clocks of these branches are set to it before anything happens there. */
const OPENS_AT = Date.UTC(2026, 10, 30, 2);
const DAY = "2026-11-30";
const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;
const TURNS_MAX = 20;
/** One turn breaks off in the middle of telling. */
const BREAKS_AFTER = 9_000;
const AT_ONCE = 20;
const PER_SECOND_MAX = 100;
const TARGET = { of: "value", atMost: 10 } as const;

type Counter = Awaited<ReturnType<typeof startCounter>>;
type Counts = Record<"doorRead" | "doorWritten" | "branchRead" | "branchWritten", number>;
type Told = { readonly counts: Counts; readonly messages: { readonly branchId: string; readonly atMs: number }[] };

/**
 * How long it takes until 40,000 branches have been told of a published section, by the clock's turns of the worker as deployed, and what
 * that costs in D1. 200 of the branches are real objects, which take the section; of the others the messages are counted.
 */
export async function rollOut(): Promise<Measure> {
	const counter = await startCounter(COUNTER);
	try {
		const api = createApi(counter.url);
		const real = await foundBranches(api, counter);
		const publish = await approvedDraft(counter.url);
		await plant(counter, BRANCHES - real.length);
		await counter.get("/bench/begin");
		const version = await publish();
		await counter.get(`/bench/break?after=${BREAKS_AFTER}`);
		const { ms, turns, brokeOff } = await runTurns(counter, version.versionId);
		const told = (await counter.get("/bench/told")) as Told;
		await proveTaken(api, real);
		return measureOf(told, { ms, turns, brokeOff });
	} finally {
		await counter.miniflare.dispose();
	}
}

function measureOf(
	{ counts, messages }: Told,
	{ ms, turns, brokeOff }: { readonly ms: number; readonly turns: number; readonly brokeOff: number },
): Measure {
	const heard = new Set(messages.map(({ branchId }) => branchId)).size;
	if (heard !== BRANCHES) throw new BenchFailure(`${heard} branches were told`);
	const most = mostInASecond(messages.map(({ atMs }) => atMs));
	const made = measure({
		value: ms / MINUTE_MS,
		baseline: BRANCHES / PER_SECOND_MAX / (MINUTE_MS / SECOND_MS),
		unit: "minutes",
		target: TARGET,
		beside: {
			branches: BRANCHES,
			realBranches: REAL,
			turns,
			turnsThatBrokeOff: brokeOff,
			mostMessagesInASecond: most,
			messagesTwice: messages.length - heard,
			doorRowsReadPerBranch: counts.doorRead / BRANCHES,
			doorRowsWrittenPerBranch: counts.doorWritten / BRANCHES,
			branchRowsReadPerBranch: counts.branchRead / REAL,
			branchRowsWrittenPerBranch: counts.branchWritten / REAL,
		},
		notes: `Minutes by the clock's turns, pauses passing in no time, until all have been told; the baseline is ${PER_SECOND_MAX} messages a second without a pause. Each of the ${REAL} real branches took the section in one commit. Rows are those of D1, read and written by the door that tells and by a branch that asks and answers.`,
	});
	return { ...made, met: made.met && most <= PER_SECOND_MAX };
}

/** Real branches, spread evenly among the ids of the others. */
async function foundBranches(api: Api, { database }: Counter): Promise<string[]> {
	const apart = Math.floor(BRANCHES / REAL);
	const ids = Array.from({ length: REAL }, (_, at) => `${REGION}-p${String(at * apart).padStart(6, "0")}r`);
	const name = { zh: "网点", en: "Branch" };
	await api.call("addNode", OPERATOR, { body: { nodeId: REGION, parentId: "bank", name } });
	for (let from = 0; from < ids.length; from += AT_ONCE) {
		await Promise.all(
			ids.slice(from, from + AT_ONCE).map(async (branchId) => {
				const branch = createBranchApi(api, branchId);
				const configuration = defaultConfiguration({ branchId, name, region: name, kind: "standard" });
				await branch.setClock({ kind: "virtual", at: OPENS_AT, speed: 0 });
				await branch.configure(configuration);
				const command = { type: "issue-ticket" as const, services: ["cash"] };
				const answer = await branch.send({ kind: "kiosk" }, { commandId: `issue-${branchId}`, command });
				if (answer.status !== "done") throw new BenchFailure(`no number at ${branchId}`);
			}),
		);
	}
	await database.prepare(plantSql(ids.length, `json_extract('${JSON.stringify(ids)}', '$[' || i || ']')`)).run();
	return ids;
}

/** Rows of branches that nobody asks anything but whether they have heard. */
async function plant({ database }: Counter, count: number): Promise<void> {
	await database.prepare(plantSql(count, `'${REGION}-p' || printf('%06d', i)`)).run();
}

function plantSql(count: number, id: string): string {
	return `insert or ignore into branches (branch_id, region, kind, name_zh, name_en, region_name_zh, region_name_en, epoch, seq)
		with recursive n (i) as (select 0 union all select i + 1 from n where i < ${count - 1})
		select ${id}, '${REGION}', 'standard', 'x', 'x', 'x', 'x', 0, 0 from n`;
}

/** A draft of the region's limits, checked at the real branches and approved by a second person; what is returned publishes it. */
async function approvedDraft(url: string): Promise<() => Promise<SectionVersion>> {
	const [drafter, second] = await Promise.all(["drafter", "second"].map((staffId) => tokenFor(url, staffId)));
	const at = `${url}/api/configuration/${REGION}`;
	const ask = async <Answer>(token: string | undefined, path: string, body?: object, version?: number) => {
		const response = await fetch(`${at}${path}`, {
			method: path.endsWith("limits") ? "GET" : "POST",
			headers: {
				Authorization: `Bearer ${token}`,
				"Content-Type": "application/json",
				"Idempotency-Key": crypto.randomUUID(),
				...(version === undefined ? {} : { "If-Match": String(version) }),
			},
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		if (!response.ok) throw new BenchFailure(`${path}: ${await response.text()}`);
		return (await response.json()) as Answer;
	};
	const { value } = await ask<{ value: object }>(drafter, "/sections/limits");
	const body = { value: { ...value, returnGraceMs: 1_020_000 }, locked: [], note: "bench", basedOn: 0 };
	let { version } = await ask<{ version: SectionVersion }>(drafter, "/sections/limits/versions", body);
	const path = `/versions/${version.versionId}`;
	while (!version.check.done) version = (await ask<{ version: SectionVersion }>(drafter, `${path}/check`)).version;
	version = (await ask<{ version: SectionVersion }>(second, `${path}/approve`, undefined, version.version)).version;
	return async () => {
		const reach = { reach: { kind: "all" } };
		return (await ask<{ version: SectionVersion }>(second, `${path}/publish`, reach, version.version)).version;
	};
}

async function tokenFor(url: string, staffId: string): Promise<string> {
	const response = await fetch(`${url}/api/demo/tokens`, {
		method: "POST",
		headers: { "Content-Type": "application/json" },
		body: JSON.stringify({ kind: "staff", role: "head-office-operator", staffId }),
	});
	return ((await response.json()) as { token: string }).token;
}

/** A turn each minute until the version's branches have all been told. */
async function runTurns({ get, database }: Counter, versionId: string) {
	const began = Date.now();
	let brokeOff = 0;
	for (let turn = 0; turn < TURNS_MAX; turn++) {
		const took = (await get(`/bench/turn?at=${began + turn * MINUTE_MS}`)) as { tookMs: number; brokeOff: boolean };
		if (took.tookMs > MINUTE_MS) throw new BenchFailure(`a turn took ${took.tookMs} ms`);
		if (took.brokeOff) brokeOff += 1;
		const row = await database
			.prepare("select body ->> '$.told.done' as done from section_versions where version_id = ?")
			.bind(versionId)
			.first<{ done: number }>();
		if (row?.done === 1) return { ms: turn * MINUTE_MS + took.tookMs, turns: turn + 1, brokeOff };
	}
	throw new BenchFailure(`not all were told in ${TURNS_MAX} turns`);
}

/** Each real branch has taken the section once. */
async function proveTaken(api: Api, ids: readonly string[]): Promise<void> {
	for (const branchId of ids) {
		const commits = await createBranchApi(api, branchId).commits(DAY);
		const taken = commits.filter(({ events }) => events.some(({ type }) => type === "section-taken"));
		if (taken.length !== 1) throw new BenchFailure(`${branchId} took the section ${taken.length} times`);
	}
}

/** Of times in order: how many lie within the fullest second. */
function mostInASecond(times: readonly number[]): number {
	let most = 0;
	let from = 0;
	for (const [at, time] of times.entries()) {
		while (time - (times[from] ?? 0) >= SECOND_MS) from += 1;
		most = Math.max(most, at - from + 1);
	}
	return most;
}
