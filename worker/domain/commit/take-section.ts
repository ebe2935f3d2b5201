import { NO_VERSION_KEY } from "../../../rules/configuration/no-version.ts";
import type { SectionFault } from "../../../schema/configuration/definition/section.ts";
import { forbiddenIn } from "../../../schema/configuration/public-texts.ts";
import type { PublicWords } from "../../../schema/configuration/public-words/public-words.ts";
import { faultsOf } from "../../../schema/configuration/section-faults.ts";
import {
	SectionId as KnownSection,
	SECTION_IDS,
	type SectionId,
	sectionOf,
} from "../../../schema/configuration/sections.ts";
import type { BranchConfiguration } from "../../../schema/hall/configuration.ts";
import type { BranchEvent } from "../../../schema/hall/event.ts";
import { newlyUnserved, withoutNewFault } from "../configuration/new-fault.ts";
import { told, unfitAt } from "../configuration/unfit.ts";
import type { BranchState } from "../hall/branch-state.ts";
import { type Decision, isRefusal, type Refusal, refuse } from "../hall/decision.ts";
import { configure } from "./configure.ts";

/** What holds of a section at one branch by the bank's books; null: nothing is published for it. */
export type ToldSection = { readonly section: SectionId; readonly key: string; readonly value: object | null };
type ContentOf = (section: SectionId) => object;

/**
 * The branch takes what is published for it, whole or not at all: nothing where it has it already, a refusal where it does not fit in
 * here or takes something from a customer in the hall. `detail` says what stands in the way. `before` is what a live section was before
 * anything was published: it holds again once nothing is. `contentOf`: what holds here of each content section.
 */
export function takeSection(
	state: BranchState,
	wish: ToldSection,
	before: object | null,
	now: number,
	contentOf: ContentOf = (id) => sectionOf(id).shipped,
): Decision {
	const { section: id, key } = wish;
	if ((state.sections[id] ?? NO_VERSION_KEY) === key) return { events: [] };
	const taken: BranchEvent = { type: "section-taken", section: id, key };
	const section = sectionOf(id);
	const value = wish.value ?? before;
	if (value === null) return { events: [taken] };
	const fault = wish.value === null ? undefined : (faultsOf(id, value)[0] ?? saidHere(state, id, value, contentOf)[0]);
	if (fault !== undefined) return refuse("section-unfit", told(fault));
	if (section.kind === "content") return { events: [taken] };
	const { configuration } = state;
	if (configuration === null) return refuse("branch-not-configured");
	if (isSame(section.of(configuration), value)) return { events: [taken] };
	const wanted = section.into(configuration, value);
	const made = withoutNewFault(configuration, wanted);
	if ("fault" in made) return refuse("section-unfit", told(unfitAt(wanted, made.fault)));
	// What comes back is as it was, with a service that no counter could do as well.
	const unserved = wish.value === null ? null : newlyUnserved(configuration, made.configuration, true);
	if (unserved !== null) return refuse("section-unfit", told(unserved));
	const decision = configure(state, made.configuration, now);
	return isRefusal(decision) ? decision : { events: [...decision.events, taken] };
}

/** Content that says a word which the branch's public labels may not say: of a section that comes, or of those that are here when the words come. */
function saidHere(state: BranchState, id: SectionId, value: object, contentOf: ContentOf): readonly SectionFault[] {
	if (sectionOf(id).kind === "content") return forbiddenIn(id, value, state.configuration?.publicWords ?? []);
	if (id !== "public-words") return [];
	const { words } = value as PublicWords;
	return SECTION_IDS.flatMap((each) =>
		sectionOf(each).kind === "content" ? forbiddenIn(each, contentOf(each), words) : [],
	);
}

/** What is published for a branch is changed where it was published, and not by hand as well; nor is a service left without a counter. */
export function refusedByHand(state: BranchState, wanted: BranchConfiguration): Refusal | null {
	const { configuration, sections } = state;
	const unserved = newlyUnserved(configuration, wanted);
	if (unserved !== null) return refuse("section-unfit", told(unserved));
	if (configuration === null) return null;
	for (const name of Object.keys(sections)) {
		const id = KnownSection.safeParse(name);
		if (!id.success) continue;
		const section = sectionOf(id.data);
		if (section.kind === "live" && !isSame(section.of(configuration), section.of(wanted))) {
			return refuse("section-published", id.data);
		}
	}
	return null;
}

function isSame(one: object, other: object): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
