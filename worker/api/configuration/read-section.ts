import { fieldsOf } from "../../../rules/configuration/fields.ts";
import { NO_VERSION_KEY } from "../../../rules/configuration/no-version.ts";
import { kindOfNode } from "../../../rules/institution.ts";
import { SECTION_IDS, type SectionId, sectionOf } from "../../../schema/configuration/sections.ts";
import type { SectionVersion } from "../../../schema/configuration/version.ts";
import type { BranchConfiguration } from "../../../schema/hall/configuration.ts";
import type { Notices } from "../../../schema/hall/notice.ts";
import type { Prompts } from "../../../schema/hall/prompts.ts";
import type { NodeId } from "../../../schema/ids.ts";
import { chosenAt, keyOf } from "../../domain/configuration/chosen.ts";
import { overtakenAt, overtakenBelow } from "../../domain/configuration/overtaken.ts";
import { changesOf } from "../../domain/configuration/version.ts";
import { businessDayAt } from "../../domain/day/business-day.ts";
import type { Env } from "../../platform/env.ts";
import {
	countSaid,
	placesThatDiffer,
	refusalsOf,
	refusedAt,
	versionsBelow,
} from "../../records/configuration/section-branch.ts";
import {
	countWaiting,
	findVersion,
	newestPublished,
	versionBefore,
	versionsAt,
	versionsOut,
} from "../../records/configuration/section-version.ts";
import { memoryOf } from "../../records/memory.ts";
import { askBranch } from "../door/branch-stub.ts";
import { type Handler, Refused } from "../door/serve.ts";
import { heldAt } from "./place-levels.ts";

/** Of lists that a page shows beside a section. */
const SHOWN_MAX = 50;
/** Versions below a place that are looked at for what it has changed since. */
const BELOW_MAX = 100;
/** Where the holidays are decided that a calendar should hold. */
const HEED_TIME_ZONE = "Asia/Shanghai";

export const sections: Handler<"sections"> = async ({ env, params: { nodeId }, now }) => {
	const memory = memoryOf(env.DB);
	const [out, byHand, below] = await Promise.all([
		versionsOut(memory, nodeId),
		handMade(env, nodeId),
		versionsBelow(memory, null, nodeId, BELOW_MAX),
	]);
	const rows = SECTION_IDS.map(async (section) => {
		const [waiting, said, differing] = await Promise.all([
			countWaiting(memory, section, nodeId),
			countSaid(memory, section, nodeId),
			placesThatDiffer(memory, section, nodeId, SHOWN_MAX),
		]);
		const chosen = chosenAt(out, section, nodeId);
		const times = chosen.flatMap((each) => (each?.publishedAt == null ? [] : [each.publishedAt]));
		return {
			section,
			kind: sectionOf(section).kind,
			key: keyOf(chosen),
			since: times.length === 0 ? null : Math.max(...times),
			waiting,
			said,
			heed: heedOf(section, holdingAt(out, section, nodeId, byHand).value, now),
			differing,
			overtaken: overtakenAt(out, section, nodeId).length,
			overtakenBelow: overtakenBelow(out, below, section).length,
		};
	});
	return { sections: await Promise.all(rows) };
};

export const sectionAt: Handler<"sectionAt"> = async ({ env, params: { nodeId, section }, now }) => {
	const memory = memoryOf(env.DB);
	const [out, byHand, newest, versions, said, refused, differing, below] = await Promise.all([
		versionsOut(memory, nodeId),
		handMade(env, nodeId),
		newestPublished(memory, section, nodeId),
		versionsAt(memory, section, nodeId, { limit: SHOWN_MAX, before: null }),
		countSaid(memory, section, nodeId),
		refusedAt(memory, section, nodeId, SHOWN_MAX),
		placesThatDiffer(memory, section, nodeId, SHOWN_MAX),
		versionsBelow(memory, section, nodeId, BELOW_MAX),
	]);
	const { chosen, ...held } = holdingAt(out, section, nodeId, byHand);
	const own = chosen.at(-1);
	return {
		section,
		nodeId,
		kind: sectionOf(section).kind,
		...held,
		heed: heedOf(section, held.value, now),
		locked: [...(own?.locked ?? [])],
		newest,
		said,
		refused,
		differing,
		overtaken: [...overtakenAt(out, section, nodeId), ...overtakenBelow(out, below, section)].slice(0, SHOWN_MAX),
		versions,
	};
};

/** A branch's configuration, which holds there where nothing is published; null of other places, and while it does not answer. */
async function handMade(env: Env, nodeId: NodeId): Promise<BranchConfiguration | null> {
	if (kindOfNode(nodeId) !== "branch") return null;
	const answer = await askBranch(env, nodeId, (branch) => branch.configuration());
	return answer instanceof Refused ? null : answer;
}

/** As `heldAt`; of a live section of which nothing is published, what the branch was configured by hand. */
function holdingAt(out: readonly SectionVersion[], id: SectionId, nodeId: NodeId, hand: BranchConfiguration | null) {
	const held = heldAt(out, id, nodeId);
	const section = sectionOf(id);
	if (hand === null || section.kind === "content" || keyOf(held.chosen) !== NO_VERSION_KEY)
		return { ...held, byHand: false };
	const value = section.of(hand);
	const fields = Object.entries(fieldsOf(value)).map(([field, each]) => ({
		field,
		value: each,
		origin: null,
		lockedBy: null,
	}));
	return { ...held, value, fields, byHand: true };
}

function heedOf(id: SectionId, value: object, now: number) {
	return [...(sectionOf(id).heed?.(value, businessDayAt(HEED_TIME_ZONE, now)) ?? [])];
}

export const sectionVersion: Handler<"sectionVersion"> = async ({ env, params: { nodeId, versionId } }) => {
	const memory = memoryOf(env.DB);
	const version = await findVersion(memory, versionId);
	if (version === null || version.nodeId !== nodeId) return new Refused("unknown-version");
	const [before, refusals, said] = await Promise.all([
		versionBefore(memory, version),
		refusalsOf(memory, versionId, SHOWN_MAX),
		countSaid(memory, version.section, nodeId),
	]);
	return { version, changes: changesOf(version, before), refusals, said };
};

export const notices: Handler<"notices"> = ({ env, params: { branchId } }) =>
	askBranch(env, branchId, async (branch) => (await branch.section("notices")).value as Notices);

/** Whose link it is, is not asked: the kiosk shows this to everybody who walks in. */
export const prompts: Handler<"prompts"> = ({ env, params: { branchId } }) =>
	askBranch(env, branchId, async (branch) => (await branch.section("prompts")).value as Prompts);

export const sectionOfBranch: Handler<"sectionOfBranch"> = ({ env, params: { branchId, section } }) =>
	askBranch(env, branchId, async (branch) => branch.section(section));
