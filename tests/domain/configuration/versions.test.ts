import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_VERSION_KEY } from "../../../rules/configuration/no-version.ts";
import { SHIPPED_DISPATCH } from "../../../schema/configuration/dispatch/shipped.ts";
import { sectionOf } from "../../../schema/configuration/sections.ts";
import type { SectionVersion } from "../../../schema/configuration/version.ts";
import { BranchConfiguration, type DispatchPolicy } from "../../../schema/hall/configuration.ts";
import { commitOf } from "../../../worker/domain/commit/commit.ts";
import { evolve } from "../../../worker/domain/commit/evolve.ts";
import { takeSection } from "../../../worker/domain/commit/take-section.ts";
import { chosenAt, layersOf, toldTo } from "../../../worker/domain/configuration/chosen.ts";
import { approved, draftOf, published, takenBack } from "../../../worker/domain/configuration/version.ts";
import { type BranchState, initialState } from "../../../worker/domain/hall/branch-state.ts";
import { isRefusal } from "../../../worker/domain/hall/decision.ts";
import { count } from "../../counts.ts";
import { aDay, at, BRANCH_ID, CONFIGURATION, issue, KIOSK, MANAGER, SYSTEM } from "../a-day.ts";

const BY = { staffId: "one", now: 1_000 };
const SECOND = { staffId: "two", now: 2_000 };
const REGION = "sh";
/** Of up to five drafts each. */
const RUNS = count(500, 5_000);

/** A bank's books of versions, and what publishing, taking back and telling do to them. */
function aBooks() {
	const all: SectionVersion[] = [];
	const newest = (nodeId: string) =>
		all.find((each) => each.nodeId === nodeId && each.publishedAt !== null)?.ordinal ?? 0;
	const out = () => all.filter(({ status }) => status === "published");
	const replace = (next: SectionVersion) => {
		all[all.findIndex(({ versionId }) => versionId === next.versionId)] = next;
		return next;
	};
	return {
		out,
		newest,
		/** Null where the draft was refused. */
		publish(nodeId: string, value: object): SectionVersion | null {
			const above = layersOf(chosenAt(out(), "dispatch", nodeId)).slice(0, -1);
			const ordinal = (all.find((each) => each.nodeId === nodeId)?.ordinal ?? 0) + 1;
			const named = {
				versionId: `${nodeId}-${ordinal}`,
				section: "dispatch" as const,
				nodeId,
				ordinal,
				note: "",
				locked: [],
			};
			const made = draftOf({ ...named, value, above, basedOn: newest(nodeId) }, BY);
			if ("refused" in made) return null;
			const checked = { ...made.next, check: { after: "", asked: 1, refused: 0, done: true } };
			const passed = approved(checked, { ...SECOND, newest: newest(nodeId), aloneAllowed: false });
			if ("refused" in passed) throw new Error(passed.refused);
			const gone = published(passed.next, { ...SECOND, newest: newest(nodeId), reach: { kind: "all" }, at: null });
			if ("refused" in gone) throw new Error(gone.refused);
			all.unshift(gone.next);
			return gone.next;
		},
		takeBack(version: SectionVersion): void {
			const before = all.find(
				(each) => each.nodeId === version.nodeId && each.ordinal < version.ordinal && each.status === "published",
			);
			const last = all.find((each) => each.nodeId === version.nodeId)?.ordinal ?? 0;
			const more = {
				...SECOND,
				versionId: `${version.versionId}-back`,
				newest: newest(version.nodeId),
				last,
				note: "",
			};
			const back = takenBack(version, before ?? null, more);
			if ("refused" in back) throw new Error(back.refused);
			replace(back.next);
			all.unshift(back.anew);
		},
	};
}

/** A branch takes everything that it is told, as its object does. */
function afterTelling(
	state: BranchState,
	versions: readonly SectionVersion[],
	kept: { before: object | null },
): BranchState {
	let after = state;
	for (const told of toldTo(versions, BRANCH_ID)) {
		const decision = takeSection(after, told, told.section === "dispatch" ? kept.before : null, at("10:00"));
		if (isRefusal(decision) || decision.events.length === 0) continue;
		const section = sectionOf(told.section);
		const isFirst = after.sections[told.section] === undefined && after.configuration !== null;
		if (section.kind === "live" && isFirst && after.configuration !== null)
			kept.before = section.of(after.configuration);
		const request = { commandId: `section-${after.seq}`, command: told };
		const commit = commitOf(after, { request, actor: SYSTEM }, at("10:00"), decision);
		if (!("seq" in commit)) throw new Error(commit.code);
		after = evolve(after, commit);
	}
	return after;
}

const classId = fc.constantFrom("ordinary", "mid", "unknown", "green", "new-one", "other-one");
const aClass = fc.record({
	id: classId,
	rank: fc.integer({ min: -1, max: 100 }),
	headStartMs: fc.integer({ min: 0, max: 3_700_000 }),
	overtakeBudget: fc.integer({ min: 0, max: 101 }),
});
const aDraft = fc.record({
	classes: fc.array(aClass, { maxLength: 6 }),
	defaultClass: classId,
	appointmentClass: classId,
	replaces: fc.boolean(),
	late: fc.integer({ min: -1, max: 7_200_001 }),
});

type Draft = typeof aDraft extends fc.Arbitrary<infer Wish> ? Wish : never;

function dispatchFrom({ classes, defaultClass, appointmentClass, replaces, late }: Draft): object {
	const named = classes.map((each) => ({ ...each, name: { zh: `类别${each.id}`, en: each.id } }));
	const kept: DispatchPolicy["classes"] = replaces ? [] : SHIPPED_DISPATCH.classes;
	return {
		classes: [...kept.filter(({ id }) => !named.some((each) => each.id === id)), ...named],
		defaultClass,
		appointmentClass,
		appointment: { headStartMs: 0, lateMs: late },
	};
}

/** A hall in which somebody may wait. */
function aHall(withCustomer: boolean): BranchState {
	const day = aDay().at("10:00");
	if (withCustomer) day.given([MANAGER, issue("cash", { class: "mid" })], [KIOSK, issue("cash")]);
	return day.state;
}

function toldOf(books: ReturnType<typeof aBooks>) {
	const told = toldTo(books.out(), BRANCH_ID).find(({ section }) => section === "dispatch");
	if (told === undefined) throw new Error("no such section");
	return told;
}

function keyIn({ sections }: BranchState): string {
	return sections.dispatch ?? NO_VERSION_KEY;
}

describe("versions of a section", () => {
	it("[CFG-11] what a branch goes by after any drafts is valid and one whole version; taken back, it is what it was to the letter", {
		timeout: 300_000,
	}, () => {
		// A branch that is not configured takes nothing: few of the runs have one.
		const halls = fc.oneof(
			{ weight: 8, arbitrary: fc.constantFrom(aHall(false), aHall(true)) },
			{ weight: 1, arbitrary: fc.constant(initialState(BRANCH_ID)) },
		);
		const drafts = fc.array(fc.tuple(fc.constantFrom("bank", REGION, BRANCH_ID), aDraft), { maxLength: 5 });
		fc.assert(
			fc.property(drafts, halls, (wishes, hall) => {
				const books = aBooks();
				const kept = { before: null };
				let state = hall;
				for (const [nodeId, wish] of wishes) {
					const before = state;
					const wasInStep = toldOf(books).key === keyIn(before);
					const version = books.publish(nodeId, dispatchFrom(wish));
					state = afterTelling(state, books.out(), kept);
					if (state.configuration === null) continue;
					// What is the very one of before was looked at then.
					if (state.configuration !== before.configuration)
						expect(BranchConfiguration.safeParse(state.configuration).success).toBe(true);
					const told = toldOf(books);
					const holds = told.value !== null && told.key === keyIn(state);
					expect(state.configuration.dispatch).toEqual(holds ? told.value : before.configuration?.dispatch);
					if (version === null || !wasInStep) continue;
					books.takeBack(version);
					state = afterTelling(state, books.out(), kept);
					expect(JSON.stringify(state.configuration?.dispatch)).toBe(JSON.stringify(before.configuration?.dispatch));
				}
			}),
			{ numRuns: RUNS },
		);
	});

	it("[CFG-10] nobody approves their own draft, unless the bank has one person; a stale one is not published", () => {
		const books = aBooks();
		const value = { ...CONFIGURATION.dispatch, defaultClass: "ordinary" };
		const named = {
			versionId: "v",
			section: "dispatch" as const,
			nodeId: "bank",
			ordinal: 1,
			note: "",
			locked: [],
			basedOn: 0,
		};
		const made = draftOf({ ...named, value, above: [] }, BY);
		if ("refused" in made) throw new Error(made.refused);
		const { next } = made;
		const checked = { ...next, check: { ...next.check, done: true } };
		expect(approved(checked, { ...BY, newest: 0, aloneAllowed: false })).toEqual({ refused: "own-draft" });
		expect(approved(checked, { ...BY, newest: 0, aloneAllowed: true })).toMatchObject({ next: { status: "approved" } });
		expect(approved(next, { ...SECOND, newest: 0, aloneAllowed: false })).toEqual({ refused: "draft-unchecked" });
		books.publish("bank", value);
		expect(approved(checked, { ...SECOND, newest: books.newest("bank"), aloneAllowed: false })).toEqual({
			refused: "draft-stale",
		});
	});
});
