import type { ProblemCode } from "../../schema/problem.ts";

/** What the tables of people and nodes say when they refuse a write, and what it means. */
const MEANINGS: readonly (readonly [words: string, code: ProblemCode])[] = [
	["NOT NULL constraint failed: people.version", "changed-since-read"],
	["UNIQUE constraint failed: people.staff_id", "person-exists"],
	["UNIQUE constraint failed: service_accounts.account_id", "service-account-exists"],
	["UNIQUE constraint failed: institution_nodes.node_id", "node-exists"],
	["FOREIGN KEY constraint failed", "unknown-node"],
	["last-operator", "last-operator"],
];

/** Does a write; a refusal by the tables is an answer, and any other failure is thrown on. */
export async function unlessRefused<Value>(
	write: () => Promise<Value>,
): Promise<Value | { readonly refused: ProblemCode }> {
	try {
		return await write();
	} catch (error) {
		const words = wordsOf(error);
		const known = MEANINGS.find(([part]) => words.includes(part));
		if (known === undefined) throw error;
		return { refused: known[1] };
	}
}

/** The layers in between wrap the message that counts. */
function wordsOf(error: unknown): string {
	return error instanceof Error ? `${error.message} ${wordsOf(error.cause)}` : "";
}
