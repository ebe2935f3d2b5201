import {
	RECENT_BLOCK_IDS,
	RECENT_COMMANDS_MAX,
	RECENT_COMMANDS_MIN,
	RECENT_COMMANDS_MS,
	RECENT_REFUSALS_MAX,
} from "../../../schema/limits.ts";

const MINUTE_MS = 60_000;

/** Ids with the seqs of their commits, oldest first. */
type Ids = { readonly ids: string[]; readonly seqs: number[] };

/**
 * Ids in full blocks that never change again, and the latest behind them: a commit copies and searches only those, however
 * many are remembered. Blocks are forgotten whole.
 */
type Answered = Ids & { readonly blocks: Ids[] };
const placesOf = new WeakMap<Ids, ReadonlyMap<string, number>>();

/** The command ids a branch remembers. Refusals stand apart, so that they never push out what was done. */
export type RecentIds = {
	readonly done: Answered;
	readonly refused: Answered;
	/** The first seq of each minute of branch time in which something was done: tells how old an id is without a time for each. */
	readonly minutes: [minute: number, firstSeq: number][];
};

const none = (): Answered => ({ blocks: [], ids: [], seqs: [] });

export function noRecentIds(): RecentIds {
	return { done: none(), refused: none(), minutes: [] };
}

/** A copy that may be changed. */
export function copyOfRecent({ done, refused, minutes }: RecentIds): RecentIds {
	const copy = ({ blocks, ids, seqs }: Answered): Answered => ({
		blocks: blocks.slice(),
		ids: ids.slice(),
		seqs: seqs.slice(),
	});
	return { done: copy(done), refused: copy(refused), minutes: minutes.slice() };
}

/** How many ids are remembered. */
export function countOf({ blocks, ids }: Answered): number {
	return blocks.reduce((count, block) => count + block.ids.length, ids.length);
}

/** Notes one commit in `recent` itself, and forgets what is both too old and beyond the number always kept. */
export function remember(
	recent: RecentIds,
	commit: { readonly commandId: string; readonly seq: number; readonly at: number; readonly refused?: unknown },
): void {
	if (commit.refused !== undefined) {
		add(recent.refused, commit);
		dropOldest(recent.refused, RECENT_REFUSALS_MAX, RECENT_REFUSALS_MAX, Number.POSITIVE_INFINITY);
		return;
	}
	const { done, minutes } = recent;
	add(done, commit);
	const minute = Math.floor(commit.at / MINUTE_MS);
	if (minutes.at(-1)?.[0] !== minute) minutes.push([minute, commit.seq]);
	const oldest = Math.floor((commit.at - RECENT_COMMANDS_MS) / MINUTE_MS);
	while ((minutes[0]?.[0] ?? minute) < oldest) minutes.shift();
	dropOldest(done, RECENT_COMMANDS_MIN, RECENT_COMMANDS_MAX, minutes[0]?.[1] ?? commit.seq);
}

/** The seq at which a command id was answered; null when it is not remembered. */
export function seqOf({ done, refused }: RecentIds, commandId: string): number | null {
	return seqIn(done, commandId) ?? seqIn(refused, commandId);
}

function seqIn({ blocks, ids, seqs }: Answered, commandId: string): number | null {
	const at = ids.lastIndexOf(commandId);
	if (at !== -1) return seqs[at] ?? null;
	for (const block of blocks) {
		const place = placesIn(block).get(commandId);
		if (place !== undefined) return block.seqs[place] ?? null;
	}
	return null;
}

function placesIn(block: Ids): ReadonlyMap<string, number> {
	const known = placesOf.get(block);
	if (known !== undefined) return known;
	const places = new Map(block.ids.map((id, place) => [id, place]));
	placesOf.set(block, places);
	return places;
}

/** What older versions kept: the ids of the latest commits, of which the last belongs to `seq`. */
export function recentOf(ids: readonly string[], seq: number, at: number): RecentIds {
	const first = seq - ids.length + 1;
	return {
		done: { blocks: [], ids: ids.slice(), seqs: ids.map((_, index) => first + index) },
		refused: none(),
		minutes: ids.length === 0 ? [] : [[Math.floor(at / MINUTE_MS), first]],
	};
}

function add(to: Answered, { commandId, seq }: { readonly commandId: string; readonly seq: number }): void {
	to.ids.push(commandId);
	to.seqs.push(seq);
	if (to.ids.length >= RECENT_BLOCK_IDS) to.blocks.push({ ids: to.ids.splice(0), seqs: to.seqs.splice(0) });
}

/** Forgets whole blocks: those older than `keptFrom` as far as `least` stay, and any beyond `most`. */
function dropOldest(from: Answered, least: number, most: number, keptFrom: number): void {
	let count = countOf(from);
	for (let [oldest] = from.blocks; oldest !== undefined; [oldest] = from.blocks) {
		const left = count - oldest.ids.length;
		const isOld = (oldest.seqs.at(-1) ?? keptFrom) < keptFrom;
		if (count <= most && !(isOld && left >= least)) return;
		from.blocks.shift();
		count = left;
	}
}
