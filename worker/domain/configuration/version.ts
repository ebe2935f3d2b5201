import {
	differences,
	type Fields,
	fieldsOf,
	type Layer,
	lockedBy,
	settingOf,
} from "../../../rules/configuration/fields.ts";
import type { SectionFault } from "../../../schema/configuration/definition/section.ts";
import { forbiddenIn } from "../../../schema/configuration/public-texts.ts";
import { faultsOf } from "../../../schema/configuration/section-faults.ts";
import type { SectionId } from "../../../schema/configuration/sections.ts";
import type { Reach, SectionVersion } from "../../../schema/configuration/version.ts";
import type { ProblemCode } from "../../../schema/problem.ts";
import { resolve } from "./check-section.ts";
import { told } from "./unfit.ts";

const NOTHING_TOLD = { after: "", count: 0, done: false } as const;
const NOTHING_CHECKED = { after: "", asked: 0, refused: 0, done: false } as const;
export const NO_LAYER: Layer = { set: {}, locked: [] };

type Refused = { readonly refused: ProblemCode; readonly detail?: string };
/** The version after a step of its life (draft, approved, published, paused, taken back), or why the step is refused. */
export type Stepped = { readonly next: SectionVersion } | Refused;

/** Who does it and when. Below, `newest` is the number of the newest version of this section and place that was published, `last` that of the newest of all, drafts included. */
type By = { readonly staffId: string; readonly now: number };

export type NewDraft = Pick<
	SectionVersion,
	"versionId" | "section" | "nodeId" | "ordinal" | "note" | "locked" | "basedOn"
> & {
	readonly value: object;
	/** The layers above its place, the widest first. */
	readonly above: readonly Layer[];
	/** What public texts may not say there. */
	readonly words?: readonly string[];
};

/** A draft that makes this value hold at its place. Refused where it sets a field that is locked above, has the wrong shape, or breaks a rule of the section together with what holds above, or where a public text says a word that is kept off there. */
export function draftOf({ value, above, words = [], ...draft }: NewDraft, by: By): Stepped {
	const [misshapen] = faultsOf(draft.section, value);
	if (misshapen !== undefined) return unfit(misshapen);
	const set = setBy(draft.section, above, value);
	const locked = Object.keys(set).find((field) => lockedBy(above, field) !== null);
	const said = resolve(draft.section, above).fields;
	if (locked !== undefined) return { refused: "field-locked", detail: locked };
	const made = resolve(draft.section, [...above, { set, locked: [] }]);
	const [fault = forbiddenIn(draft.section, made.value, words)[0]] = made.faults;
	if (fault !== undefined) return unfit(fault);
	return {
		next: {
			...draft,
			status: "draft",
			set,
			...(above.length === 0
				? {}
				: { over: Object.fromEntries(Object.keys(set).map((field) => [field, said[field] ?? null])) }),
			draftedBy: by.staffId,
			draftedAt: by.now,
			check: NOTHING_CHECKED,
			approvedBy: null,
			approvedAt: null,
			publishAt: null,
			reach: { kind: "all" },
			publishedBy: null,
			publishedAt: null,
			told: NOTHING_TOLD,
			undoes: null,
			version: 1,
		},
	};
}

function unfit(fault: SectionFault): Refused {
	return { refused: "section-unfit", detail: told(fault) };
}

/** The bank's version sets every field; a place below sets only what differs there. */
function setBy(section: SectionId, above: readonly Layer[], value: object): Fields {
	const wanted = fieldsOf(value);
	const differing = settingOf(resolve(section, above).fields, wanted);
	return above.length === 0 ? { ...wanted, ...differing } : differing;
}

/** By a second person, unless `aloneAllowed` (a setting of the deployment) lets the drafter; only when none of the branches refused it in the check of the draft. */
export function approved(
	version: SectionVersion,
	by: By & { readonly newest: number; readonly aloneAllowed: boolean },
): Stepped {
	if (version.status !== "draft") return { refused: "version-not-at-step", detail: version.status };
	if (version.basedOn !== by.newest) return { refused: "draft-stale" };
	if (!version.check.done) return { refused: "draft-unchecked" };
	if (version.check.refused > 0) return { refused: "draft-refused", detail: String(version.check.refused) };
	if (version.draftedBy === by.staffId && !by.aloneAllowed) return { refused: "own-draft" };
	return changed(version, { status: "approved", approvedBy: by.staffId, approvedAt: by.now });
}

/** To the branches in `reach`, at once or at the time `at`; a version that is out already gets the new reach at once, whatever `at` says. */
export function published(
	version: SectionVersion,
	by: By & { readonly newest: number; readonly reach: Reach; readonly at: number | null },
): Stepped {
	const isOut = version.status === "published" || version.status === "paused";
	if (!isOut && version.status !== "approved") return { refused: "version-not-at-step", detail: version.status };
	if (!isOut && version.basedOn !== by.newest) return { refused: "draft-stale" };
	const { reach } = by;
	if (!isOut && by.at !== null && by.at > by.now)
		return changed(version, { reach, publishAt: by.at, publishedBy: by.staffId });
	return changed(version, {
		status: "published",
		reach,
		publishAt: null,
		publishedBy: by.staffId,
		publishedAt: version.publishedAt ?? by.now,
		told: NOTHING_TOLD,
	});
}

/** No more branches are told; those that have it keep it. */
export function paused(version: SectionVersion): Stepped {
	if (version.status !== "published") return { refused: "version-not-at-step", detail: version.status };
	return changed(version, { status: "paused" });
}

/** Marks the newest version as taken back and publishes a new one with the settings and locks of `before` to every branch of its place; null: there was none before, so the levels above hold again. */
export function takenBack(
	version: SectionVersion,
	before: Pick<SectionVersion, "set" | "locked" | "over"> | null,
	by: By & { readonly versionId: string; readonly newest: number; readonly last: number; readonly note: string },
): { readonly next: SectionVersion; readonly anew: SectionVersion } | Refused {
	const isOut = version.status === "published" || version.status === "paused";
	if (!isOut || version.ordinal !== by.newest) return { refused: "version-not-at-step", detail: version.status };
	const { set, locked } = before ?? NO_LAYER;
	const { over: _, ...same } = version;
	const anew: SectionVersion = {
		...same,
		...(before?.over === undefined ? {} : { over: before.over }),
		versionId: by.versionId,
		ordinal: by.last + 1,
		status: "published",
		set,
		locked: [...locked],
		note: by.note,
		basedOn: version.ordinal,
		draftedBy: by.staffId,
		draftedAt: by.now,
		check: { ...NOTHING_CHECKED, done: true },
		approvedBy: null,
		approvedAt: null,
		reach: { kind: "all" },
		publishedBy: by.staffId,
		publishedAt: by.now,
		told: NOTHING_TOLD,
		undoes: version.ordinal,
		version: 1,
	};
	return { next: { ...version, status: "taken-back", version: version.version + 1 }, anew };
}

/** The fields that a version sets differently from the one before it at its place; changes of locks are not among them. */
export function changesOf(version: Pick<SectionVersion, "set">, before: Pick<SectionVersion, "set"> | null) {
	return differences(before?.set ?? {}, version.set);
}

function changed(version: SectionVersion, changes: Partial<SectionVersion>): Stepped {
	return { next: { ...version, ...changes, version: version.version + 1 } };
}
