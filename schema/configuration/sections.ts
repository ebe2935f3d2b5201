import * as z from "zod";
import type { Bilingual } from "../ids.ts";
import type { SectionDefinition } from "./definition/section.ts";
import { DISPATCH } from "./dispatch/dispatch.ts";
import { LIMITS } from "./limits/limits.ts";
import { REASON_CODES } from "./reason-codes/reason-codes.ts";

/** Every section of the configuration, in the order in which pages show them. A new one is a folder and a line here. */
const DEFINED = { dispatch: DISPATCH, limits: LIMITS, "reason-codes": REASON_CODES } as const;

export type SectionId = keyof typeof DEFINED;
export const SECTION_IDS = Object.keys(DEFINED) as [SectionId, ...SectionId[]];
export const SectionId = z.enum(SECTION_IDS);

/** What a section is, for code that knows none by name. */
export function sectionOf(id: SectionId): SectionDefinition {
	return DEFINED[id] as unknown as SectionDefinition;
}

export const SECTION_NAMES = Object.fromEntries(SECTION_IDS.map((id) => [id, sectionOf(id).name])) as Record<
	SectionId,
	Bilingual
>;

/** A value of any of them. */
export const SectionValue = z.union(SECTION_IDS.map((id) => sectionOf(id).schema));
