import { kindOfNode } from "../../../rules/institution.ts";
import { CHAINS_AT_ONCE } from "../../../schema/endpoint/restore-endpoints.ts";
import type { NodeId } from "../../../schema/ids.ts";
import { SET_BACK_WITHIN_MS } from "../../../schema/limits.ts";
import type { Env } from "../../platform/env.ts";
import { attempt } from "../../records/attempt.ts";
import { chainsAfter, repeatErasures } from "../../records/case/chains.ts";
import { memoryOf } from "../../records/memory.ts";
import { askBranch } from "../door/branch-stub.ts";
import { type Handler, Refused } from "../door/serve.ts";

export const restoreBranch: Handler<"restoreBranch"> = async ({ env, params: { branchId }, body, now }) => {
	const { to, confirm, dryRun } = body;
	if (confirm !== branchId) return new Refused("not-confirmed");
	if (typeof to === "number" && (to >= now || to < now - SET_BACK_WITHIN_MS)) {
		return invalid("body.to", "not within the last 30 days");
	}
	const lost = typeof to === "string" ? null : await askBranch(env, branchId, async (branch) => branch.lostSince(to));
	if (lost instanceof Refused) return lost;
	if (dryRun) return { lost, wentOn: null, undo: null };
	const begun = await askBranch(env, branchId, async (branch) => branch.beginSetBack(to));
	if (begun instanceof Refused) return begun;
	if (!begun.ok) return new Refused(begun.code);
	await restart(env, branchId);
	const wentOn = await askBranch(env, branchId, async (branch) => branch.setBack());
	return wentOn instanceof Refused ? wentOn : { lost, wentOn, undo: begun.value };
};

export const renewEpoch: Handler<"renewEpoch"> = ({ env, params }) =>
	askBranch(env, params.branchId, async (branch) => branch.setBack());

export const sendAgain: Handler<"sendAgain"> = async ({ env, actor, body, now }) => {
	// It concerns the whole bank.
	if (actor?.kind !== "staff" || actor.place.kind !== "bank") return new Refused("wrong-place");
	const memory = memoryOf(env.DB);
	const found = await chainsAfter(memory, body.after ?? "", CHAINS_AT_ONCE + 1);
	const chains = found.slice(0, CHAINS_AT_ONCE);
	const sent: NodeId[] = [];
	const silent: NodeId[] = [];
	let erased = 0;
	const one = async (chain: NodeId) => {
		const why = await attempt(async () => {
			await env.LEDGER.getByName(chain).sendAgain();
			if (kindOfNode(chain) === "branch") await env.BRANCH.getByName(chain).sendAgain();
			const again = await repeatErasures(memory, chain, now);
			erased += again;
		});
		if (why !== null) console.error(JSON.stringify({ message: "not sent again", chain, error: why }));
		(why === null ? sent : silent).push(chain);
	};
	await Promise.all(chains.map(one));
	return { sent, silent, erased, next: found.length > chains.length ? (chains.at(-1) ?? null) : null };
};

function invalid(path: string, message: string): Refused {
	return new Refused("invalid-input", { errors: [{ path, message }] });
}

/** Its end breaks the very call that asks for it. */
async function restart(env: Env, branchId: string): Promise<void> {
	await attempt(() => env.BRANCH.getByName(branchId).restart());
}
