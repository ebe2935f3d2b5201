import type { ProblemCode } from "../../schema/problem.ts";
import type { Env } from "../env.ts";
import { profileChanged } from "./holder-stub.ts";
import { Refused } from "./serve.ts";

/**
 * Writes what changes these people's rights, and tells their sessions before and after. When they cannot be told
 * beforehand nothing is written; when not afterwards, they look again by themselves.
 */
export async function changingProfiles<Value>(
	env: Env,
	staffIds: readonly string[],
	write: () => Promise<Value | { readonly refused: ProblemCode }>,
): Promise<Value | Refused> {
	try {
		await profileChanged(env, staffIds);
	} catch (error) {
		report(error);
		return new Refused("not-ready");
	}
	const result = await write();
	await profileChanged(env, staffIds).catch(report);
	return isRefused(result) ? new Refused(result.refused) : result;
}

function isRefused(result: unknown): result is { readonly refused: ProblemCode } {
	return typeof result === "object" && result !== null && "refused" in result;
}

function report(error: unknown): void {
	console.error(JSON.stringify({ message: "sessions not told of a change", error: String(error) }));
}
