import { definitionOf } from "../../../rules/case/kinds.ts";
import { mayMove, mayRead } from "../../../rules/case/step.ts";
import { holds } from "../../../rules/holding.ts";
import { covers } from "../../../rules/place.ts";
import type { HolderActor } from "../../../schema/actor.ts";
import type { CaseBrought, CaseDone, CaseRequest, MoveCase, SealedTexts } from "../../../schema/case.ts";
import type { Env } from "../../env.ts";
import { keyedHash } from "../../privacy/blind-index.ts";
import { sealTexts } from "../../privacy/case-texts.ts";
import { newDataKey, unwrap } from "../../privacy/data-key.ts";
import { bytesOf } from "../../privacy/envelope.ts";
import { type Vault, vaultOf } from "../../privacy/vault.ts";
import { askBranch } from "../branch-stub.ts";
import { type Handler, Refused } from "../serve.ts";
import { actorsOf, storedCase } from "./stored-case.ts";

const ID_BYTES = 12;

/** Sealed here, decided and stored by the branch, brought to D1 whenever that answers. */
export const openCase: Handler<"openCase"> = async ({ env, caller, params, body, commandId, now }) => {
	const { branchId } = params;
	const { kind, ...brought } = body;
	const vault = await vaultOf(env);
	const { open } = definitionOf(kind).rights;
	const actors = actorsOf(caller);
	const actor = actors.find((each) => holds(each, open) && covers(each.place, branchId)) ?? actors[0];
	if (vault === null) return new Refused("not-ready");
	if (actor === undefined) return new Refused("not-permitted");
	const caseId = await caseIdOf(vault, branchId, commandId);
	const { key, stored } = await newDataKey(vault, { retention: "case", branchId, subject: caseId }, now);
	const texts = await sealTexts(key, { branchId, caseId }, brought.texts, 1);
	const command = await commandOf(vault, { caseId, kind, step: "open", version: 0 }, brought);
	return send(env, branchId, { commandId, command }, { key: stored, texts }, actor);
};

export const moveCase: Handler<"moveCase"> = async ({ env, caller, params, body, commandId, version }) => {
	const { branchId, caseId } = params;
	const { step, ...brought } = body;
	const vault = await vaultOf(env);
	if (vault === null) return new Refused("not-ready");
	const before = await storedCase(env, branchId, caseId);
	if (before instanceof Refused) return before;
	const definition = before === null ? null : definitionOf(before.kind);
	const rule = definition?.steps[step];
	const readers = actorsOf(caller).filter((each) => before && definition && mayRead(definition, before, each));
	const actor = readers.find((each) => before && rule !== undefined && mayMove(rule, before, each)) ?? readers[0];
	if (before === null || actor === undefined) return new Refused("unknown-case");
	if (before.key === null) return new Refused("case-erased");
	const key = await unwrap(vault, before.key);
	const texts = await sealTexts(key, { branchId, caseId }, brought.texts, version + 1);
	const command = await commandOf(vault, { caseId, kind: before.kind, step, version }, brought);
	const answer = await send(env, branchId, { commandId, command }, { texts }, actor);
	// A case that is over has left its branch, which then knows of none.
	const isOver = before.closedAt !== null && answer instanceof Refused && answer.code === "unknown-case";
	return isOver ? new Refused("wrong-stage", { detail: before.stage }) : answer;
};

async function send(
	env: Env,
	branchId: string,
	request: CaseRequest,
	sealed: SealedTexts,
	actor: HolderActor,
): Promise<CaseDone | Refused> {
	const answer = await askBranch(env, branchId, async (branch) => branch.moveCase(request, sealed, actor));
	if (answer instanceof Refused) return answer;
	if (answer.status === "refused") return new Refused(answer.code, { ...(answer.detail && { detail: answer.detail }) });
	return { caseId: answer.caseId, version: answer.version };
}

async function commandOf(
	vault: Vault,
	about: Pick<MoveCase, "caseId" | "kind" | "step" | "version">,
	{ ownerId, dueAt, texts }: CaseBrought,
): Promise<MoveCase> {
	return {
		type: "move-case",
		...about,
		...(ownerId === undefined ? {} : { ownerId }),
		...(dueAt === undefined ? {} : { dueAt }),
		texts: Object.keys(texts),
		content: await keyedHash(vault, "content", JSON.stringify(texts)),
	};
}

/** The same for the same command, so that one sent again opens the same case. */
async function caseIdOf(vault: Vault, branchId: string, commandId: string): Promise<string> {
	const hash = await keyedHash(vault, "case", `${branchId} ${commandId}`);
	const bytes = bytesOf(hash).subarray(0, ID_BYTES);
	return `${branchId}_${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
