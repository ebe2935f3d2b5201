import { SECTION_IDS, sectionOf } from "../../../schema/configuration/sections.ts";
import { chosenAt, keyOf } from "../../domain/configuration/chosen.ts";
import { changesOf } from "../../domain/configuration/version.ts";
import { countSaid, placesThatDiffer, refusalsOf, refusedAt } from "../../records/configuration/section-branch.ts";
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

export const sections: Handler<"sections"> = async ({ env, params: { nodeId } }) => {
	const memory = memoryOf(env.DB);
	const out = await versionsOut(memory, nodeId);
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
			differing,
		};
	});
	return { sections: await Promise.all(rows) };
};

export const sectionAt: Handler<"sectionAt"> = async ({ env, params: { nodeId, section } }) => {
	const memory = memoryOf(env.DB);
	const [out, newest, versions, said, refused, differing] = await Promise.all([
		versionsOut(memory, nodeId),
		newestPublished(memory, section, nodeId),
		versionsAt(memory, section, nodeId, { limit: SHOWN_MAX, before: null }),
		countSaid(memory, section, nodeId),
		refusedAt(memory, section, nodeId, SHOWN_MAX),
		placesThatDiffer(memory, section, nodeId, SHOWN_MAX),
	]);
	const { chosen, ...held } = heldAt(out, section, nodeId);
	const own = chosen.at(-1);
	return {
		section,
		nodeId,
		kind: sectionOf(section).kind,
		...held,
		locked: [...(own?.locked ?? [])],
		newest,
		said,
		refused,
		differing,
		versions,
	};
};

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

export const sectionOfBranch: Handler<"sectionOfBranch"> = ({ env, params: { branchId, section } }) =>
	askBranch(env, branchId, async (branch) => branch.section(section));
