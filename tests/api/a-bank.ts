import { env } from "cloudflare:workers";
import type { HolderActor, Role } from "../../schema/actor.ts";
import type { FirstPassword, Joiner, Person } from "../../schema/people/person.ts";
import { Problem } from "../../schema/problem.ts";
import { addNode } from "../../worker/records/bank/institution.ts";
import { memoryOf } from "../../worker/records/memory.ts";
import { bearer, call } from "./callers.ts";

type Answer = { readonly status: number; readonly body: unknown };

let regions = 0;

/** A region of its own with two branches and a sub-branch, so that tests do not meet in one database. */
export async function aBank() {
	regions += 1;
	const region = `r${regions}${crypto.randomUUID().replaceAll("-", "").slice(0, 6)}`;
	const [main, sister, subBranch] = [`${region}-main`, `${region}-sister`, `${region}.east`] as const;
	const memory = memoryOf(env.DB);
	const name = { zh: "分行", en: "Region" };
	for (const [nodeId, parentId] of [
		[region, "bank"],
		[subBranch, region],
		[main, region],
		[sister, region],
	] as const) {
		const added = await addNode(memory, { nodeId, parentId, name });
		if ("refused" in added) throw new Error(added.refused);
	}
	return { region, main, sister, subBranch, memory };
}

export function headOf(branchId: string, staffId: string = "head-1"): HolderActor {
	return { kind: "staff", role: "branch-head", staffId, place: { kind: "branch", branchId } };
}

export function aboveRegion(role: Role, region: string, staffId: string = `${role}-1`): HolderActor {
	return { kind: "staff", role, staffId, place: { kind: "region", region } };
}

export function joinerAt(nodeId: string, role: Role = "closed-teller", staffId = aStaffId()): Joiner {
	return { staffId, name: { zh: "张伟", en: "Zhang Wei" }, assignments: [{ role, nodeId }] };
}

export function aStaffId(): string {
	return `t${crypto.randomUUID().replaceAll("-", "").slice(0, 12)}`;
}

/** One call of the API as this person. */
export async function ask(
	actor: HolderActor,
	method: string,
	path: string,
	{ body, version }: { readonly body?: unknown; readonly version?: number } = {},
): Promise<Answer> {
	const match: Record<string, string> = version === undefined ? {} : { "If-Match": String(version) };
	const headers = { ...(await bearer(actor)), ...match };
	const response = await call(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
	return { status: response.status, body: await response.json() };
}

/** The code of a refusal; `done` for an answer. */
export function codeOf({ status, body }: Answer): string {
	return status === 200 ? "done" : Problem.parse(body).code;
}

export async function added(actor: HolderActor, joiner: Joiner): Promise<FirstPassword> {
	const answer = await ask(actor, "POST", "/people", { body: joiner });
	if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
	return answer.body as FirstPassword;
}

export async function personSeenBy(actor: HolderActor, staffId: string): Promise<Person> {
	const answer = await ask(actor, "GET", `/people/${staffId}`);
	if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
	return answer.body as Person;
}
