import { reaches } from "../../../rules/configuration/reach.ts";
import type { SectionId } from "../../../schema/configuration/sections.ts";
import type { SectionVersion } from "../../../schema/configuration/version.ts";
import type { BranchId } from "../../../schema/ids.ts";
import { TOLD_AT_ONCE_MAX, TOLD_PER_SECOND_MAX, TOLD_PER_TURN_MAX } from "../../../schema/limits.ts";
import { published } from "../../domain/configuration/version.ts";
import type { Env } from "../../platform/env.ts";
import {
	branchIdsReached,
	rememberSaid,
	type SectionAtBranch,
	silentBranches,
} from "../../records/configuration/section-branch.ts";
import {
	changeVersion,
	newestPublished,
	replaceBefore,
	versionsDue,
} from "../../records/configuration/section-version.ts";
import { memoryOf } from "../../records/memory.ts";
import { askBranch } from "../door/branch-stub.ts";
import { Refused } from "../door/serve.ts";

/** Branches that are asked at the same moment. */
const AT_THE_SAME_TIME = 20;
/** Versions that one turn looks after; the rest are older by the next. */
const VERSIONS_PER_TURN = 10;
const SILENT_PER_TURN = 100;
/** Between one such moment and the next. */
const APART_MS = (AT_THE_SAME_TIME * 1_000) / TOLD_PER_SECOND_MAX;

type Pause = (ms: number) => Promise<unknown>;
type Telling = { readonly limit: number; readonly now: number; readonly pause?: Pause };

/**
 * One turn of the clock: what is to be published by now is, further branches are told, and those that were silent once more. `pause`
 * keeps the messages apart.
 */
export async function rollOutTurn(env: Env, now: number, pause: Pause = (ms) => scheduler.wait(ms)): Promise<void> {
	const memory = memoryOf(env.DB);
	let left = TOLD_PER_TURN_MAX;
	for (const due of await versionsDue(memory, now, VERSIONS_PER_TURN)) {
		let version = due.status === "approved" ? await publishDue(env, due, now) : due;
		while (version !== null && left > 0 && !version.told.done) {
			const before: number = version.told.count;
			const told: SectionVersion = await tellNext(env, version, {
				limit: Math.min(left, TOLD_AT_ONCE_MAX),
				now,
				pause,
			});
			// Somebody else has moved it on meanwhile.
			if (told.version === version.version) break;
			left -= told.told.count - before;
			version = told;
		}
	}
	await Promise.all((await silentBranches(memory, SILENT_PER_TURN)).map((branchId) => tell(env, branchId)));
}

/** Publishes what was put off until now; null when it can be no more, because another one came first. */
async function publishDue(env: Env, version: SectionVersion, now: number): Promise<SectionVersion | null> {
	const memory = memoryOf(env.DB);
	const { section, nodeId, reach, publishedBy } = version;
	const newest = await newestPublished(memory, section, nodeId);
	const by = { staffId: publishedBy ?? "", now, newest, reach, at: null };
	const made = published(version, by);
	const next = "refused" in made ? { ...version, publishAt: null, version: version.version + 1 } : made.next;
	return (await changeVersion(memory, next)) && !("refused" in made) ? next : null;
}

/**
 * Tells the next branches of a version, at most `limit`, and notes how far it came: whoever goes on begins there. Twice told is once in
 * effect, so nothing is lost where this ends half way.
 */
export async function tellNext(
	env: Env,
	version: SectionVersion,
	{ limit, now, pause = (ms) => scheduler.wait(ms) }: Telling,
): Promise<SectionVersion> {
	const memory = memoryOf(env.DB);
	const { reach, versionId, told } = version;
	const page = await branchIdsReached(memory, version, told.after, limit);
	const wanted = page.filter((branchId) => reaches(reach, versionId, branchId));
	if (told.count > 0 && wanted.length > 0) await pause(APART_MS);
	await tellAll(env, version.section, wanted, { limit, now, pause });
	const done = page.length < limit;
	const next = {
		...version,
		told: { after: page.at(-1) ?? told.after, count: told.count + wanted.length, done },
		version: version.version + 1,
	};
	if (!(await changeVersion(memory, next))) return version;
	if (done && reach.kind === "all") await replaceBefore(memory, next);
	return next;
}

/**
 * Tells who was reached by a version that no longer holds, before the others and beside the count of the one that holds instead: on
 * their screens something has to go.
 */
export async function tellThoseReached(
	env: Env,
	{ section, nodeId, reach, versionId }: SectionVersion,
	{ limit, now, pause = (ms) => scheduler.wait(ms) }: Telling,
): Promise<void> {
	const page = await branchIdsReached(memoryOf(env.DB), { nodeId, reach }, "", limit);
	const wanted = page.filter((branchId) => reaches(reach, versionId, branchId));
	await tellAll(env, section, wanted, { limit, now, pause });
}

/** Notes who did not answer. */
async function tellAll(
	env: Env,
	section: SectionId,
	wanted: readonly BranchId[],
	{ now, pause }: Required<Telling>,
): Promise<void> {
	const silent: SectionAtBranch[] = [];
	for (let from = 0; from < wanted.length; from += AT_THE_SAME_TIME) {
		if (from > 0) await pause(APART_MS);
		const some = wanted.slice(from, from + AT_THE_SAME_TIME);
		const heard = await Promise.all(some.map((branchId) => tell(env, branchId)));
		const missed = some.filter((_, at) => heard[at] === false);
		silent.push(...missed.map((branchId) => silentAt(branchId, section)));
	}
	await rememberSaid(memoryOf(env.DB), silent, now);
}

/** False: the branch did not answer. */
async function tell(env: Env, branchId: BranchId): Promise<boolean> {
	const answer = await askBranch(env, branchId, async (branch) => {
		await branch.sectionsChanged();
		return null;
	});
	return !(answer instanceof Refused);
}

function silentAt(branchId: BranchId, section: SectionId): SectionAtBranch {
	return { branchId, section, state: "silent", heldKey: "", code: "", detail: "" };
}
