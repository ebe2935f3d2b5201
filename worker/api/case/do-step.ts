import { type CaseKind, definitionOf } from "../../../rules/case/kinds.ts";
import { isOver, mayMove, mayRead } from "../../../rules/case/step.ts";
import { holds } from "../../../rules/holding.ts";
import { covers } from "../../../rules/place.ts";
import type { HolderActor } from "../../../schema/actor.ts";
import type {
	CaseBrought,
	CaseDone,
	CaseRequest,
	MoveCase,
	SealedTexts,
	StoredCase,
} from "../../../schema/customer/case.ts";
import type { FieldValue } from "../../../schema/customer/case-fields.ts";
import type { WrappedKey } from "../../../schema/customer/sealed.ts";
import { retentionOf, rowOf } from "../../domain/case/case-place.ts";
import type { Env } from "../../platform/env.ts";
import { keyedHash } from "../../privacy/blind-index.ts";
import { indexesOf, numbersIn, sealFields, withoutEmpty } from "../../privacy/case-fields.ts";
import { sealTexts } from "../../privacy/case-texts.ts";
import { newDataKey, unwrap } from "../../privacy/data-key.ts";
import { bytesOf, EnvelopeError, type NamedKey } from "../../privacy/envelope.ts";
import { type Vault, vaultOf } from "../../privacy/vault.ts";
import type { Caller } from "../door/authenticate.ts";
import { askBranch } from "../door/branch-stub.ts";
import { Refused } from "../door/serve.ts";
import { actorsOf, type CaseThere, caseThere, storedCase } from "./stored-case.ts";

const ID_BYTES = 12;

/** Who does a step, where and when; `now` is wall-clock time. */
export type StepBy = {
	readonly env: Env;
	readonly caller: Caller | null;
	readonly branchId: string;
	readonly commandId: string;
	readonly now: number;
};

/** Opens a case: sealed here, decided and stored by the branch, brought to D1 whenever that answers. */
export async function openingStep(by: StepBy, kind: CaseKind, brought: CaseBrought): Promise<CaseDone | Refused> {
	const { env, caller, branchId, commandId, now } = by;
	const vault = await vaultOf(env);
	const { open } = definitionOf(kind).rights;
	const actors = actorsOf(caller);
	const actor = actors.find((each) => holds(each, open) && covers(each.place, branchId)) ?? actors[0];
	if (vault === null) return new Refused("not-ready");
	if (actor === undefined) return new Refused("not-permitted");
	const caseId = await caseIdOf(vault, branchId, commandId);
	const subject = rowOf({ kind, caseId });
	const { key, stored } = await newDataKey(vault, { retention: retentionOf(kind), branchId, subject }, now);
	const step = { caseId, kind, step: "open", version: 0 };
	const command = await commandOf(vault, step, brought);
	const sealed = await sealedOf(vault, key, { branchId, ...step }, brought, now);
	const done = await send(by, { commandId, command }, { key: stored, ...sealed }, actor, null);
	return done instanceof Refused && done.code === "changed-since-read" ? openedBefore(by, caseId, kind, actor) : done;
}

/** The id of a case follows from its command: one that is there was opened by the same command, so long ago that the branch has forgotten it. */
async function openedBefore(
	{ env, branchId }: StepBy,
	caseId: string,
	kind: CaseKind,
	actor: HolderActor,
): Promise<CaseDone | Refused> {
	const stored = await storedCase(env, branchId, caseId);
	if (stored instanceof Refused) return stored;
	const isOwn = actor.kind === "staff" && stored?.openedBy === actor.staffId && stored.kind === kind;
	return isOwn ? { caseId, version: 1 } : new Refused("command-id-reused");
}

export type Step = { readonly caseId: string; readonly step: string; readonly version: number };

/** Does a step of a case, which comes back to its branch with it if it is D1's alone. */
export async function nextStep(
	by: StepBy,
	{ caseId, step, version }: Step,
	brought: CaseBrought,
	onRecord: (work: () => Promise<CaseDone | Refused>) => Promise<CaseDone | Refused>,
): Promise<CaseDone | Refused> {
	const { env, caller, branchId, commandId, now } = by;
	const vault = await vaultOf(env);
	if (vault === null) return new Refused("not-ready");
	const there = await caseThere(env, branchId, caseId);
	if (there instanceof Refused) return there;
	if (there === null) return new Refused("unknown-case");
	const before = there.stored;
	const definition = definitionOf(before.kind);
	const rule = definition.steps[step];
	const readers = actorsOf(caller).filter((each) => mayRead(definition, before, each));
	const actor = readers.find((each) => rule !== undefined && mayMove(rule, before, each)) ?? readers[0];
	if (actor === undefined) return new Refused("unknown-case");
	if (before.key === null) return new Refused("case-erased");
	const key = await usable(vault, before.key);
	if (key === null) return new Refused("not-ready");
	const about = { caseId, kind: before.kind, step, version };
	const command = await commandOf(vault, about, brought);
	const sealed = await sealedOf(vault, key, { branchId, ...about }, brought, now);
	const work = () => send(by, { commandId, command }, sealed, actor, comesBack(there) ? before : null);
	return definition.onRecord ? onRecord(work) : work();
}

/** Null when the keys that are here do not open it. */
async function usable(vault: Vault, stored: WrappedKey): Promise<NamedKey | null> {
	try {
		return await unwrap(vault, stored);
	} catch (error) {
		if (!(error instanceof EnvelopeError)) throw error;
		console.error(JSON.stringify({ message: "a key does not open", keyId: stored.keyId, error: error.message }));
		return null;
	}
}

/** What is over, or has never been at its branch, is handed to it; what is lost there is not. */
function comesBack({ stored, isHere, epoch }: CaseThere): boolean {
	return !isHere && (epoch === 0 || isOver(definitionOf(stored.kind), stored.stage));
}

async function send(
	{ env, branchId }: StepBy,
	request: CaseRequest,
	sealed: SealedTexts,
	actor: HolderActor,
	elsewhere: StoredCase | null,
): Promise<CaseDone | Refused> {
	const answer = await askBranch(env, branchId, async (branch) => branch.moveCase(request, sealed, actor, elsewhere));
	if (answer instanceof Refused) return answer;
	if (answer.status === "refused") return new Refused(answer.code, { ...(answer.detail && { detail: answer.detail }) });
	return { caseId: answer.caseId, version: answer.version };
}

async function sealedOf(
	vault: Vault,
	key: NamedKey,
	at: Pick<MoveCase, "caseId" | "kind" | "version"> & { readonly branchId: string },
	{ texts, fields = {}, ties }: CaseBrought,
	notedAt: number,
): Promise<SealedTexts> {
	const found = ties === undefined ? {} : named(ties);
	const plain = Object.entries(found).map(([tie, value]) => [tie, value?.replaceAll("-", "") ?? null]);
	const rules = definitionOf(at.kind).ties ?? {};
	const findable = plain.filter(([tie]) => tie != null && rules[tie]?.is === "reference");
	return {
		texts: await sealTexts(key, at, texts, at.version + 1),
		fields: await sealFields(key, at, withoutEmpty(fields)),
		indexes: { ...(await indexesOf(vault, at.kind, fields)), ...Object.fromEntries(findable) },
		ties: found,
		notedAt,
	};
}

/** Without what is not named, so that it stays as it is. */
function named<Value>(values: Readonly<Record<string, Value | undefined>>): Record<string, Value> {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Record<string, Value>;
}

async function commandOf(
	vault: Vault,
	about: Pick<MoveCase, "caseId" | "kind" | "step" | "version">,
	{ ownerId, dueAt, stage, texts, facts, fields = {}, ties = {} }: CaseBrought,
): Promise<MoveCase> {
	const brought = Object.entries(named<FieldValue | null>({ ...withoutEmpty(fields), ...ties }));
	const holding = brought.flatMap(([name, value]) => (value === null ? [] : [name]));
	const drops = [
		...brought.flatMap(([name, value]) => (value === null ? [name] : [])),
		...(ownerId === null ? ["owner"] : []),
	];
	const numbers = numbersIn(about.kind, fields);
	return {
		type: "move-case",
		...about,
		...(ownerId == null ? {} : { ownerId }),
		...(dueAt === undefined ? {} : { dueAt }),
		...(stage === undefined ? {} : { stage }),
		texts: Object.keys(texts),
		...(facts === undefined ? {} : { facts: named(facts) }),
		...(holding.length === 0 ? {} : { holds: holding }),
		...(drops.length === 0 ? {} : { drops }),
		...(numbers.length === 0 ? {} : { numbers }),
		content: await keyedHash(vault, "content", JSON.stringify(brought.length === 0 ? texts : [texts, brought])),
	};
}

/** The same for the same command, so that one sent again opens the same case. */
async function caseIdOf(vault: Vault, branchId: string, commandId: string): Promise<string> {
	const hash = await keyedHash(vault, "case", `${branchId} ${commandId}`);
	const bytes = bytesOf(hash).subarray(0, ID_BYTES);
	return `${branchId}_${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
