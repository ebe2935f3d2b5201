import { kindOfNode } from "../../../rules/institution.ts";
import type { BranchId } from "../../../schema/ids.ts";
import type { Assignment } from "../../../schema/people/person.ts";
import type { ProblemCode } from "../../../schema/problem.ts";
import type { Env } from "../../platform/env.ts";
import { profileChanged } from "../door/holder-stub.ts";
import { Refused } from "../door/serve.ts";

/** Whom a change concerns: people who may be signed in, programs, and branches whose own people become others. */
export type Concerned = {
	readonly staffIds: readonly string[];
	readonly accountIds?: readonly string[];
	readonly branchIds: readonly BranchId[];
};

/**
 * Writes what changes people's rights, and tells their sessions and branches before and after. When they cannot be told
 * beforehand nothing is written; when not afterwards, they look again by themselves.
 */
export async function changingProfiles<Value>(
	env: Env,
	concerned: Concerned,
	write: () => Promise<Value | { readonly refused: ProblemCode }>,
): Promise<Value | Refused> {
	try {
		await tell(env, concerned);
	} catch (error) {
		report(error);
		return new Refused("not-ready");
	}
	const result = await write();
	await tell(env, concerned).catch(report);
	return isRefused(result) ? new Refused(result.refused) : result;
}

/** The branches at which any of these roles is held, each once. */
export function branchesOf(assignments: readonly Assignment[]): BranchId[] {
	const nodeIds = assignments.map(({ nodeId }) => nodeId).filter((nodeId) => kindOfNode(nodeId) === "branch");
	return [...new Set(nodeIds)];
}

async function tell(env: Env, { staffIds, accountIds = [], branchIds }: Concerned): Promise<void> {
	const branches = branchIds.map((branchId) => env.BRANCH.getByName(branchId).staffChanged());
	const holders = [profileChanged(env, "staff", staffIds), profileChanged(env, "service", accountIds)];
	await Promise.all([...holders, ...branches]);
}

function isRefused(result: unknown): result is { readonly refused: ProblemCode } {
	return typeof result === "object" && result !== null && "refused" in result;
}

function report(error: unknown): void {
	console.error(JSON.stringify({ message: "sessions or branches not told of a change", error: String(error) }));
}
