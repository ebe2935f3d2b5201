import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Commit } from "../../../schema/hall/event.ts";
import { evolve, foldInto } from "../../../worker/domain/commit/evolve.ts";
import {
	type BranchState,
	initialState,
	restoreSnapshot,
	STATE_VERSION,
	snapshotOf,
} from "../../../worker/domain/hall/branch-state.ts";
import { count } from "../../counts.ts";
import { aDay, BRANCH_ID, callNext, issue, KIOSK, LIU, open } from "../a-day.ts";
import { play, randomConfiguration, someMoves } from "../random-day.ts";
import { seedOf } from "../seed.ts";

/** Everything in a state, in an order of its own for what has an order. */
function contentOf(state: BranchState): unknown {
	return JSON.parse(snapshotOf(state));
}

function restored(text: string): BranchState {
	const state = restoreSnapshot(text);
	if (state === null) throw new Error("the snapshot is of another version");
	return state;
}

function histories(maxLength: number) {
	return fc.tuple(fc.nat(), someMoves(maxLength)).map(([configurationSeed, moves]) => {
		const commits: Commit[] = [];
		const texts: string[] = [];
		const states: BranchState[] = [];
		play(randomConfiguration(configurationSeed), moves, ({ commit, after }) => {
			commits.push(commit);
			states.push(after);
			texts.push(snapshotOf(after));
		});
		return { commits, states, texts };
	});
}

describe("the fold", () => {
	it("[LOG-2] from a snapshot at any point leads to the same state as without it", () => {
		const seed = seedOf("snapshots");
		const property = fc.property(histories(120), ({ commits, texts }) => {
			const last = JSON.parse(texts.at(-1) ?? "");
			for (const [index, text] of texts.entries()) {
				const state = restored(text);
				expect(contentOf(state)).toEqual(JSON.parse(text));
				for (const commit of commits.slice(index + 1)) foldInto(state, commit);
				expect(contentOf(state)).toEqual(last);
			}
		});
		fc.assert(property, { seed, numRuns: count(8, 80) });
	});

	it("[LOG-2] of commits that went through text, from nothing on, is the state after each of them", () => {
		const seed = seedOf("commits through text");
		const property = fc.property(histories(250), ({ commits, states }) => {
			const state = initialState(BRANCH_ID);
			for (const [index, commit] of commits.entries()) {
				const read = Commit.parse(JSON.parse(JSON.stringify(commit)));
				expect(read).toEqual(commit);
				foldInto(state, read);
				expect(state).toEqual(states[index]);
			}
		});
		fc.assert(property, { seed, numRuns: count(15, 150) });
	});

	it("[LOG-2] changes nothing of the state it starts from", () => {
		const seed = seedOf("states stay");
		const property = fc.property(histories(250), ({ states, texts }) => {
			for (const [index, state] of states.entries()) expect(snapshotOf(state)).toBe(texts[index]);
		});
		fc.assert(property, { seed, numRuns: count(15, 150) });
	});

	it("[LOG-2] a day explains itself: from its first commit on all of its own is the same", () => {
		const seed = seedOf("a day by itself");
		const property = fc.property(histories(250), ({ commits, states }) => {
			const first = commits.findLastIndex((commit) => commit.events.some((event) => event.type === "day-opened"));
			if (first === -1) return;
			const state = { ...initialState(BRANCH_ID), seq: first };
			for (const commit of commits.slice(first)) foldInto(state, commit);
			const { recent: _ids, alerts: _alerts, ...own } = state;
			expect(states.at(-1)).toMatchObject(own);
		});
		fc.assert(property, { seed, numRuns: count(15, 150) });
	});

	it("[LOG-2] a day explains itself too when its first customer opens it", () => {
		const day = aDay().given([KIOSK, issue("cash")]);
		const first = day.commits.findLastIndex((commit) => commit.events.some((event) => event.type === "day-opened"));
		expect(day.commits[first]?.events.map((event) => event.type)).toContain("ticket-issued");
		const state = { ...initialState(BRANCH_ID), seq: first };
		for (const commit of day.commits.slice(first)) foldInto(state, commit);
		expect(state.quotes).toEqual(day.state.quotes);
		expect(state.quotes.due).toBe(true);
	});

	it("[LOG-2] refuses a commit that does not follow", () => {
		const day = aDay().given([KIOSK, issue("cash")], [LIU, open("1")], [LIU, callNext("1")]);
		const last = day.commits.at(-1) as Commit;
		expect(() => evolve(day.state, last)).toThrow(/does not follow/);
		expect(() => evolve(initialState(BRANCH_ID), last)).toThrow(/does not follow/);
	});

	it("[LOG-2] does not take a snapshot of another shape for its own", () => {
		const { state } = aDay();
		const text = snapshotOf(state);
		expect(restored(text)).toEqual(state);
		const older = JSON.stringify({ ...JSON.parse(text), version: STATE_VERSION - 1 });
		expect(restoreSnapshot(older)).toBeNull();
	});
});
