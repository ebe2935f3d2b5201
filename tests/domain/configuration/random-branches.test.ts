import fc from "fast-check";
import { expect, it } from "vitest";
import { faultsOf } from "../../../schema/configuration/section-faults.ts";
import { type SectionId, sectionOf } from "../../../schema/configuration/sections.ts";
import { BranchConfiguration } from "../../../schema/hall/configuration.ts";
import { commitOf } from "../../../worker/domain/commit/commit.ts";
import { evolve } from "../../../worker/domain/commit/evolve.ts";
import { takeSection } from "../../../worker/domain/commit/take-section.ts";
import type { BranchState } from "../../../worker/domain/hall/branch-state.ts";
import { isRefusal } from "../../../worker/domain/hall/decision.ts";
import { count } from "../../counts.ts";
import { aDay, at, configured, issue, KIOSK, LIU, MANAGER, open, SYSTEM } from "../a-day.ts";
import { change, changed } from "./random-draft.ts";

const LIVE = [
	"services",
	"counters",
	"calendar",
	"dispatch",
	"limits",
	"public-words",
] as const satisfies readonly SectionId[];
const BRANCHES = 200;
/** Of the 200, those at which one draft is tried. */
const TRIED_AT = 5;
const DRAFTS = count(1_000, 10_000);
const SEED = 20_261_130;

/** Branches that differ in what they have and in who stands there: the same each time. */
const branches: BranchState[] = Array.from({ length: BRANCHES }, (_, seed) => {
	const day = aDay(
		configured((each) => {
			each.counters = each.counters.filter((_counter, place) => place === 0 || (seed >> (place % 6)) % 2 === 0);
			// Whatever is left out, one counter can do every service.
			const [able] = each.counters[0]?.modes ?? [];
			if (able !== undefined) able.services = each.services.map(({ id }) => id);
			each.calendar.week[6] = seed % 3 === 0 ? null : (each.calendar.week[6] ?? null);
			each.limits.returnGraceMs = seed * 1_000;
		}),
	).at("10:00");
	if (seed % 2 === 0) day.given([LIU, open("1")], [KIOSK, issue("cash")]);
	if (seed % 5 === 0) day.given([MANAGER, issue("loan", { class: "mid" })]);
	return day.state;
});

function taken(state: BranchState, section: SectionId, key: string, value: object | null, before: object | null) {
	const told = { section, key, value };
	const decision = takeSection(state, told, before, at("10:00"));
	if (isRefusal(decision)) return null;
	const request = { commandId: `section-${state.seq}-${key}`, command: told };
	const commit = commitOf(state, { request, actor: SYSTEM }, at("10:00"), decision);
	if (!("seq" in commit)) throw new Error(commit.code);
	return evolve(state, commit);
}

it("[CFG-11] random drafts over 200 random branches: what is taken is valid and whole, all else is as it was, and taking back restores the bytes", () => {
	let [good, refused, undone] = [0, 0, 0];
	const draft = fc.tuple(
		fc.constantFrom(...LIVE),
		fc.array(change, { minLength: 1, maxLength: 3 }),
		fc.nat(BRANCHES - 1),
	);
	fc.assert(
		fc.property(draft, ([id, changes, first]) => {
			const section = sectionOf(id);
			if (section.kind !== "live") throw new Error("no live section");
			const value = changes.reduce<unknown>(changed, section.shipped) as object;
			const isGood = faultsOf(id, value).length === 0;
			for (let tries = 0; tries < TRIED_AT; tries++) {
				const state = branches[(first + tries * 41) % BRANCHES];
				if (state?.configuration == null) throw new Error("no branch");
				const { configuration } = state;
				const before = section.of(configuration);
				const after = taken(state, id, "1.0.0", value, null);
				if (after === null) {
					refused += 1;
					continue;
				}
				expect(isGood).toBe(true);
				good += 1;
				if (after.configuration === null) throw new Error("no configuration");
				expect(BranchConfiguration.safeParse(after.configuration).success).toBe(true);
				expect(after.sections[id]).toBe("1.0.0");
				for (const each of LIVE) {
					const one = sectionOf(each);
					if (one.kind !== "live") continue;
					const wanted = each === id ? section.of(section.into(configuration, value)) : one.of(configuration);
					expect(one.of(after.configuration)).toEqual(wanted);
				}
				const back = taken(after, id, "0.0.0", null, before);
				// What an open counter has gained meanwhile is taken from it once it is closed.
				if (back === null) continue;
				undone += 1;
				expect(JSON.stringify(back.configuration)).toBe(JSON.stringify(configuration));
			}
		}),
		{ numRuns: DRAFTS, seed: SEED },
	);
	expect(good).toBeGreaterThan(DRAFTS / 2);
	expect(refused).toBeGreaterThan(DRAFTS / 2);
	expect(undone).toBeGreaterThan(good * 0.9);
}, 300_000);
