import { newCommandId } from "../../client-kit/call/secure-id.ts";
import { Refusal } from "../../react-kit/data/refusal.ts";
import { BANK, regionOf } from "../../rules/institution.ts";
import { CONFIGURATION, SEND_COMMAND } from "../../rules/routes/branch.ts";
import { ADD_NODE } from "../../rules/routes/people.ts";
import type { NewNode } from "../../schema/endpoint/people-endpoints.ts";
import type { BranchConfiguration } from "../../schema/hall/configuration.ts";
import type { NodeId } from "../../schema/ids.ts";
import { ask } from "../data/ask.ts";

/** Whether a branch of this id works already: it is then not founded anew over what it has. */
export async function isFounded(branchId: string): Promise<boolean> {
	try {
		await ask(CONFIGURATION, { params: { branchId } });
		return true;
	} catch (error) {
		if (error instanceof Refusal && error.problem.code === "branch-not-configured") return false;
		throw error;
	}
}

/**
 * Puts the region, if it is new, and the branch into the institution tree, and gives the branch its configuration. What is there already
 * from a try that broke off is left as it is. Rejects with a `Refusal`.
 */
export async function foundBranch(
	configuration: BranchConfiguration,
	{ parentId, known }: { readonly parentId: NodeId; readonly known: ReadonlySet<NodeId> },
): Promise<void> {
	const { branchId, name, region } = configuration;
	const regionId = regionOf(branchId);
	const nodes = [
		{ nodeId: regionId, parentId: BANK, name: region },
		{ nodeId: branchId, parentId, name },
	];
	for (const body of nodes) {
		if (!known.has(body.nodeId)) await addUnlessThere(body);
	}
	const body = { command: { type: "configure" as const, configuration } };
	await ask(SEND_COMMAND, { params: { branchId }, body }, { commandId: newCommandId() });
}

async function addUnlessThere(body: NewNode): Promise<void> {
	try {
		await ask(ADD_NODE, { body });
	} catch (error) {
		if (!(error instanceof Refusal && error.problem.code === "node-exists")) throw error;
	}
}
