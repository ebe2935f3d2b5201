import { kindOfNode } from "../../../rules/institution.ts";
import type { PublicWords } from "../../../schema/configuration/public-words/public-words.ts";
import type { SectionRefusal, SectionVersion } from "../../../schema/configuration/version.ts";
import { CHECKED_AT_ONCE_MAX, TOLD_WHILE_PUBLISHING_MAX } from "../../../schema/limits.ts";
import { resolve } from "../../domain/configuration/check-section.ts";
import { chosenAt, keyOf, layersOf, levelsOf } from "../../domain/configuration/chosen.ts";
import { approved, draftOf, paused, published, type Stepped, takenBack } from "../../domain/configuration/version.ts";
import type { Env } from "../../platform/env.ts";
import { findNode } from "../../records/bank/institution.ts";
import { branchIdsWithin, refusalsOf, rememberRefusals } from "../../records/configuration/section-branch.ts";
import {
	addVersion,
	changeVersion,
	findVersion,
	newestPublished,
	versionBefore,
	versionsAt,
	versionsOut,
} from "../../records/configuration/section-version.ts";
import { type Memory, memoryOf } from "../../records/memory.ts";
import { askBranch } from "../door/branch-stub.ts";
import { type Call, type Handler, Refused } from "../door/serve.ts";
import { tellNext, tellThoseReached } from "./roll-out.ts";

const SHOWN_MAX = 50;

export const draftVersion: Handler<"draftVersion"> = async ({ env, actor, params, body, commandId, now }) => {
	const { nodeId, section } = params;
	if (kindOfNode(nodeId) === "sub-branch") return new Refused("unknown-node");
	const memory = memoryOf(env.DB);
	const repeated = await findVersion(memory, commandId);
	if (repeated !== null) return ofSame(repeated, params, staffIdOf(actor));
	if ((await findNode(memory, nodeId)) === null && kindOfNode(nodeId) !== "bank") return new Refused("unknown-node");
	const [out, newest, last] = await Promise.all([
		versionsOut(memory, nodeId),
		newestPublished(memory, section, nodeId),
		lastOrdinal(memory, params),
	]);
	if (newest !== body.basedOn) return new Refused("draft-stale");
	const above = layersOf(chosenAt(out, section, nodeId)).slice(0, -1);
	const { words } = resolve("public-words", layersOf(chosenAt(out, "public-words", nodeId))).value as PublicWords;
	const draft = { ...body, versionId: commandId, section, nodeId, ordinal: last + 1, above, words };
	const made = draftOf(draft, { staffId: staffIdOf(actor), now });
	if ("refused" in made) return refusedBy(made);
	return (await addVersion(memory, made.next)) ? { version: made.next } : new Refused("draft-stale");
};

/** Asks some more of the branches that a draft will reach; who asks goes on until `check.done`. */
export const checkVersion: Handler<"checkVersion"> = async ({ env, params }) => {
	const memory = memoryOf(env.DB);
	const version = await versionIn(memory, params);
	if (version instanceof Refused) return version;
	if (version.status !== "draft") return new Refused("version-not-at-step", { detail: version.status });
	if (version.check.done) return { version, refusals: await refusalsOf(memory, version.versionId, SHOWN_MAX) };
	const { after, asked, refused } = version.check;
	const branchIds = await branchIdsWithin(memory, version.nodeId, after, CHECKED_AT_ONCE_MAX);
	const answers = await Promise.all(branchIds.map((branchId) => refusalAt(env, version, branchId)));
	if (answers.some((answer) => answer instanceof Refused)) return new Refused("not-ready");
	const refusals = answers.filter((answer): answer is SectionRefusal => answer !== null && "branchId" in answer);
	await rememberRefusals(memory, version.versionId, refusals);
	const check = {
		after: branchIds.at(-1) ?? after,
		asked: asked + branchIds.length,
		refused: refused + refusals.length,
		done: branchIds.length < CHECKED_AT_ONCE_MAX,
	};
	const next = { ...version, check, version: version.version + 1 };
	if (!(await changeVersion(memory, next))) return new Refused("changed-since-read");
	return { version: next, refusals: await refusalsOf(memory, version.versionId, SHOWN_MAX) };
};

/** Why a branch would not take a draft with what else holds there; null: it would. */
async function refusalAt(env: Env, draft: SectionVersion, branchId: string): Promise<SectionRefusal | Refused | null> {
	const { section, nodeId } = draft;
	const chosen = chosenAt(await versionsOut(memoryOf(env.DB), branchId), section, branchId);
	const at = levelsOf(branchId).indexOf(nodeId);
	const wanted = chosen.map((each, level) => (level === at ? draft : each));
	const told = { section, key: keyOf(wanted), value: resolve(section, layersOf(wanted)).value };
	const answer = await askBranch(env, branchId, async (branch) => branch.refusalOfSection(told));
	if (answer === null || answer instanceof Refused) return answer;
	// A branch that works already finds the reason gone by the evening: it takes the version then.
	if (answer.refused === "configuration-in-use" || answer.refused === "branch-not-configured") return null;
	return { branchId, code: answer.refused, detail: answer.detail ?? "" };
}

export const approveVersion: Handler<"approveVersion"> = (call) =>
	moved(call, ({ version, newest, by }) =>
		approved(version, { ...by, newest, aloneAllowed: call.env.APPROVE_OWN_DRAFTS === "true" }),
	);

export const publishVersion: Handler<"publishVersion"> = async (call) => {
	const { reach, at = null } = call.body;
	const out = await moved(call, ({ version, newest, by }) => published(version, { ...by, newest, reach, at }));
	return out instanceof Refused ? out : { version: await toldAtOnce(call.env, out.version, call.now) };
};

export const pauseVersion: Handler<"pauseVersion"> = (call) => moved(call, ({ version }) => paused(version));

export const takeBackVersion: Handler<"takeBackVersion"> = async (call) => {
	const memory = memoryOf(call.env.DB);
	const found = await foundFor(call, memory);
	if (found instanceof Refused) return found;
	const { version, newest, by } = found;
	const [before, last] = await Promise.all([versionBefore(memory, version), lastOrdinal(memory, version)]);
	const more = { ...by, versionId: crypto.randomUUID(), newest, last, note: call.body.reason };
	const back = takenBack(version, before, more);
	if ("refused" in back) return refusedBy(back);
	// The version that holds instead is there first: should this end here, the newest is the earlier one already.
	if (!(await addVersion(memory, back.anew))) return new Refused("changed-since-read");
	if (!(await changeVersion(memory, back.next))) return new Refused("changed-since-read");
	// Named ones may stand anywhere in the order of the others, and their screens still show what was taken back.
	if (version.reach.kind !== "all")
		await tellThoseReached(call.env, version, { limit: TOLD_WHILE_PUBLISHING_MAX, now: call.now });
	return { version: await toldAtOnce(call.env, back.anew, call.now) };
};

type Moving = Pick<Call<"approveVersion">, "env" | "params" | "version" | "actor" | "now">;
type Found = {
	readonly version: SectionVersion;
	/** The number of the newest published one of its section and place. */
	readonly newest: number;
	readonly by: { readonly staffId: string; readonly now: number };
};

async function foundFor({ params, version: read, actor, now }: Moving, memory: Memory): Promise<Found | Refused> {
	const version = await versionIn(memory, params);
	if (version instanceof Refused) return version;
	if (version.version !== read) return new Refused("changed-since-read");
	const newest = await newestPublished(memory, version.section, version.nodeId);
	return { version, newest, by: { staffId: staffIdOf(actor), now } };
}

async function lastOrdinal(memory: Memory, { section, nodeId }: Pick<SectionVersion, "section" | "nodeId">) {
	const [last] = await versionsAt(memory, section, nodeId, { limit: 1, before: null });
	return last?.ordinal ?? 0;
}

async function moved(call: Moving, step: (found: Found) => Stepped) {
	const memory = memoryOf(call.env.DB);
	const found = await foundFor(call, memory);
	if (found instanceof Refused) return found;
	const made = step(found);
	if ("refused" in made) return refusedBy(made);
	return (await changeVersion(memory, made.next)) ? { version: made.next } : new Refused("changed-since-read");
}

/** The first branches hear of it within the call; the clock's turns tell the rest. */
async function toldAtOnce(env: Env, version: SectionVersion, now: number): Promise<SectionVersion> {
	if (version.status !== "published") return version;
	return tellNext(env, version, { limit: TOLD_WHILE_PUBLISHING_MAX, now });
}

async function versionIn(
	memory: Memory,
	{ nodeId, versionId }: { readonly nodeId: string; readonly versionId: string },
): Promise<SectionVersion | Refused> {
	const version = await findVersion(memory, versionId);
	return version === null || version.nodeId !== nodeId ? new Refused("unknown-version") : version;
}

function ofSame(version: SectionVersion, { nodeId, section }: { nodeId: string; section: string }, staffId: string) {
	const same = version.nodeId === nodeId && version.section === section && version.draftedBy === staffId;
	return same ? { version } : new Refused("command-id-reused");
}

function refusedBy({ refused, detail }: Extract<Stepped, { readonly refused: unknown }>): Refused {
	return new Refused(refused, detail === undefined ? {} : { detail });
}

function staffIdOf(actor: Moving["actor"]): string {
	return actor?.kind === "staff" ? actor.staffId : "";
}
