import {
	RECENT_COMMANDS_MAX,
	RECENT_COMMANDS_MIN,
	RECENT_COMMANDS_MS,
	RECENT_REFUSALS_MAX,
} from "../../schema/limits.ts";

const MINUTE_MS = 60_000;

/** Command ids with the seqs of their commits, oldest first; two plain lists, for they are copied with every commit. */
type Answered = { readonly ids: string[]; readonly seqs: number[] };

/** The command ids a branch remembers. Refusals stand apart, so that they never push out what was done. */
export type RecentIds = {
	readonly done: Answered;
	readonly refused: Answered;
	/** The first seq of each minute of branch time in which something was done: tells how old an id is without a time for each. */
	readonly minutes: [minute: number, firstSeq: number][];
};

export function noRecentIds(): RecentIds {
	return { done: { ids: [], seqs: [] }, refused: { ids: [], seqs: [] }, minutes: [] };
}

/** A copy that may be changed. */
export function copyOfRecent({ done, refused, minutes }: RecentIds): RecentIds {
	const copy = ({ ids, seqs }: Answered): Answered => ({ ids: ids.slice(), seqs: seqs.slice() });
	return { done: copy(done), refused: copy(refused), minutes: minutes.slice() };
}

/** Notes one commit in `recent` itself, and forgets what is both too old and beyond the number always kept. */
export function remember(
	recent: RecentIds,
	commit: { readonly commandId: string; readonly seq: number; readonly at: number; readonly refused?: unknown },
): void {
	if (commit.refused !== undefined) {
		add(recent.refused, commit);
		dropOldest(recent.refused, recent.refused.ids.length - RECENT_REFUSALS_MAX);
		return;
	}
	const { done, minutes } = recent;
	add(done, commit);
	const minute = Math.floor(commit.at / MINUTE_MS);
	if (minutes.at(-1)?.[0] !== minute) minutes.push([minute, commit.seq]);
	const oldest = Math.floor((commit.at - RECENT_COMMANDS_MS) / MINUTE_MS);
	while ((minutes[0]?.[0] ?? minute) < oldest) minutes.shift();
	const keptFrom = minutes[0]?.[1] ?? commit.seq;
	let drop = Math.max(0, done.ids.length - RECENT_COMMANDS_MAX);
	while (done.ids.length - drop > RECENT_COMMANDS_MIN && (done.seqs[drop] ?? keptFrom) < keptFrom) drop++;
	dropOldest(done, drop);
}

/** The seq at which a command id was answered; null when it is not remembered. */
export function seqOf({ done, refused }: RecentIds, commandId: string): number | null {
	for (const { ids, seqs } of [done, refused]) {
		const at = ids.lastIndexOf(commandId);
		if (at !== -1) return seqs[at] ?? null;
	}
	return null;
}

/** What older versions kept: the ids of the latest commits, of which the last belongs to `seq`. */
export function recentOf(ids: readonly string[], seq: number, at: number): RecentIds {
	const first = seq - ids.length + 1;
	return {
		done: { ids: ids.slice(), seqs: ids.map((_, index) => first + index) },
		refused: { ids: [], seqs: [] },
		minutes: ids.length === 0 ? [] : [[Math.floor(at / MINUTE_MS), first]],
	};
}

function add({ ids, seqs }: Answered, { commandId, seq }: { readonly commandId: string; readonly seq: number }): void {
	ids.push(commandId);
	seqs.push(seq);
}

function dropOldest({ ids, seqs }: Answered, count: number): void {
	if (count <= 0) return;
	ids.splice(0, count);
	seqs.splice(0, count);
}
