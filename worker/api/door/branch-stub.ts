import type { Env } from "../../platform/env.ts";
import { Refused } from "./serve.ts";

/** Asking a branch again after a passing fault is safe: commands carry their id, questions change nothing. */
const TRIES_MAX = 3;

type Stub = ReturnType<Env["BRANCH"]["getByName"]>;

/** Asks a branch; after a fault that passes, again with a new stub, for one that has failed stays failed. */
export async function askBranch<Value>(
	env: Env,
	branchId: string,
	question: (branch: Stub) => Promise<Value>,
): Promise<Value | Refused> {
	for (let tries = 1; ; tries++) {
		try {
			return await question(env.BRANCH.getByName(branchId));
		} catch (error) {
			if (tries >= TRIES_MAX || !isPassing(error)) {
				console.error(JSON.stringify({ message: "branch did not answer", branchId, error: String(error) }));
				return new Refused("not-ready");
			}
		}
	}
}

function isPassing(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	const { retryable, overloaded } = error as Error & { retryable?: boolean; overloaded?: boolean };
	return retryable === true && overloaded !== true;
}
