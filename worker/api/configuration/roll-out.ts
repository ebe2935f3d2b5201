import { reaches } from "../../../rules/configuration/reach.ts";
import type { SectionVersion } from "../../../schema/configuration/version.ts";
import type { BranchId } from "../../../schema/ids.ts";
import { TOLD_AT_ONCE_MAX, TOLD_PER_SECOND_MAX, TOLD_PER_TURN_MAX } from "../../../schema/limits.ts";
import { published } from "../../domain/configuration/version.ts";
import type { Env } from "../../platform/env.ts";
import {
	branchIdsWithin,
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
const SECOND_MS = 1_000;

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
	const { section, nodeId, reach, versionId, told } = version;
	const page = await branchIdsWithin(memory, nodeId, told.after, limit);
	const wanted = page.filter((branchId) => reaches(reach, versionId, branchId));
	const silent: SectionAtBranch[] = [];
	for (let from = 0; from < wanted.length; from += AT_THE_SAME_TIME) {
		if (from > 0 || told.count > 0) await pause((AT_THE_SAME_TIME * SECOND_MS) / TOLD_PER_SECOND_MAX);
		const some = wanted.slice(from, from + AT_THE_SAME_TIME);
		const heard = await Promise.all(some.map((branchId) => tell(env, branchId)));
		const missed = some.filter((_, at) => heard[at] === false);
		silent.push(...missed.map((branchId) => silentAt(branchId, section)));
	}
	await rememberSaid(memory, silent, now);
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

/** False: the branch did not answer. */
async function tell(env: Env, branchId: BranchId): Promise<boolean> {
	const answer = await askBranch(env, branchId, async (branch) => {
		await branch.sectionsChanged();
		return null;
	});
	return !(answer instanceof Refused);
}

function silentAt(branchId: BranchId, section: SectionVersion["section"]): SectionAtBranch {
	return { branchId, section, state: "silent", heldKey: "", code: "", detail: "" };
}
